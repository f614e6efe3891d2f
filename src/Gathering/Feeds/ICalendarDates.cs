using Pupitre.Platform.Access;
using Pupitre.Platform.Ledger;

namespace Pupitre.Gathering.Feeds;

/// <summary>Days that a module gives to people's calendars: decision dates, due dates. Read as the person who holds the address.</summary>
public interface ICalendarDates
{
    /// <summary>Who is given them.</summary>
    Permit Permit { get; }

    /// <summary>The days, in the reader's language: what the pages show and no more; a few queries whatever their number.</summary>
    Task<IReadOnlyList<CalendarDate>> ReadAsync(CancellationToken token);
}

/// <summary>A day for a calendar.</summary>
/// <param name="Uid">Names it for ever among those of the subject: which day of which term.</param>
/// <param name="Path">Where it is shown, below the company's address.</param>
/// <param name="Subject">What it is about: its lines of the history say when it was last changed, and how often.</param>
/// <param name="Revision">What else changes what it says; it only grows.</param>
public sealed record CalendarDate(string Uid, DateOnly Day, string Summary, string? Description, string Path, SubjectRef Subject,
    long Revision = 0);
