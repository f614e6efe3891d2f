using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-06: the columns without which there is no entry must exist.</summary>
internal sealed class Tcd06RequiredColumns() : OfficialRule("TCD-06", OfficialClass.O)
{
    public static readonly ImmutableArray<FecColumn> Always =
        [FecColumn.EcritureNum, FecColumn.EcritureDate, FecColumn.CompteNum, FecColumn.CompteLib, FecColumn.EcritureLib];

    public static IEnumerable<FecColumn> Of(FecHeader header) =>
        Always.Concat(header.HasDirection ? [FecColumn.Montant, FecColumn.Sens] : [FecColumn.Debit, FecColumn.Credit]);

    public override IEnumerable<OfficialFinding> Findings()
    {
        var missing = Of(Header).Where(column => !Header.Has(column)).ToList();
        return missing.Count > 0 ? [FoundInHeader(OfficialClass.O, missing.Count, Names(missing))] : [];
    }
}
