using System.Globalization;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Chooses a part of a view: cases, or events of them. Filters follow each other, <c>log.Whole.Where(one).Where(other)</c>: each looks at what the
/// one before has left. None copies a column. A name that the log does not know matches nothing.
/// </summary>
public abstract record LogFilter
{
    /// <summary>What the filter keeps, in the reader's language.</summary>
    public abstract string Words { get; }

    internal abstract LogView Apply(LogView view, CancellationToken token);

    private protected static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => Texts.Filter_Quoted.Filled(name)));

    private protected static string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return local.ToDateTimeUnspecified().ToString(local.TimeOfDay == LocalTime.Midnight ? "d" : "g", CultureInfo.CurrentCulture);
    }

    /// <summary>A duration in its natural unit.</summary>
    private protected static string Length(Duration duration) =>
        duration >= Duration.FromDays(1) ? Texts.Filter_Days.Filled(duration.TotalDays)
        : duration >= Duration.FromHours(1) ? Texts.Filter_Hours.Filled(duration.TotalHours)
        : Texts.Filter_Minutes.Filled(duration.TotalMinutes);

    /// <summary>For each number of a table whether its name is among those.</summary>
    private protected static bool[] Chosen(NameTable table, IEnumerable<string> names)
    {
        var chosen = new bool[table.Count];
        foreach (var name in names)
        {
            if (table.NumberOf(name) is >= 0 and var number)
            {
                chosen[number] = true;
            }
        }

        return chosen;
    }
}
