using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Folders;

/// <summary>A folder of the machine, below the one that the installation allows, whose files are taken.</summary>
public sealed class WatchedFolder : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a folder in the history.</summary>
    public const string Kind = "watched-folder";

    public const int MaxPathLength = 200;
    public const int MaxProblemLength = 300;

    private WatchedFolder()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Below the company's own folder, with slashes.</summary>
    public string Path { get; private init; } = "";

    /// <summary>Whether a file that was taken moves to <c>done</c>; else it stays where it is.</summary>
    public bool MovesToDone { get; private init; }

    public Instant? PausedAt { get; private set; }

    public Instant MadeAt { get; private init; }

    /// <summary>When it was last looked into; written by the look, as what follows is.</summary>
    public Instant? LookedAt { get; private set; }

    public string? Problem { get; private set; }

    public Instant? ProblemSince { get; private set; }

    /// <summary>Until when nobody else looks.</summary>
    public Instant HeldUntil { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static WatchedFolder Create(string path, bool movesToDone, Instant now) =>
        new() { Path = path, MovesToDone = movesToDone, MadeAt = now, HeldUntil = now };

    internal void Pause(Instant? at) => PausedAt = at;
}

/// <summary>A file that was seen in a folder: first as it lay there, and taken once it lies there the same a second time.</summary>
public sealed class FolderFile : ICompanyOwned
{
    public const int MaxNameLength = 255;

    private FolderFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid FolderId { get; private init; }

    public string Name { get; private init; } = "";

    public long SizeBytes { get; private set; }

    /// <summary>When it was last written to, as the machine says.</summary>
    public Instant WrittenAt { get; private set; }

    public Instant SeenAt { get; private init; }

    public Instant? TakenAt { get; private set; }

    /// <summary>The file that it became; null before it was taken.</summary>
    public Guid? FileId { get; private set; }

    internal static FolderFile See(Guid folderId, LyingFile file, Instant now) =>
        new() { FolderId = folderId, Name = file.Name, SizeBytes = file.SizeBytes, WrittenAt = file.WrittenAt, SeenAt = now };

    internal bool IsSame(LyingFile file) => SizeBytes == file.SizeBytes && WrittenAt == file.WrittenAt;

    internal void SeeAgain(LyingFile file) => (SizeBytes, WrittenAt, TakenAt, FileId) = (file.SizeBytes, file.WrittenAt, null, null);

    internal void Take(Guid fileId, Instant now) => (FileId, TakenAt) = (fileId, now);
}

/// <summary>A file as it lies in a folder.</summary>
internal sealed record LyingFile(string Name, long SizeBytes, Instant WrittenAt);
