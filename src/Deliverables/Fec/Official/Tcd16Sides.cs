namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-16: exactly one of debit and credit is not zero on each line.</summary>
internal sealed class Tcd16Sides() : OfficialRule("TCD-16", OfficialClass.A)
{
    private bool _isUsual;
    private bool _isConverted;
    private FecColumn? _debit;
    private FecColumn? _credit;

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        (_isUsual, _isConverted) = (SideColumns.AreUsual(header), header.IsConverted);
        (_debit, _credit) = (SideColumns.Debit(header), SideColumns.Credit(header));
    }

    public override void Line(FecLine line) => Tally.AddIf(
        _isUsual && line.IsPlain
            ? line.Debit.IsZero == line.Credit.IsZero
            : SideColumns.IsZero(line, _debit, _isConverted) == SideColumns.IsZero(line, _credit, _isConverted),
        line.Number);
}
