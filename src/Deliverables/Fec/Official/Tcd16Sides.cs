namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-16: exactly one of debit and credit is not zero on each line.</summary>
internal sealed class Tcd16Sides() : OfficialRule("TCD-16", OfficialClass.A)
{
    private bool _hasBothSides;

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _hasBothSides = Tcd06RequiredColumns.Of(header).All(header.Has);
    }

    public override void Line(FecLine line)
    {
        if (_hasBothSides && line.DebitForm <= AmountForm.Readable && line.CreditForm <= AmountForm.Readable)
        {
            Tally.AddIf(line.Debit.IsZero == line.Credit.IsZero, line.Number);
        }
    }
}
