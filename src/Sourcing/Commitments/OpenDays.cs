using System.Runtime.CompilerServices;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Days beside hours: 615 hours of opening are easier to grasp as 82 days of one's own calendar.</summary>
public static class OpenDays
{
    private static readonly ConditionalWeakTable<BusinessCalendar, object> _known = [];

    /// <summary>How long a calendar is open on most of its days; zero when it opens on special days only.</summary>
    public static Duration UsualDay(this BusinessCalendar calendar) => (Duration)_known.GetValue(calendar, static calendar => Duration.FromMinutes(calendar.Definition.Weekly.Values
        .Select(hours => hours.Sum(one => one.CloseMinute - one.OpenMinute)).Where(minutes => minutes > 0)
        .GroupBy(minutes => minutes).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Select(group => group.Key).FirstOrDefault()));

    /// <summary>"16 h (2 jours et 1 h de votre calendrier)"; the length alone below two days.</summary>
    /// <param name="length">A length of opening time.</param>
    /// <param name="day">How long a day is open; zero to leave days out.</param>
    public static string OpenText(this Duration length, Duration day) =>
        Days(length, day) is { } days ? Texts.Span_Beside.With(length.Text(), Texts.Span_OfCalendar.With(days)) : length.Text();

    /// <summary>The same in the room of a table's cell: "16 h (2 jours et 1 h)".</summary>
    public static string OpenShort(this Duration length, Duration day) => Days(length, day) is { } days ? Texts.Span_Beside.With(length.Text(), days) : length.Text();

    /// <summary>The days of a length of opening time: "2 jours et 1 h de votre calendrier"; null below two of them.</summary>
    public static string? OfCalendar(this Duration length, Duration day) => Days(length, day) is { } days ? Texts.Span_OfCalendar.With(days) : null;

    /// <summary>"3 756 h 45 (156 jours et 12 h)": time that runs day and night.</summary>
    public static string WallText(this Duration length) => length.OpenShort(Duration.FromDays(1));

    private static string? Days(Duration length, Duration day)
    {
        if (day <= Duration.Zero || length < day + day)
        {
            return null;
        }

        var days = (long)(length / day);
        var rest = Duration.FromMinutes((long)(length - (day * days)).TotalMinutes);
        return rest == Duration.Zero ? Texts.Span_Days.With(days) : Texts.Span_DaysAnd.With(days, rest.Text());
    }
}
