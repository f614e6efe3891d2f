using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>What a list of cases is narrowed to and sorted by; all of it is in the address.</summary>
public sealed record CaseFilter(Standing? Outcome, bool DiffersOnly, bool DisputedOnly, int? Month, string? Search, CaseOrder Order,
    bool Descending)
{
    private const int MaxSearchLength = 200;

    public const string Differing = "yes";
    public const string InDispute = "disputed";

    public static CaseFilter Parse(string? outcome, string? difference, string? month, string? q, string? sort)
    {
        var key = sort?.TrimStart('-');
        return new CaseFilter(
            Enum.TryParse<Standing>(outcome, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null,
            difference == Differing,
            difference == InDispute,
            OccurrenceKeys.MonthOf(month),
            string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, MaxSearchLength)],
            Enum.TryParse<CaseOrder>(key, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : CaseOrder.Start,
            sort is null || sort.StartsWith('-'));
    }

    /// <summary>Whether it only sorts.</summary>
    public bool KeepsAll => Outcome is null && !DiffersOnly && !DisputedOnly && Month is null && Search is null;

    public bool Keeps(in CaseObligation item) =>
        (Outcome is null || item.Standing == Outcome)
        && (!DiffersOnly || item.Differs)
        && (!DisputedOnly || item.Disputed is not null)
        && (Month is null || item.Month == Month)
        && (Search is null || item.Case.Contains(Search, StringComparison.OrdinalIgnoreCase));

    /// <summary>One page of what is kept, and how many there are in all.</summary>
    public (IReadOnlyList<CaseObligation> Rows, int Total) Page(MeasuredCases measured, int page, int size)
    {
        var places = measured.Listed(this);
        var skip = Math.Min((long)(page - 1) * size, places.Count);
        return ([.. places.Skip((int)skip).Take(size).Select(place => measured.Cases[place])], places.Count);
    }

    /// <summary>Everything that is kept, in order, for an export.</summary>
    public IEnumerable<CaseObligation> All(MeasuredCases measured) => measured.Listed(this).Select(place => measured.Cases[place]);
}
