using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What TCD-11 and TCD-12 share: lines on which one of several columns is blank. A date of 0, / or - is blank.</summary>
internal abstract class BlankColumns(string id, OfficialClass kind) : OfficialRule(id, kind)
{
    private ImmutableArray<FecColumn> _columns = [];
    private long[] _blanks = [];

    protected abstract ImmutableArray<FecColumn> Columns(FecHeader header);

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _columns = Present(header, Columns(header).AsSpan());
        _blanks = new long[_columns.Length];
    }

    public override void Line(FecLine line)
    {
        var isFound = false;
        for (var at = 0; at < _columns.Length; at++)
        {
            if (IsBlank(line, _columns[at]))
            {
                _blanks[at]++;
                isFound = true;
            }
        }

        Tally.AddIf(isFound, line.Number);
    }

    public override IEnumerable<OfficialFinding> Findings() =>
        Tally.Count > 0 ? [Found(Kind, Tally, Names(_columns.Where((_, at) => _blanks[at] > 0)))] : [];

    private static bool IsBlank(FecLine line, FecColumn column) => line.IsBlank(column) || column switch
    {
        FecColumn.EcritureDate => line.EntryDay.Form == DayForm.Blank,
        FecColumn.PieceDate => line.PieceDay.Form == DayForm.Blank,
        FecColumn.ValidDate => line.ValidDay.Form == DayForm.Blank,
        _ => false,
    };
}
