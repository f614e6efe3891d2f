using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-10: balances on the side where they cannot be (cash, partners) or seldom are (suppliers, customers); negative amounts.</summary>
internal sealed class Fec10Signs() : Control("FEC-10")
{
    private readonly Dictionary<(int Account, int Day), CashDay> _cash = [];
    private readonly LineTally _negative = new();
    private Amount _negativeAmount;

    public override void Look(FecLine line)
    {
        if (line.Debit.IsNegative || line.Credit.IsNegative)
        {
            _negative.Add(line.Number);
            _negativeAmount += (line.Debit.IsNegative ? line.Debit : line.Credit).Size;
        }
    }

    public override void Line(FecLine line, RunningBooks books)
    {
        if (books.Class.Is(AccountClass.Cash))
        {
            ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_cash, (books.Account, line.EntryDay.Number), out _);
            day.Moved += line.Balance;
            day.LastLine = line.Number;
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var balances = AccountBalances.Of(matter.Books);
        return
        [
            .. Cash(),
            .. Wrong("Partner", ControlSeverity.Major, AccountClass.Partner, isDebit: true, matter, balances),
            .. Wrong("Supplier", ControlSeverity.Minor, AccountClass.Supplier, isDebit: true, matter, balances),
            .. Wrong("Customer", ControlSeverity.Minor, AccountClass.Customer, isDebit: false, matter, balances),
            .. _negative.Count > 0 ? [Found("Negative", ControlSeverity.Info, _negative.Count, _negativeAmount, _negative.Lines)] : Array.Empty<ControlFinding>(),
        ];
    }

    /// <summary>Days on whose evening less than nothing is left in a cash box.</summary>
    private IEnumerable<ControlFinding> Cash()
    {
        var (below, worst) = (new List<long>(), default(Amount));
        var (account, balance) = (-1, default(Amount));
        foreach (var (day, moved) in _cash.OrderBy(item => item.Key))
        {
            balance = day.Account == account ? balance + moved.Moved : moved.Moved;
            account = day.Account;
            if (balance.IsNegative)
            {
                below.Add(moved.LastLine);
                worst = balance < worst ? balance : worst;
            }
        }

        return below.Count > 0 ? [Found("Cash", ControlSeverity.Major, below.Count, worst.Size, below.Order().Take(FecReport.MostLines))] : [];
    }

    private IEnumerable<ControlFinding> Wrong(
        string variant, ControlSeverity severity, AccountClass kind, bool isDebit, ControlMatter matter, List<AccountTotal> balances)
    {
        var states = matter.Books.SubAccountStates;
        var wrong = balances.Where(account => account.Class.Is(kind)).SelectMany(account => account.SubAccounts)
            .Where(sub => (states[sub].Debit - states[sub].Credit) is { IsZero: false } balance && balance.IsNegative != isDebit).ToList();
        if (wrong.Count == 0)
        {
            return [];
        }

        var amount = wrong.Aggregate(default(Amount), (sum, sub) => sum + (states[sub].Debit - states[sub].Credit).Size);
        var names = string.Join(", ", wrong.Take(5).Select(sub => matter.NameOf(matter.Books.Names, states[sub].NameId)));
        return [Found(variant, severity, wrong.Count, amount, matter.LinesOfSubAccounts(wrong), FindingFact.Of(names))];
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct CashDay
    {
        public Amount Moved;
        public long LastLine;
    }
}
