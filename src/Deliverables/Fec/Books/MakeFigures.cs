namespace Pupitre.Deliverables.Fec;

/// <summary>Computes the five figures of the accounts from the balances.</summary>
/// <remarks>
/// As on the balance sheet of the tax return (2050, 2051; farms 2144): third parties on the side of their own balance, one by one; other accounts of
/// classes 4 and 5 account by account.
/// </remarks>
internal static class MakeFigures
{
    public static AccountsFigures Run(RunningBooks books)
    {
        var (result, turnover, assets, equity, cash) = (default(Amount), default(Amount), default(Amount), default(Amount), default(Amount));
        foreach (var account in AccountBalances.Of(books))
        {
            var number = books.Accounts[account.Account];
            var balance = account.Balance;
            switch (number)
            {
                case [(byte)'6' or (byte)'7', ..]:
                    result -= balance;
                    turnover -= number is [(byte)'7', (byte)'0', ..] ? balance : default;
                    break;
                case [(byte)'2' or (byte)'3', ..]:
                    assets += balance;
                    break;
                case [(byte)'4' or (byte)'5', ..]:
                    assets += IsDepreciation(number) ? balance : DebitBalances(books, account);
                    cash += IsCash(number) && balance > default(Amount) ? balance : default;
                    break;
                case [(byte)'1', (byte)'0' or (byte)'1' or (byte)'2' or (byte)'3' or (byte)'4', ..]:
                    equity -= balance;
                    break;
            }
        }

        return new(result.ToDecimal(), turnover.ToDecimal(), assets.ToDecimal(), (equity + result).ToDecimal(), cash.ToDecimal());
    }

    private static bool IsDepreciation(ReadOnlySpan<byte> number) => number is [(byte)'4' or (byte)'5', (byte)'9', ..];

    // Box CF, disponibilités: what is to be cashed (511) and accrued interest (518) too; not bank overdrafts (519) nor transfers under way (58).
    private static bool IsCash(ReadOnlySpan<byte> number) =>
        number is [(byte)'5', (byte)'3' or (byte)'4', ..] or [(byte)'5', (byte)'1', not (byte)'9', ..] or [(byte)'5', (byte)'1'];

    private static Amount DebitBalances(RunningBooks books, AccountTotal account)
    {
        var debit = default(Amount);
        foreach (var sub in account.SubAccounts)
        {
            var balance = books.SubAccountStates[sub].Debit - books.SubAccountStates[sub].Credit;
            debit += balance > default(Amount) ? balance : default;
        }

        return debit;
    }
}
