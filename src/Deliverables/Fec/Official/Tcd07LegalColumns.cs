namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-07: every other legal column of the regime must exist.</summary>
internal sealed class Tcd07LegalColumns() : OfficialRule("TCD-07", OfficialClass.E)
{
    public override IEnumerable<OfficialFinding> Findings()
    {
        var last = Header.Regime switch
        {
            FecRegime.Commercial => FecColumn.Idevise,
            FecRegime.FarmCash => FecColumn.NatOp,
            _ => FecColumn.IdClient,
        };
        var missing = Enum.GetValues<FecColumn>()
            .Where(column => column <= last && column is not FecColumn.Debit and not FecColumn.Credit)
            .Except(Tcd06RequiredColumns.Of(Header))
            .Where(column => !Header.Has(column)).ToList();
        return missing.Count > 0 ? [FoundInHeader(OfficialClass.E, missing.Count, Names(missing))] : [];
    }
}
