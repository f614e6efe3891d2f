namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-07: every other legal column of the regime must exist, in files that close from 2013 on.</summary>
internal sealed class Tcd07LegalColumns(bool isStrict) : OfficialRule("TCD-07", OfficialClass.E)
{
    public override IEnumerable<OfficialFinding> Findings()
    {
        var last = LegalColumns.LastOf(Header.Regime);
        var missing = Enum.GetValues<FecColumn>()
            .Where(column => isStrict && column <= last && column is not FecColumn.Debit and not FecColumn.Credit)
            .Except(Tcd06RequiredColumns.Always)
            .Where(column => !Header.Has(column)).ToList();
        return missing.Count > 0 ? [FoundInHeader(OfficialClass.E, missing.Count, Names(missing))] : [];
    }
}
