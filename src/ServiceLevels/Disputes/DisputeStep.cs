using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>What followed a dispute. Never changed; the first agreement or withdrawal ends it.</summary>
public sealed class DisputeStep : ICompanyOwned
{
    private DisputeStep()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid DisputeId { get; private init; }

    public DisputeStepKind Kind { get; private init; }

    public Party Side { get; private init; }

    /// <summary>Why it is refused; empty where nothing has to be said.</summary>
    public string Words { get; private init; } = "";

    public Instant At { get; private init; }

    /// <summary>The account that was signed in; null for whoever came by a link.</summary>
    public Guid? MadeBy { get; private init; }

    /// <summary>Who it was, as they were called then; empty once they were erased.</summary>
    public string PersonName { get; private init; } = "";

    public string? PersonRole { get; private init; }

    public static DisputeStep Create(Guid disputeId, DisputeStepKind kind, string? words, Disputant who, Instant now) => new()
    {
        DisputeId = disputeId,
        Kind = kind,
        Side = who.Side,
        Words = words?.Trim() ?? "",
        At = now,
        MadeBy = who.AccountId,
        PersonName = who.Name,
        PersonRole = who.Role,
    };
}

/// <summary>What can follow a dispute.</summary>
public enum DisputeStepKind
{
    /// <summary>The other side agrees, in its name: from then on the obligation reads as was wished.</summary>
    Agreed,

    /// <summary>The other side does not agree, with its reason: that settles nothing.</summary>
    Refused,

    /// <summary>Whoever contested takes it back: the computed outcome stands.</summary>
    Withdrawn,
}

/// <summary>A paper that was brought along with a dispute.</summary>
public sealed class DisputeFile : ICompanyOwned
{
    public const int MaxNameLength = 255;

    private DisputeFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid DisputeId { get; private init; }

    /// <summary>SHA-256 of the content, under which it is kept.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Name as sent.</summary>
    public string Name { get; private init; } = "";

    public long Size { get; private init; }

    public Instant ReceivedAt { get; private init; }

    public static DisputeFile Create(Guid disputeId, string hash, string name, long size, Instant now) =>
        new() { DisputeId = disputeId, Hash = hash, Name = name, Size = size, ReceivedAt = now };
}
