namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-04: the header holds at least nine names between tabulations, else between bars. Another file is not read.</summary>
internal static class Tcd04Separator
{
    public static OfficialFinding Find() => new("TCD-04", OfficialClass.E, 1, [1], [FindingFact.Of(FecHeader.FewestNames)]);
}
