namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-05: names compared without case, accents or signs, in any order; a trailing separator is information, an unknown column an extra one.</summary>
internal sealed class Tcd05Columns() : OfficialRule("TCD-05", OfficialClass.S)
{
    public override IEnumerable<OfficialFinding> Findings()
    {
        if (Header.HasTrailingSeparator)
        {
            yield return FoundInHeader(OfficialClass.I, 1);
        }

        if (Header.Unknown.Length > 0)
        {
            yield return FoundInHeader(OfficialClass.S, Header.Unknown.Length, FindingFact.Of(string.Join(", ", Header.Unknown)));
        }
    }
}
