namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-04: dates that the calendar does not have, or that do not follow each other; letters without their date.</summary>
internal sealed class Fec04Dates(FecThresholds thresholds) : Control("FEC-04")
{
    private readonly LineTally _impossible = new();
    private readonly LineTally _documentAfter = new();
    private readonly LineTally _validatedBefore = new();
    private readonly LineTally _undatedLetters = new();

    public override void Look(FecLine line)
    {
        _impossible.AddIf(line.HasDay(DayForm.Impossible), line.Number);
        _undatedLetters.AddIf(!line.IsBlank(FecColumn.EcritureLet) && line.LetterDay.Form == DayForm.Blank, line.Number);
        if (!line.EntryDay.IsDay)
        {
            return;
        }

        _documentAfter.AddIf(line.PieceDay.IsDay && line.PieceDay.Number > line.EntryDay.Number + thresholds.DocumentAfterEntryDays, line.Number);
        _validatedBefore.AddIf(line.ValidDay.IsDay && line.ValidDay.Number < line.EntryDay.Number, line.Number);
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (_impossible.Count > 0)
        {
            yield return Found("Impossible", ControlSeverity.Major, _impossible);
        }

        // A file about another year is one fact, which FEC-01 states.
        if (!matter.IsOfAnotherYear && matter.Span is { IsKnown: true, Outside: { Count: > 0 } outside } && matter.Year is { Opening: { } opening, Closing: { } closing })
        {
            yield return Found("OutsideYear", ControlSeverity.Major, outside, FindingFact.Of(opening), FindingFact.Of(closing));
        }

        if (_documentAfter.Count > 0)
        {
            yield return Found("DocumentAfter", ControlSeverity.Minor, _documentAfter, FindingFact.Of(thresholds.DocumentAfterEntryDays));
        }

        if (_validatedBefore.Count > 0)
        {
            yield return Found("ValidatedBefore", ControlSeverity.Minor, _validatedBefore);
        }

        if (_undatedLetters.Count > 0)
        {
            yield return Found("UndatedLetters", ControlSeverity.Info, _undatedLetters);
        }
    }
}
