using System.Globalization;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-16: is the bookkeeping up to date? Months without bank, sales, purchases, VAT or payroll entries, up to the end of what was asked for.</summary>
/// <remarks>A kind of entry that never occurs is not asked for (no employees, no VAT), but for the bank.</remarks>
internal sealed class Fec16UpToDate() : Control("FEC-16")
{
    private static readonly (string Variant, Func<MonthState, long> Lines)[] _kinds =
    [
        ("Bank", month => month.Bank),
        ("Sales", month => month.Sales),
        ("Purchases", month => month.Purchases),
        ("Vat", month => month.VatLines),
        ("Payroll", month => month.Payroll),
    ];

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (matter.Books.LastDay == 0)
        {
            yield break;
        }

        var months = Asked(matter).ToList();
        foreach (var (variant, lines) in _kinds)
        {
            var missing = months.Where(month => !matter.Books.Months.TryGetValue(month, out var state) || lines(state) == 0).ToList();
            if (missing.Count > 0 && (variant == "Bank" || matter.Books.Months.Values.Any(month => lines(month) > 0)))
            {
                yield return Found(variant, ControlSeverity.Minor, missing.Count, null, [], FindingFact.Of(string.Join(", ", missing.Select(Written))), LastOf(matter, lines));
            }
        }
    }

    /// <summary>From the opening, or from the first entry of a file about another year, to the day up to which it can be asked about.</summary>
    private static IEnumerable<int> Asked(ControlMatter matter)
    {
        var (books, year) = (matter.Books, matter.Year);
        var last = (IsUnderWay(matter) ? year.AsOf!.Value.AddDays(-year.AsOf.Value.Day) : year.AsOf)?.DayNumber ?? books.LastDay;
        var first = year.Opening is { } opening && opening.DayNumber <= last && books.FirstDay <= last && year.Closing >= year.AsOf ? opening.DayNumber : books.FirstDay;
        for (var month = books.MonthOf(first); month <= books.MonthOf(last); month++)
        {
            yield return month;
        }
    }

    /// <summary>A file received in the middle of a month cannot hold that month whole: it is asked about up to the month before.</summary>
    private static bool IsUnderWay(ControlMatter matter) =>
        matter.Options.ReceivedOn is { } received && matter.Year.AsOf == received && received.AddDays(1).Day != 1 && received.DayNumber - received.Day >= matter.Books.FirstDay;

    private static FindingFact LastOf(ControlMatter matter, Func<MonthState, long> lines)
    {
        var last = matter.Books.Months.Where(month => lines(month.Value) > 0).Select(month => month.Key).DefaultIfEmpty(-1).Last();
        return last < 0 ? FindingFact.OfWord("Never") : FindingFact.Of(Written(last));
    }

    private static string Written(int month) => string.Create(CultureInfo.InvariantCulture, $"{(month % 12) + 1:00}/{month / 12:0000}");
}
