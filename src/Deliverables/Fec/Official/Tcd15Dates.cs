namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-15: dates are AAAAMMJJ or JJMMAAAA; a date of another century is an anomaly, anything else an error.</summary>
internal sealed class Tcd15Dates() : OfficialRule("TCD-15", OfficialClass.E)
{
    private readonly LineTally _otherYears = new();

    public override void Line(FecLine line)
    {
        if (line.DayForms < 1 << (int)DayForm.OtherYear)
        {
            return;
        }

        Tally.AddIf(line.HasDay(DayForm.Unreadable), line.Number);
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
