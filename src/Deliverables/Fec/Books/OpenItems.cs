using System.Runtime.CompilerServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>What is not lettered on the accounts of customers and suppliers, by age on a given day.</summary>
/// <param name="asOf">The day from which age is counted back, as a day number.</param>
internal sealed class OpenItems(int asOf) : IDisposable
{
    private static readonly int[] _ages = [30, 60, 90, 180];

    private readonly SegmentedList<Ages> _bySubAccount = new();

    public int AsOf => asOf;

    public void Dispose() => _bySubAccount.Dispose();

    public void Add(int subAccount, int day, Amount balance)
    {
        var (age, at) = (asOf - day, 0);
        while (at < _ages.Length && age > _ages[at])
        {
            at++;
        }

        _bySubAccount[subAccount][at] += balance;
    }

    /// <summary>Up to 30 days, 60, 90, 180, more.</summary>
    public IEnumerable<Amount> Of(int subAccount)
    {
        var ages = subAccount < _bySubAccount.Count ? _bySubAccount[subAccount] : default;
        for (var at = 0; at <= _ages.Length; at++)
        {
            yield return ages[at];
        }
    }

    [InlineArray(5)]
    private struct Ages
    {
        private Amount _first;
    }
}

/// <summary>Counts open items again, once the end of an interim file is known.</summary>
internal sealed class OpenItemsAgain(RunningBooks books, int asOf) : IFecSink
{
    public OpenItems Items { get; } = new(asOf);

    public void Line(FecLine line)
    {
        if (!line.IsBlank(FecColumn.EcritureLet))
        {
            return;
        }

        var account = books.Accounts.Find(0, line[FecColumn.CompteNum]);
        if (account >= 0 && books.AccountStates[account].Class.Is(AccountClass.ThirdParty) && books.SubAccounts.Find(account, line[FecColumn.CompAuxNum]) is var sub and >= 0)
        {
            Items.Add(sub, line.EntryDay.Number, line.Balance);
        }
    }
}
