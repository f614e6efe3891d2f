using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Jobs;

/// <summary>Long work that somebody started: what it is, how far it is, how it ended. Leaving the page does not stop it.</summary>
public sealed class JobRun : ICompanyOwned
{
    public const int MaxKindLength = 60;
    public const int MaxMessageLength = 2000;

    private JobRun()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    /// <summary>Name of the work: that of its <see cref="JobKind"/>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>What the work needs, as JSON.</summary>
    public string Payload { get; private init; } = "";

    /// <summary>Who started it; null for the program itself.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>The node in whose memory it waits or runs; null when a program of before wrote it.</summary>
    public Guid? Node { get; private init; }

    public JobState State { get; private set; }

    public Instant CreatedAt { get; private init; }

    public Instant? StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Units done so far; what a unit is, the kind says.</summary>
    public long Done { get; private set; }

    /// <summary>Units in all; null while that is not known.</summary>
    public long? Total { get; private set; }

    /// <summary>Why it failed, in the words of whoever started it.</summary>
    public string? Message { get; private set; }

    /// <summary>Path below the company's address where its result stands.</summary>
    public string ResultPath { get; private init; } = "";

    /// <summary>Language of whoever started it, so that its messages are theirs.</summary>
    public string Culture { get; private init; } = "fr-FR";

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Interrupted;

    internal static JobRun Create(string kind, string payload, string resultPath, string culture, Guid? accountId, Instant now, Guid? node = null) =>
        new() { Node = node, Kind = kind, Payload = payload, ResultPath = resultPath, Culture = culture, AccountId = accountId, CreatedAt = now };
}

/// <summary>Where a piece of long work stands.</summary>
public enum JobState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,
    Running,
    Done,

    /// <summary>It was refused or broke; <see cref="JobRun.Message"/> says why.</summary>
    Failed,

    /// <summary>The program stopped while it ran. Nothing of it counts.</summary>
    Interrupted,
}
