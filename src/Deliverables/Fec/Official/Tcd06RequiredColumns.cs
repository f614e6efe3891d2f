using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-06: the columns without which there is no entry must exist.</summary>
internal sealed class Tcd06RequiredColumns() : OfficialRule("TCD-06", OfficialClass.O)
{
    public static readonly ImmutableArray<FecColumn> Always =
        [FecColumn.EcritureNum, FecColumn.EcritureDate, FecColumn.CompteNum, FecColumn.CompteLib, FecColumn.EcritureLib];

    /// <summary>Montant may stand for Debit and Sens for Credit; where there is one of them, what lacks goes by their names.</summary>
    public static IEnumerable<FecColumn> Missing(FecHeader header)
    {
        var (amount, side) = (header.Has(FecColumn.Montant), header.Has(FecColumn.Sens));
        var missing = Always.Where(column => !header.Has(column));
        missing = amount || header.Has(FecColumn.Debit) ? missing : missing.Append(side ? FecColumn.Montant : FecColumn.Debit);
        return side || header.Has(FecColumn.Credit) ? missing : missing.Append(amount ? FecColumn.Sens : FecColumn.Credit);
    }

    public override IEnumerable<OfficialFinding> Findings()
    {
        var missing = Missing(Header).ToList();
        return missing.Count > 0 ? [FoundInHeader(OfficialClass.O, missing.Count, Names(missing))] : [];
    }
}
