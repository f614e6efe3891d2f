namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-08: Sens is D, C, +1 or -1, small letters too; blanks may stand around the numbers alone. Else the line is listed and the check stops.</summary>
internal sealed class Tcd08Direction() : OfficialRule("TCD-08", OfficialClass.E)
{
    private bool _isConverted;

    /// <summary>Whether it stopped the check.</summary>
    public bool HasStopped => Tally.Count > 0;

    public override bool Stops => true;

    public override bool IsOfLines => _isConverted;

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _isConverted = header.IsConverted;
    }

    public override void Line(FecLine line) => Tally.AddIf(!IsSide(line), line.Number);

    private static bool IsSide(FecLine line)
    {
        var side = line[FecColumn.Sens];
        var isNumber = side.Trim(" \t\v\f"u8) is [(byte)'+' or (byte)'-', (byte)'1'];
        var padding = line.SidePadding;
        return padding.Any ? isNumber && !padding.NoBreak : isNumber || side is [(byte)'D' or (byte)'d' or (byte)'C' or (byte)'c'];
    }
}
