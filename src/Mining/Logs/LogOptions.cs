using NodaTime;

namespace Pupitre.Mining;

/// <summary>How to read a log. Everything that is null is guessed, and said in <see cref="EventLogReader.Guesses"/>.</summary>
public sealed record LogOptions
{
    /// <summary>Column of the case (CSV).</summary>
    public string? Case { get; init; }

    public string? Activity { get; init; }

    public string? Time { get; init; }

    public string? Transition { get; init; }

    public string? Resource { get; init; }

    /// <summary>Zone of times without an offset; UTC when null.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Separator of the columns (CSV).</summary>
    public char? Separator { get; init; }

    /// <summary>Which of day and month stands first in dates such as 04/05/2026 (CSV); when null the whole column decides, see <see cref="DayMonthProof"/>.</summary>
    public DayMonthOrder? Dates { get; init; }

    /// <summary>The only attributes wanted, or null for all: what is not wanted costs less to pass over.</summary>
    public IReadOnlySet<string>? Attributes { get; init; }
}
