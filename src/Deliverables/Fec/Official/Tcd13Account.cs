namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-13: an account number starts with three digits.</summary>
internal sealed class Tcd13Account() : OfficialRule("TCD-13", OfficialClass.A)
{
    public override void Line(FecLine line)
    {
        var account = line[FecColumn.CompteNum];
        Tally.AddIf(!account.IsEmpty && (account.Length < 3 || account[..3].ContainsAnyExceptInRange((byte)'0', (byte)'9')), line.Number);
    }
}
