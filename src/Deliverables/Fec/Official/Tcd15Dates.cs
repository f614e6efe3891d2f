namespace Pupitre.Deliverables.Fec;

/// <summary>
/// TCD-15: dates are AAAAMMJJ or JJMMAAAA; a date of another century is an anomaly, anything else an error. EcritureDate made of zeros alone is one too: the
/// entry must be dated.
/// </summary>
internal sealed class Tcd15Dates() : OfficialRule("TCD-15", OfficialClass.E)
{
    private readonly LineTally _otherYears = new();
    private bool _isFirst;

    public override void Begin(FecHeader header)
    {
        base.Begin(header);
        _isFirst = header.Fields is
            [FecColumn.EcritureDate or FecColumn.PieceDate or FecColumn.ValidDate or FecColumn.DateLet or FecColumn.DateRglt, ..];
    }

    public override void Line(FecLine line)
    {
        var isZero = line.EntryDay.Form == DayForm.Blank && !line.IsBlank(FecColumn.EcritureDate);
        if (line.DayForms < 1 << (int)DayForm.OtherYear && !isZero && !_isFirst)
        {
            return;
        }

        var isIndented = _isFirst && line.IsIndented;
        Tally.AddIf(isZero || isIndented || line.HasDay(DayForm.Unreadable), line.Number);
        _otherYears.AddIf(line.HasDay(DayForm.OtherYear), line.Number);
    }

    public override IEnumerable<OfficialFinding> Findings()
    {
        if (Tally.Count > 0)
        {
            yield return Found(OfficialClass.E, Tally);
        }

        if (_otherYears.Count > 0)
        {
            yield return Found(OfficialClass.A, _otherYears);
        }
    }
}
