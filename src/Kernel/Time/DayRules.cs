using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Which hours a local date has on the clock face, by the precedence: special openings, closures, holidays, weekly hours.</summary>
internal sealed class DayRules
{
    /// <summary>First year that is known when no French holidays bound them: 63 bits hold the nanoseconds of 292 years.</summary>
    public const int FirstYear = 1910;

    /// <summary>A search that would pass it is refused.</summary>
    public const int LastYear = 2200;

    private static readonly OpeningHours[] Closed = [];

    private readonly OpeningHours[][] _weekly = new OpeningHours[8][];
    private readonly Dictionary<int, OpeningHours[]> _openings;
    private readonly HashSet<int> _holidays;
    private readonly Closure[] _closures;
    private readonly HolidayZone? _zone;

    public DayRules(CalendarDefinition definition)
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            _weekly[(int)day] = definition.Weekly.TryGetValue(day, out var hours) ? Merged(hours) : Closed;
        }

        _openings = definition.Openings.GroupBy(opening => opening.Date).ToDictionary(day => day.Key.DayNumber, day => Merged(day.SelectMany(opening => opening.Hours)));
        _holidays = [.. definition.HolidayDates.Select(date => date.DayNumber)];
        _closures = [.. definition.Closures];
        _zone = definition.HolidayZone;
        var (first, last) = _zone is null ? (FirstYear, LastYear) : (FrenchHolidays.FirstYear, FrenchHolidays.LastYear);
        (FirstDate, LastDate) = (new(first, 1, 1), new(last, 12, 31));
    }

    /// <summary>First date that is known.</summary>
    public DateOnly FirstDate { get; }

    /// <summary>Last date that is known.</summary>
    public DateOnly LastDate { get; }

    /// <summary>Hours of a date in order; they neither overlap nor touch.</summary>
    public OpeningHours[] HoursOf(DateOnly date)
    {
        // Asked for each day of each case of a log: most calendars have neither special openings nor holidays of their own.
        if (_openings.Count > 0 && _openings.TryGetValue(date.DayNumber, out var special))
        {
            return special;
        }

        var hours = _weekly[date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek];
        if (hours.Length == 0 || IsHoliday(date))
        {
            return Closed;
        }

        foreach (var closure in _closures)
        {
            if (date >= closure.From && date <= closure.To)
            {
                hours = closure.Hours.Length == 0 ? Closed : Without(hours, closure.Hours);
            }
        }

        return hours;
    }

    private bool IsHoliday(DateOnly date) => (_holidays.Count > 0 && _holidays.Contains(date.DayNumber)) || (_zone is { } zone && FrenchHolidays.IsHoliday(zone, date));

    private static OpeningHours[] Merged(IEnumerable<OpeningHours> hours)
    {
        var merged = new List<OpeningHours>();
        foreach (var span in hours.OrderBy(span => span.OpenMinute))
        {
            if (merged.Count > 0 && span.OpenMinute <= merged[^1].CloseMinute)
            {
                merged[^1] = new(merged[^1].OpenMinute, Math.Max(merged[^1].CloseMinute, span.CloseMinute));
                continue;
            }

            merged.Add(span);
        }

        return [.. merged];
    }

    private static OpeningHours[] Without(OpeningHours[] hours, IEnumerable<OpeningHours> closed)
    {
        foreach (var gap in closed)
        {
            hours = [.. hours.SelectMany(span => Without(span, gap))];
        }

        return hours;
    }

    private static IEnumerable<OpeningHours> Without(OpeningHours span, OpeningHours gap)
    {
        if (gap.CloseMinute <= span.OpenMinute || gap.OpenMinute >= span.CloseMinute)
        {
            yield return span;
            yield break;
        }

        if (gap.OpenMinute > span.OpenMinute)
        {
            yield return new(span.OpenMinute, gap.OpenMinute);
        }

        if (gap.CloseMinute < span.CloseMinute)
        {
            yield return new(gap.CloseMinute, span.CloseMinute);
        }
    }
}
