using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>What a list of cases is narrowed to and sorted by; all of it is in the address.</summary>
internal sealed record CaseFilter(Standing? Outcome, bool DiffersOnly, int? Month, string? Search, CaseOrder Order, bool Descending)
{
    private const int MaxSearchLength = 200;

    public static CaseFilter Parse(string? outcome, string? difference, string? month, string? q, string? sort)
    {
        var key = sort?.TrimStart('-');
        return new CaseFilter(
            Enum.TryParse<Standing>(outcome, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null,
            difference == "yes",
            OccurrenceKeys.MonthOf(month),
            string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, MaxSearchLength)],
            Enum.TryParse<CaseOrder>(key, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : CaseOrder.Start,
            sort is null || sort.StartsWith('-'));
    }

    public bool Keeps(in CaseObligation item) =>
        (Outcome is null || item.Standing == Outcome)
        && (!DiffersOnly || item.Differs)
        && (Month is null || item.Month == Month)
        && (Search is null || item.Case.Contains(Search, StringComparison.OrdinalIgnoreCase));

    /// <summary>One page of what is kept, and how many there are in all.</summary>
    public (IReadOnlyList<CaseObligation> Rows, int Total) Page(MeasuredCases measured, int page, int size)
    {
        var (rows, total, skip) = (new List<CaseObligation>(size), 0, (page - 1) * size);
        var cases = measured.Cases;
        foreach (var place in measured.InOrder(Order, Descending))
        {
            var item = cases[place];
            if (!Keeps(item))
            {
                continue;
            }

            if (total >= skip && rows.Count < size)
            {
                rows.Add(item);
            }

            total++;
        }

        return (rows, total);
    }

    /// <summary>Everything that is kept, in order, for an export.</summary>
    public IEnumerable<CaseObligation> All(MeasuredCases measured) => measured.InOrder(Order, Descending).Select(place => measured.Cases[place]).Where(item => Keeps(item));
}
