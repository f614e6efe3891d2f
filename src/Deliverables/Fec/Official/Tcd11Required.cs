using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-11: number, date, account, its name and the label are never blank.</summary>
internal sealed class Tcd11Required() : BlankColumns("TCD-11", OfficialClass.E)
{
    protected override ImmutableArray<FecColumn> Columns(FecHeader header) => Tcd06RequiredColumns.Always;
}
