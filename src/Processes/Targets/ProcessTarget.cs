using NodaTime;
using Pupitre.Diagrams;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>
/// One version of how a process is meant to run: a file drawn elsewhere, or drawn from what was seen. Its content is known by its hash
/// and never changes; a correction is a new version.
/// </summary>
public sealed class ProcessTarget : ICompanyOwned
{
    /// <summary>Versions of one process.</summary>
    public const int MaxVersions = 200;

    /// <summary>Kind of a reference to a version, for what other modules show of it.</summary>
    public const string Kind = "process-target";

    /// <summary>Largest model that is taken: drawings of thousands of steps are smaller.</summary>
    public const int MaxBytes = BpmnDocument.MaxBytes;

    public const int MaxExplanationLength = 1000;

    private ProcessTarget()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private init; }

    public TargetState State { get; private set; }

    public TargetFormat Format { get; private init; }

    public TargetOrigin Origin { get; private init; }

    /// <summary>Name of the file, shown and given back.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; private init; } = "";

    public long SizeBytes { get; private init; }

    public Instant AddedAt { get; private init; }

    public Guid? AddedBy { get; private init; }

    /// <summary>When it became the target; from then on it is frozen, known by its hash.</summary>
    public Instant? PublishedAt { get; private set; }

    public Guid? PublishedBy { get; private set; }

    /// <summary>Why it was published in spite of what the checks found; null where they found nothing.</summary>
    public string? Explanation { get; private set; }

    public Instant? WithdrawnAt { get; private set; }

    internal static ProcessTarget Create(Process process, int number, TargetInput input, string hash, long sizeBytes, Instant now, Guid? by) => new()
    {
        ProcessId = process.Id,
        Number = number,
        State = input.IsDraft ? TargetState.Draft : TargetState.Published,
        PublishedAt = input.IsDraft ? null : now,
        PublishedBy = input.IsDraft ? null : by,
        Format = input.Format,
        Origin = input.Origin,
        FileName = input.FileName,
        Hash = hash,
        SizeBytes = sizeBytes,
        AddedAt = now,
        AddedBy = by,
    };

    internal void Publish(Instant now, Guid? by, string? explanation)
    {
        State = TargetState.Published;
        (PublishedAt, PublishedBy, Explanation) = (now, by, explanation);
    }

    internal void Withdraw(Instant now)
    {
        State = TargetState.Withdrawn;
        WithdrawnAt ??= now;
    }
}

/// <summary>What a version counts for.</summary>
public enum TargetState
{
    /// <summary>To be looked at; used only where nothing is published.</summary>
    Draft,

    /// <summary>The target, until a later version is published.</summary>
    Published,

    /// <summary>Kept on record; counts no more.</summary>
    Withdrawn,
}

/// <summary>How a model is written.</summary>
public enum TargetFormat
{
    /// <summary>BPMN 2.0, with a drawing or without.</summary>
    Bpmn,

    /// <summary>Petri net markup (ISO/IEC 15909-2): a net, no drawing.</summary>
    Pnml,
}

/// <summary>Where a version comes from.</summary>
public enum TargetOrigin
{
    /// <summary>A file of the company's or of the provider's.</summary>
    Attached,

    /// <summary>Discovered from imported events.</summary>
    Discovered,

    /// <summary>Drawn by the program from a list of steps.</summary>
    Drawn,

    /// <summary>An earlier version, edited here.</summary>
    Edited,
}

/// <summary>What is said of a model that is attached.</summary>
public sealed record TargetInput(string FileName, TargetFormat Format, TargetOrigin Origin, bool IsDraft);
