namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-07: suspense accounts (471 to 475) and internal transfers (58) are cleared at the closing.</summary>
internal sealed class Fec07Suspense() : Control("FEC-07")
{
    private readonly Dictionary<int, int> _oldest = [];

    public override void Line(FecLine line, RunningBooks books)
    {
        if (books.Class.Is(AccountClass.Suspense) && line.EntryDay.IsDay && line.IsBlank(FecColumn.EcritureLet))
        {
            _oldest[books.Account] = Math.Min(_oldest.GetValueOrDefault(books.Account, int.MaxValue), line.EntryDay.Number);
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var balances = AccountBalances.Of(matter.Books);
        var open = balances.Where(balance => balance.Class.Is(AccountClass.Suspense) && !balance.Balance.IsZero).ToList();
        if (open.Count == 0)
        {
            yield break;
        }

        var amount = open.Aggregate(default(Amount), (sum, account) => sum + account.Balance.Size);
        var oldest = open.Select(account => _oldest.GetValueOrDefault(account.Account, int.MaxValue)).Min();
        var days = oldest == int.MaxValue || matter.Year.AsOf is not { } end ? 0 : Math.Max(0, end.DayNumber - oldest);
        yield return Found(
            matter.Year.IsInterim ? "Interim" : "Closing",
            matter.Year.IsInterim ? ControlSeverity.Minor : ControlSeverity.Major,
            open.Count,
            amount,
            matter.LinesOfSubAccounts(open.SelectMany(account => account.SubAccounts)),
            FindingFact.Of(string.Join(", ", open.Take(5).Select(account => matter.NameOf(matter.Books.Accounts, account.Account)))),
            FindingFact.Of(days));
    }
}
