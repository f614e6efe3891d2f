namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-05: names compared without case, accents or signs, in any order; a trailing separator is information, an unknown column an extra one.</summary>
internal sealed class Tcd05Columns() : OfficialRule("TCD-05", OfficialClass.S)
{
    /// <summary>Columns of an XML file that its schema does not have.</summary>
    public IReadOnlyCollection<string> Extra { get; set; } = [];

    /// <summary>What is said even when the check stops before the lines.</summary>
    public IEnumerable<OfficialFinding> TrailingSeparator() => Header.HasTrailingSeparator ? [FoundInHeader(OfficialClass.I, 1)] : [];

    public override IEnumerable<OfficialFinding> Findings()
    {
        string[] unknown = [.. Header.Unknown, .. Extra];
        return unknown.Length == 0 ? TrailingSeparator()
            : TrailingSeparator().Append(FoundInHeader(OfficialClass.S, unknown.Length, FindingFact.Of(string.Join(", ", unknown))));
    }
}
