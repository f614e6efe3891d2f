using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>
/// TCD-12: journal, document and validation date blank on at least one line; on a cash basis, the document only. Not asked of files that close before 2013.
/// </summary>
internal sealed class Tcd12Missing(bool isStrict) : BlankColumns("TCD-12", OfficialClass.V)
{
    protected override ImmutableArray<FecColumn> Columns(FecHeader header) => !isStrict ? []
        : header.Regime == FecRegime.Commercial
            ? [FecColumn.JournalCode, FecColumn.JournalLib, FecColumn.PieceRef, FecColumn.PieceDate, FecColumn.ValidDate]
            : [FecColumn.PieceRef, FecColumn.PieceDate];
}
