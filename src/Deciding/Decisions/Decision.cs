using NodaTime;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Decisions;

/// <summary>
/// What was decided about a process, with all that was known when it was: frozen, known by its hash, never changed. A later decision of the
/// same process takes its place and says so; both stay.
/// </summary>
/// <remarks>
/// Names and dissent stand beside the frozen content, which holds only their hashes, salted by the key of the decision: a person can be
/// erased, and the rest can still be verified.
/// </remarks>
public sealed class Decision : ICompanyOwned
{
    /// <summary>What others add under a decision; they are given the key of its process.</summary>
    public const string Kind = "decision";

    public const int MaxReasonLength = 2000;
    public const int MaxDissentLength = 1000;
    public const int MaxNamesLength = 300;

    /// <summary>Decisions about one process.</summary>
    public const int MaxDecisions = 100;

    /// <summary>Longest frozen content, far above what eleven criteria and six offers take.</summary>
    public const int MaxContentLength = 100_000;

    private Decision()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private init; }

    /// <summary>The way that was chosen; never undecided.</summary>
    public VerdictKind Chosen { get; private init; }

    public DateOnly DecidedOn { get; private init; }

    /// <summary>Who decided, by name; empty once the person was erased.</summary>
    public string DecidedBy { get; private init; } = "";

    /// <summary>Who thought otherwise, and why; empty for nobody.</summary>
    public string Dissent { get; private init; } = "";

    /// <summary>All that was known, as canonical JSON of <see cref="FrozenDecision"/>.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; private init; } = "";

    public Instant RecordedAt { get; private init; }

    public Guid? RecordedBy { get; private init; }

    /// <summary>Whether the content is the one that was frozen.</summary>
    public bool IsAsFrozen => Sha256Hex.Of(Content) == Hash;

    internal static Decision Create(FrozenDecision frozen, DecideInput input, string content, Instant now, Guid? by) => new()
    {
        Id = frozen.Id,
        ProcessId = frozen.ProcessId,
        Number = frozen.Number,
        Chosen = frozen.Chosen,
        DecidedOn = frozen.DecidedOn,
        DecidedBy = input.DecidedBy!.Trim(),
        Dissent = (input.Dissent ?? "").Trim(),
        Content = content,
        Hash = Sha256Hex.Of(content),
        RecordedAt = now,
        RecordedBy = by,
    };
}
