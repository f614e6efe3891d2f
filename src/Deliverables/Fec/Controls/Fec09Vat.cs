using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-09: VAT by month, to hold against the returns; tax collected at a rate that France does not know.</summary>
/// <remarks>
/// Rates: CGI art. 278 to 281 nonies (20, 10, 5.5, 2.1), 294 and 296 (overseas 8.5, 1.75, 1.05), 297 (Corsica 13, 0.9). PCG art. 944-44: 4457 collected,
/// 4456 deductible, 4455 due, 44567 credit carried forward. Movements are net: a credit note takes away what an invoice added, whether its amount is
/// negative or stands on the other side. Entries that settle the month, which move the tax into 4455 or 44567, are no tax of that month.
/// </remarks>
internal sealed class Fec09Vat(FecThresholds thresholds) : Control("FEC-09")
{
    private static readonly ImmutableArray<int> _ratesInTenThousandths = [2000, 1000, 850, 550, 210, 175, 105, 1300, 90];

    private readonly SegmentedList<Movement> _entries = new();
    private readonly SegmentedList<OtherTax> _taxes = new();
    private readonly Amount _tolerance = Amount.FromEuros(thresholds.VatToleranceByLine);

    // An entry whose lines bear several days (a journal whose number is 0 throughout) is as many movements as it has days.
    private readonly Dictionary<(int Entry, int Day), Movement> _others = [];
    private SortedDictionary<int, VatMonth>? _months;
    private int _taxCount;

    public override void Dispose()
    {
        base.Dispose();
        _entries.Dispose();
        _taxes.Dispose();
    }

    public override void Line(FecLine line, RunningBooks books)
    {
        if (!books.Class.Is(AccountClass.VatCollected | AccountClass.VatDeductible | AccountClass.VatDue | AccountClass.VatCarried | AccountClass.Sales) || books.IsOpening)
        {
            return;
        }

        if (line.EntryDay.Number == books.EntryStates[books.Entry].Day)
        {
            Add(ref _entries[books.Entry], line.Balance, books);
            return;
        }

        ref var movement = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (books.Entry, line.EntryDay.Number), out _);
        Add(ref movement, line.Balance, books);
    }

    /// <summary>The tax of each month, by months since year 0.</summary>
    public SortedDictionary<int, VatMonth> Months(RunningBooks books) => _months ??= SumMonths(books);

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var count = matter.Books.Months.Values.Count(month => month.VatLines > 0);
        if (count > 0)
        {
            var all = Months(matter.Books).Values.Aggregate(default(VatMonth), (sum, month) => sum.With(month));
            yield return Found("Months", ControlSeverity.Info, count, all.Collected, [], FindingFact.Of(all.Deductible.ToDecimal()), FindingFact.Of(all.Paid.ToDecimal()));
        }

        var odd = new List<int>();
        for (var entry = 0; entry < _entries.Count; entry++)
        {
            if (IsOdd(_entries[entry]))
            {
                odd.Add(entry);
            }
        }

        if (odd.Count > 0)
        {
            var tax = odd.Aggregate(default(Amount), (sum, entry) => sum + _entries[entry].Collected.Size);
            yield return Found("Rate", ControlSeverity.Info, odd.Count, tax, matter.LinesOfEntries(odd));
        }
    }

    private SortedDictionary<int, VatMonth> SumMonths(RunningBooks books)
    {
        var months = new Dictionary<int, VatMonth>();
        for (var entry = 0; entry < _entries.Count; entry++)
        {
            Sum(months, books.EntryStates[entry].Day, _entries[entry], books);
        }

        foreach (var (key, movement) in _others)
        {
            Sum(months, key.Day, movement, books);
        }

        return new(months);
    }

    private void Sum(Dictionary<int, VatMonth> months, int day, in Movement movement, RunningBooks books)
    {
        if (day <= 0 || movement.HasTax == movement.HasSettlement)
        {
            return;
        }

        var other = movement.Other == 0 ? default : _taxes[movement.Other - 1];
        ref var month = ref CollectionsMarshal.GetValueRefOrAddDefault(months, books.MonthOf(day), out _);
        month = month.With(movement.HasTax ? new(movement.Collected, other.Deductible, default) : new(default, default, other.Due));
    }

    private void Add(ref Movement movement, Amount balance, RunningBooks books)
    {
        if (books.Class.Is(AccountClass.VatCollected))
        {
            movement.AddCollected(balance, books.Account);
        }
        else if (books.Class.Is(AccountClass.Sales))
        {
            movement.Base -= balance;
            movement.Lines++;
        }
        else
        {
            AddOther(ref movement, balance, books.Class);
        }
    }

    private void AddOther(ref Movement movement, Amount balance, AccountClass of)
    {
        movement.Other = movement.Other == 0 ? ++_taxCount : movement.Other;
        ref var other = ref _taxes[movement.Other - 1];
        movement.HasTax |= of.Is(AccountClass.VatDeductible);
        movement.HasSettlement |= of.Is(AccountClass.VatDue | AccountClass.VatCarried);
        other.Deductible += of.Is(AccountClass.VatDeductible) ? balance : default;
        other.Due += of.Is(AccountClass.VatDue) ? balance : default;
    }

    /// <summary>One account of tax, one base, and no known rate leads from one to the other.</summary>
    private bool IsOdd(in Movement entry)
    {
        if (entry.HasManyRates || !entry.HasCollected || entry.Base.IsZero || entry.Collected.IsZero)
        {
            return false;
        }

        var allowed = _tolerance.Units * entry.Lines * 10_000;
        var (tax, untaxed) = (entry.Collected.Units * 10_000, entry.Base.Units);
        return _ratesInTenThousandths.All(rate => Int128.Abs(tax - (untaxed * rate)) > allowed);
    }

    /// <summary>What the lines of one entry and day move. A file has millions of them: 48 bytes each.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Movement
    {
        public Amount Collected;
        public Amount Base;

        /// <summary>Lines of collected tax and of sales.</summary>
        public int Lines;

        /// <summary>Place of the other taxes, from 1; 0 for none.</summary>
        public int Other;
        public bool HasManyRates;
        public bool HasTax;
        public bool HasSettlement;

        // From 1, so that 0 is none.
        private int _account;

        public readonly bool HasCollected => _account > 0;

        public void AddCollected(Amount balance, int account)
        {
            HasManyRates |= HasCollected && _account != account + 1;
            _account = account + 1;
            Collected -= balance;
            HasTax = true;
            Lines++;
        }
    }

    /// <summary>The tax of an entry that is not collected.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct OtherTax
    {
        public Amount Deductible;
        public Amount Due;
    }
}

/// <summary>The VAT of a month, net of credit notes and of the entries that settle it.</summary>
/// <param name="Collected">On 4457, in credit.</param>
/// <param name="Deductible">On 4456, in debit, without the credit carried forward (44567).</param>
/// <param name="Paid">On 4455, in debit, outside the entries that settle the month.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VatMonth(Amount Collected, Amount Deductible, Amount Paid)
{
    public VatMonth With(VatMonth other) => new(Collected + other.Collected, Deductible + other.Deductible, Paid + other.Paid);
}
