namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-10: every line has the header's number of fields. The other rules look all the same at what stands in each place.</summary>
internal sealed class Tcd10FieldCount() : OfficialRule("TCD-10", OfficialClass.E)
{
    public void Misfit(FecLine line) => Tally.Add(line.Number);

    public override IEnumerable<OfficialFinding> Findings() =>
        Tally.Count > 0 ? [Found(OfficialClass.E, Tally, FindingFact.Of(Header.Fields.Length))] : [];
}
