namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-01: the upper-cased name matches <c>(.+)FEC(20\d\d[01]\d[0-3]\d)</c>: a SIREN of any length and signs, but one. A file of another name is not read.</summary>
internal static class Tcd01Name
{
    public static OfficialFinding? Find(FecFile file) => file.Parts.FirstOrDefault(part => FecName.Parse(part.Name) is not { IsOfficial: true }) is { } misnamed
        ? new("TCD-01", OfficialClass.E, 1, [], [FindingFact.Of(Path.GetFileName(misnamed.Name))])
        : null;
}
