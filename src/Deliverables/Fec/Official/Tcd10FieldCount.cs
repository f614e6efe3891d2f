namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-10: every line has the header's number of fields. The other rules then leave the line alone: its fields may be out of place.</summary>
internal sealed class Tcd10FieldCount() : OfficialRule("TCD-10", OfficialClass.E)
{
    public override void Misfit(FecLine line) => Tally.Add(line.Number);

    public override IEnumerable<OfficialFinding> Findings() =>
        Tally.Count > 0 ? [Found(OfficialClass.E, Tally, FindingFact.Of(Header.Fields.Length))] : [];
}
