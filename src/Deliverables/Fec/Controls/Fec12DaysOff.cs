using Pupitre.Kernel.Time;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-12: entries dated on a Saturday, a Sunday or a holiday.</summary>
internal sealed class Fec12DaysOff(HolidayZone zone) : Control("FEC-12")
{
    private readonly Dictionary<int, bool> _known = [];
    private readonly LineTally _off = new();
    private Amount _amount;
    private int _lastDay = -1;
    private bool _isLastOff;

    public override void Line(FecLine line, RunningBooks books)
    {
        if (books.IsNewEntry && line.EntryDay.IsDay && IsOff(line.EntryDay.Number))
        {
            _off.Add(line.Number);
        }

        _amount += line.EntryDay.IsDay && IsOff(line.EntryDay.Number) ? line.Debit : default;
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter) =>
        _off.Count > 0 ? [Found("Off", ControlSeverity.Info, _off.Count, _amount, _off.Lines)] : [];

    private bool IsOff(int day)
    {
        if (day == _lastDay)
        {
            return _isLastOff;
        }

        if (!_known.TryGetValue(day, out var isOff))
        {
            var date = DateOnly.FromDayNumber(day);
            isOff = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                || (date.Year is >= FrenchHolidays.FirstYear and <= FrenchHolidays.LastYear && FrenchHolidays.IsHoliday(zone, date));
            _known[day] = isOff;
        }

        (_lastDay, _isLastOff) = (day, isOff);
        return isOff;
    }
}
