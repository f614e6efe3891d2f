namespace Pupitre.Deliverables.Fec;

/// <summary>An account with its sub-accounts added up.</summary>
internal sealed class AccountTotal(int account, AccountClass classes)
{
    public int Account { get; } = account;

    public AccountClass Class { get; } = classes;

    public List<int> SubAccounts { get; } = [];

    public Amount Debit { get; private set; }

    public Amount Credit { get; private set; }

    public Amount Opening { get; private set; }

    public Amount Balance => Debit - Credit;

    public void Add(int subAccount, in SubAccountState state)
    {
        SubAccounts.Add(subAccount);
        Debit += state.Debit;
        Credit += state.Credit;
        Opening += state.Opening;
    }
}

/// <summary>The balances of the accounts, in the order of their first line.</summary>
internal static class AccountBalances
{
    public static List<AccountTotal> Of(RunningBooks books)
    {
        var totals = Enumerable.Range(0, books.Accounts.Count).Select(account => new AccountTotal(account, books.AccountStates[account].Class)).ToList();
        for (var sub = 0; sub < books.SubAccounts.Count; sub++)
        {
            totals[books.SubAccounts.ScopeOf(sub)].Add(sub, books.SubAccountStates[sub]);
        }

        return totals;
    }
}
