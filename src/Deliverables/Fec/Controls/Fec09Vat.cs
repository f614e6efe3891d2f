using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-09: VAT by month, to hold against the returns; tax collected at a rate that France does not know.</summary>
/// <remarks>Rates: CGI art. 278 to 281 nonies (20, 10, 5.5, 2.1), 294 and 296 (overseas 8.5, 1.75, 1.05), 297 (Corsica 13, 0.9).</remarks>
internal sealed class Fec09Vat(FecThresholds thresholds) : Control("FEC-09")
{
    private static readonly ImmutableArray<int> _ratesInTenThousandths = [2000, 1000, 850, 550, 210, 175, 105, 1300, 90];

    private readonly SegmentedList<Invoice> _entries = new();
    private readonly Amount _tolerance = Amount.FromEuros(thresholds.VatToleranceByLine);

    public override void Dispose()
    {
        base.Dispose();
        _entries.Dispose();
    }

    public override void Line(FecLine line, RunningBooks books)
    {
        if (books.Class.Is(AccountClass.VatCollected))
        {
            ref var entry = ref _entries[books.Entry];
            entry.HasManyRates |= entry.TaxLines > 0 && entry.TaxAccount != books.Account;
            entry.TaxAccount = books.Account;
            entry.Tax -= line.Balance;
            entry.TaxLines++;
        }
        else if (books.Class.Is(AccountClass.Sales))
        {
            ref var entry = ref _entries[books.Entry];
            entry.Base -= line.Balance;
            entry.BaseLines++;
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var months = matter.Books.Months.Values.Where(month => month.VatLines > 0).ToList();
        if (months.Count > 0)
        {
            var collected = months.Aggregate(default(Amount), (sum, month) => sum + month.VatCollected);
            var deductible = months.Aggregate(default(Amount), (sum, month) => sum + month.VatDeductible);
            var paid = months.Aggregate(default(Amount), (sum, month) => sum + month.VatPaid);
            yield return Found("Months", ControlSeverity.Info, months.Count, collected, [], FindingFact.Of(deductible.ToDecimal()), FindingFact.Of(paid.ToDecimal()));
        }

        var odd = Odd();
        if (odd.Count > 0)
        {
            var tax = odd.Aggregate(default(Amount), (sum, entry) => sum + _entries[entry].Tax.Size);
            yield return Found("Rate", ControlSeverity.Info, odd.Count, tax, matter.LinesOfEntries(odd));
        }
    }

    private List<int> Odd()
    {
        var odd = new List<int>();
        for (var entry = 0; entry < _entries.Count; entry++)
        {
            if (IsOdd(_entries[entry]))
            {
                odd.Add(entry);
            }
        }

        return odd;
    }

    /// <summary>One account of tax, one base, and no known rate leads from one to the other.</summary>
    private bool IsOdd(in Invoice entry)
    {
        if (entry.HasManyRates || entry.TaxLines == 0 || entry.Base.IsZero || entry.Tax.IsZero)
        {
            return false;
        }

        var allowed = _tolerance.Units * (entry.TaxLines + entry.BaseLines) * 10_000;
        var (tax, untaxed) = (entry.Tax.Units * 10_000, entry.Base.Units);
        return _ratesInTenThousandths.All(rate => Int128.Abs(tax - (untaxed * rate)) > allowed);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Invoice
    {
        public Amount Tax;
        public Amount Base;
        public int TaxAccount;
        public int TaxLines;
        public int BaseLines;
        public bool HasManyRates;
    }
}
