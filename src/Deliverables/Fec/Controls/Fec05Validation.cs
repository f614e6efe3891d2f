namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-05: every entry of a closed year is validated, before the accounts are filed.</summary>
/// <remarks>
/// On a cash basis too: the official checker lets a blank date pass there (TCD-12), but the schemas of those regimes want one, and an entry that is not
/// validated may still be changed.
/// </remarks>
internal sealed class Fec05Validation(DateOnly? deadline) : Control("FEC-05")
{
    private readonly LineTally _blank = new();
    private readonly LineTally _late = new();
    private readonly int _deadline = deadline?.DayNumber ?? int.MaxValue;
    private int _first = int.MaxValue;
    private int _last;

    public override void Look(FecLine line)
    {
        if (line.ValidDay.Form == DayForm.Blank)
        {
            _blank.Add(line.Number);
        }
        else if (line.ValidDay.IsDay)
        {
            var day = line.ValidDay.Number;
            _late.AddIf(day > _deadline, line.Number);
            (_first, _last) = (Math.Min(_first, day), Math.Max(_last, day));
        }
    }

    public override IEnumerable<string> Missing(ControlMatter matter) => deadline is null ? ["Closing"] : [];

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (_blank.Count > 0 && !matter.Year.IsInterim)
        {
            yield return Found("Blank", ControlSeverity.Major, _blank);
        }

        if (_late.Count > 0 && deadline is { } last)
        {
            yield return Found("Late", ControlSeverity.Major, _late, FindingFact.Of(last), FindingFact.Of(DateOnly.FromDayNumber(_last)));
        }

        if (_first == _last && _blank.Count == 0 && matter.Books.Entries.Count > 1)
        {
            yield return Found("Single", ControlSeverity.Info, 1, null, [], FindingFact.Of(DateOnly.FromDayNumber(_first)));
        }
    }
}
