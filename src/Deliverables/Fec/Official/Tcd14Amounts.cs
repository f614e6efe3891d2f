using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-14: amounts are written with a decimal comma and nothing between thousands. There is no limit of digits; what our own figures hold is FEC-02's.</summary>
internal sealed class Tcd14Amounts() : OfficialRule("TCD-14", OfficialClass.E)
{
    private ImmutableArray<FecColumn> _columns = [];
    private bool _isUsual;
    private bool _isFirst;

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _isUsual = SideColumns.AreUsual(header);
        _isFirst = header.Fields is [FecColumn.Debit or FecColumn.Credit or FecColumn.Montant or FecColumn.Sens or FecColumn.Montantdevise, ..];
        _columns = Present(header, FecColumn.Debit, FecColumn.Credit, FecColumn.Montant, FecColumn.Montantdevise);
        _columns = header.Has(FecColumn.Sens) && (!header.IsConverted || header.HasTwoSides) ? _columns.Add(FecColumn.Sens) : _columns;
    }

    public override void Line(FecLine line)
    {
        if (!_isUsual || _isFirst || line.DebitForm > AmountForm.TooLong || line.CreditForm > AmountForm.TooLong || line.CurrencyForm > AmountForm.TooLong)
        {
            Tally.AddIf(!IsOfficial(line), line.Number);
        }
    }

    private bool IsOfficial(FecLine line)
    {
        foreach (var column in _columns)
        {
            if (!AmountText.IsOfficial(Header.Fields[0] == column && line.IsIndented ? line.First : line[column]))
            {
                return false;
            }
        }

        return true;
    }
}
