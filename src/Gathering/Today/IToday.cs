using Pupitre.Platform.Access;

namespace Pupitre.Gathering.Today;

/// <summary>
/// What a module has to say on the page of what is to be done today. Each line leads to where it is done; what nobody can do anything about
/// today is no line.
/// </summary>
public interface IToday
{
    /// <summary>Place among the contributions, the smallest first; tens, so that another can stand between two.</summary>
    int Order { get; }

    /// <summary>Who is told.</summary>
    Permit Permit { get; }

    /// <summary>The lines as things stand now, in any order: at most one query, or what is kept.</summary>
    Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token);
}

/// <summary>Something to do today.</summary>
/// <param name="Urgency">Under which heading it stands.</param>
/// <param name="Text">What it is, in the reader's language.</param>
/// <param name="Path">Where it is done, below the company's address; a query may follow.</param>
/// <param name="Who">Whom it waits for, or who is concerned; null when nobody in particular.</param>
/// <param name="Day">The day from which or by which it counts; null when none does.</param>
/// <param name="Count">How many things the line stands for, at least one.</param>
public sealed record TodayLine(Urgency Urgency, string Text, string Path, string? Who = null, DateOnly? Day = null, int Count = 1);

/// <summary>The headings of what is to be done, in their order.</summary>
public enum Urgency
{
    /// <summary>Its day is past.</summary>
    Late,

    /// <summary>Its day ends tonight.</summary>
    Tonight,

    /// <summary>Ours to do within seven days, or about to be late.</summary>
    Week,

    /// <summary>Somebody waits for an answer or for a decision.</summary>
    Answer,

    /// <summary>A date after which the choice is gone comes near.</summary>
    Decide,

    /// <summary>Something stopped, is missing or stands against a rule, and will not mend itself.</summary>
    Mend,
}
