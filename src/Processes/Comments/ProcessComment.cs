using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Comments;

/// <summary>What somebody of the company says of a process, for the others who work on it. Its author alone changes it or takes it
/// away.</summary>
public sealed class ProcessComment : ICompanyOwned
{
    public const int MaxTextLength = 2000;
    public const int MaxNameLength = 200;

    /// <summary>Comments on one process.</summary>
    public const int MaxComments = 200;

    private ProcessComment()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    /// <summary>The account that wrote it.</summary>
    public Guid? AuthorId { get; private init; }

    /// <summary>Who wrote it, as they were called then.</summary>
    public string Author { get; private init; } = "";

    public string Text { get; private set; } = "";

    public Instant WrittenAt { get; private init; }

    /// <summary>When its author last changed it; null for never.</summary>
    public Instant? EditedAt { get; private set; }

    internal static ProcessComment Write(Guid id, Guid processId, Guid? authorId, string author, string text, Instant now) => new()
    {
        Id = id,
        ProcessId = processId,
        AuthorId = authorId,
        Author = author,
        Text = Clean(text),
        WrittenAt = now,
    };

    internal void Edit(string text, Instant now) => (Text, EditedAt) = (Clean(text), now);

    private static string Clean(string text) => text.Trim().ReplaceLineEndings("\n");
}
