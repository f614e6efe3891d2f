namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-15: dates are AAAAMMJJ or JJMMAAAA; a date of another century is an anomaly, anything else an error.</summary>
internal sealed class Tcd15Dates() : OfficialRule("TCD-15", OfficialClass.E)
{
    private readonly LineTally _otherYears = new();

    public override void Line(FecLine line)
    {
        var worst = Max(line.EntryDay.Form, line.PieceDay.Form, line.ValidDay.Form, line.LetterDay.Form, line.PaidDay.Form);
        if (worst < DayForm.OtherYear)
        {
            return;
        }

        Tally.AddIf(worst == DayForm.Unreadable, line.Number);
        _otherYears.AddIf(HasOtherYear(line), line.Number);
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

    private static bool HasOtherYear(FecLine line) =>
        line.EntryDay.Form == DayForm.OtherYear || line.PieceDay.Form == DayForm.OtherYear || line.ValidDay.Form == DayForm.OtherYear
        || line.LetterDay.Form == DayForm.OtherYear || line.PaidDay.Form == DayForm.OtherYear;

    private static DayForm Max(DayForm first, DayForm second, DayForm third, DayForm fourth, DayForm fifth) =>
        (DayForm)Math.Max(Math.Max(Math.Max((int)first, (int)second), Math.Max((int)third, (int)fourth)), (int)fifth);
}
