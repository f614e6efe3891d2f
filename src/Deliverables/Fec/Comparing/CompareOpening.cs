using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>Holds the opening balances of a year against the closing balances of the year before, classes 1 to 5.</summary>
/// <remarks>
/// A file holds no entry that closes the income accounts, so the year before is closed here: its result goes to 120 (profit) or 129 (loss).
/// Zeros at the end of an account number do not count: two programs may write the same account with different lengths.
/// </remarks>
internal static class CompareOpening
{
    private static readonly string[] _allocation = ["10", "11", "12"];

    public static OpeningComparison Run(RunningBooks previous, RunningBooks current, Encoding text)
    {
        var closing = Balances(previous, text, account => account.Balance);
        var result = AccountBalances.Of(previous).Where(account => previous.Accounts[account.Account] is [(byte)'6' or (byte)'7', ..])
            .Aggregate(default(Amount), (sum, account) => sum + account.Balance);
        var carried = result.IsNegative ? "12" : "129";
        closing[carried] = closing.GetValueOrDefault(carried) + result;

        var opening = Balances(current, text, account => account.Opening);
        return new([
            .. closing.Keys.Union(opening.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(account => closing.GetValueOrDefault(account) != opening.GetValueOrDefault(account))
                .Select(account => new OpeningDifference(
                    account, closing.GetValueOrDefault(account).ToDecimal(), opening.GetValueOrDefault(account).ToDecimal(), Array.Exists(_allocation, account.StartsWith))),
        ]);
    }

    private static Dictionary<string, Amount> Balances(RunningBooks books, Encoding text, Func<AccountTotal, Amount> balance)
    {
        var balances = new Dictionary<string, Amount>(StringComparer.Ordinal);
        foreach (var account in AccountBalances.Of(books))
        {
            var number = text.GetString(books.Accounts[account.Account]).TrimEnd('0');
            if (number is [>= '1' and <= '5', ..])
            {
                balances[number] = balances.GetValueOrDefault(number) + balance(account);
            }
        }

        return balances;
    }
}
