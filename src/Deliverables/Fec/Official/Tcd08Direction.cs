namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-08: Sens is D, C, +1 or -1; else the line is listed and the check stops.</summary>
internal sealed class Tcd08Direction() : OfficialRule("TCD-08", OfficialClass.E)
{
    public override bool Stops => true;

    public override void Line(FecLine line)
    {
        if (line.HasDirection && Header.Has(FecColumn.Sens))
        {
            Tally.AddIf(line[FecColumn.Sens] is not ([(byte)'D' or (byte)'C'] or [(byte)'+' or (byte)'-', (byte)'1']), line.Number);
        }
    }
}
