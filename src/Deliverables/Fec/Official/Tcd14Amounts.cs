using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>
/// TCD-14: amounts are written with a decimal comma and nothing between thousands. Those of more digits than our figures hold are information: the tax office's
/// tool lets them pass.
/// </summary>
internal sealed class Tcd14Amounts() : OfficialRule("TCD-14", OfficialClass.E)
{
    private readonly LineTally _tooLong = new();
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
        if (_isUsual && line.DebitForm <= AmountForm.Allowed && line.CreditForm <= AmountForm.Allowed && line.CurrencyForm <= AmountForm.Allowed && !_isFirst)
        {
            return;
        }

        Tally.AddIf(!IsOfficial(line), line.Number);
        _tooLong.AddIf(line.DebitForm == AmountForm.TooLong || line.CreditForm == AmountForm.TooLong, line.Number);
    }

    public override IEnumerable<OfficialFinding> Findings()
    {
        if (Tally.Count > 0)
        {
            yield return Found(OfficialClass.E, Tally);
        }

        if (_tooLong.Count > 0)
        {
            yield return Found(OfficialClass.I, _tooLong, FindingFact.Of(AmountText.MostDigits));
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
