using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What TCD-11 and TCD-12 share: lines on which one of several columns is blank. A date of zeros is not blank here.</summary>
internal abstract class BlankColumns(string id, OfficialClass kind) : OfficialRule(id, kind)
{
    private ImmutableArray<FecColumn> _columns = [];
    private int _bits;
    private int _found;

    protected abstract ImmutableArray<FecColumn> Columns(FecHeader header);

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _columns = Present(header, Columns(header).AsSpan());
        _bits = _columns.Aggregate(0, (bits, column) => bits | FecColumns.Bit(column));
    }

    public override void Line(FecLine line)
    {
        if (line.BlanksOf(_bits) is var blanks and not 0)
        {
            _found |= blanks;
            Tally.Add(line.Number);
        }
    }

    public override IEnumerable<OfficialFinding> Findings() =>
        Tally.Count > 0 ? [Found(Kind, Tally, Names(_columns.Where(column => (_found & FecColumns.Bit(column)) != 0)))] : [];
}
