using NodaTime;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Following;

/// <summary>
/// Is told what happened in a company: every line of its history, in the order of the numbers, once it is written for good. At least
/// once: when the program stops in the middle, the same lines come again, so that reading them twice must do no more than reading them
/// once.
/// </summary>
public interface IFollowHistory
{
    /// <summary>Name of the follower for ever: how far it has read is kept under it.</summary>
    string Name { get; }

    /// <summary>What it does, in the reader's language.</summary>
    string Title { get; }

    /// <summary>How many of the lines that were there before it was first started it is told; all of them when nobody says
    /// otherwise.</summary>
    int LinesFromBefore => int.MaxValue;

    /// <summary>How old a line is when it is told: whoever corrects at once what was just written is not noticed in between.</summary>
    Duration Age => Duration.Zero;

    /// <summary>Reads lines without a gap, in a scope of its own inside the company, as the program. What it throws is tried again,
    /// later.</summary>
    Task ReadAsync(IReadOnlyList<FollowedLine> lines, CancellationToken token);
}

/// <summary>A line of the history, as it is told.</summary>
/// <param name="AccountId">Who acted; null for the program itself.</param>
/// <param name="DetailJson">Null when there were no details, or when they were erased.</param>
public sealed record FollowedLine(long Number, Instant At, Guid? AccountId, string Verb, SubjectRef Subject, string? DetailJson);
