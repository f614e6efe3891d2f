namespace Pupitre.Kernel.Time;

/// <summary>What happens to a date that is not a business day.</summary>
public enum RollConvention
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>It moves to the next business day.</summary>
    Following,

    /// <summary>It moves to the business day before.</summary>
    Preceding,

    /// <summary>It moves to the next business day, but to the one before when the next one lies in another month.</summary>
    ModifiedFollowing,
}

/// <summary>Applies a <see cref="RollConvention"/>.</summary>
public static class Rolls
{
    /// <summary>Days that are searched on each side before giving up: a calendar may be closed for long, but not for ever.</summary>
    public const int MostDays = 3660;

    /// <summary>Rolls over the business days (Monday to Friday less holidays) of a zone.</summary>
    /// <exception cref="Refused">The search leaves the years that are known.</exception>
    public static DateOnly Roll(this RollConvention convention, DateOnly date, BusinessDays days) =>
        convention.Roll(date, day => days.IsCounted(day, DayCount.Business));

    /// <summary>Rolls over the days on which <paramref name="calendar"/> has an opening.</summary>
    /// <exception cref="Refused">The search leaves the years that the calendar knows, or finds no opening within <see cref="MostDays"/>.</exception>
    public static DateOnly Roll(this RollConvention convention, DateOnly date, BusinessCalendar calendar) =>
        convention.Roll(date, calendar.HasOpening);

    private static DateOnly Roll(this RollConvention convention, DateOnly date, Predicate<DateOnly> isBusinessDay)
    {
        switch (convention)
        {
            case RollConvention.Following:
                return Search(date, 1, isBusinessDay);
            case RollConvention.Preceding:
                return Search(date, -1, isBusinessDay);
            case RollConvention.ModifiedFollowing:
                var following = Search(date, 1, isBusinessDay);
                return following.Month == date.Month && following.Year == date.Year ? following : Search(date, -1, isBusinessDay);
            default:
                return date;
        }
    }

    private static DateOnly Search(DateOnly date, int step, Predicate<DateOnly> isBusinessDay)
    {
        for (var tried = 0; tried <= MostDays; tried++, date = date.AddDays(step))
        {
            if (isBusinessDay(date))
            {
                return date;
            }
        }

        throw new Refused(Texts.Time_NoBusinessDay.With(MostDays));
    }
}
