namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-13: an account number starts with three digits.</summary>
internal sealed class Tcd13Account() : OfficialRule("TCD-13", OfficialClass.A)
{
    private bool _isFirst;

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _isFirst = header.Fields is [FecColumn.CompteNum, ..];
    }

    public override void Line(FecLine line)
    {
        var account = line[FecColumn.CompteNum];
        Tally.AddIf(!account.IsEmpty && (account.Length < 3 || account[..3].ContainsAnyExceptInRange((byte)'0', (byte)'9') || (_isFirst && line.IsIndented)), line.Number);
    }
}
