using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>
/// What one of a provider's people was asked to accept, as it stood on that day, and what they answered. The content is frozen and known by
/// its hash; a change is asked anew.
/// </summary>
public sealed class AcceptanceRequest : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a request.</summary>
    public const string Kind = "acceptance-request";

    public const int MaxNameLength = 200;
    public const int MaxRemarkLength = 2000;
    public const int MaxContentLength = 8000;

    /// <summary>How long somebody has to answer.</summary>
    public const int DaysToAnswer = 60;

    private AcceptanceRequest()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid CommitmentId { get; private init; }

    /// <summary>The version that was asked about: one that was taken back leaves its number to another one, and its key to none.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>Number of that version.</summary>
    public int Number { get; private init; }

    /// <summary>Name of the commitment then.</summary>
    public string About { get; private init; } = "";

    /// <summary>What was asked, as the other side read it: one line for each thing.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; private init; } = "";

    public Guid? PersonId { get; private set; }

    /// <summary>Who was asked, as they were called then; empty once they were erased.</summary>
    public string PersonName { get; private set; } = "";

    public Instant AskedAt { get; private init; }

    public AcceptanceAnswer Answer { get; private set; }

    public string? Remark { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static AcceptanceRequest Ask(CommitmentVersion version, string about, string content, Person person, Instant now) => new()
    {
        CommitmentId = version.CommitmentId,
        VersionId = version.Id,
        Number = version.Number,
        About = about,
        Content = content,
        Hash = Sha256Hex.Of(content),
        PersonId = person.Id,
        PersonName = person.Name,
        AskedAt = now,
    };

    internal void Give(AcceptanceAnswer answer, string? remark, Instant now) => (Answer, Remark, AnsweredAt) = (answer, remark, now);

    internal void Withdraw(Instant now) => (Answer, AnsweredAt) = (AcceptanceAnswer.Withdrawn, now);

    internal void Forget() => (PersonId, PersonName, Remark) = (null, "", null);
}

/// <summary>How somebody answered.</summary>
public enum AcceptanceAnswer
{
    /// <summary>Not yet.</summary>
    Waiting,
    Accepted,

    /// <summary>Not accepted as it stands: the remark says why.</summary>
    Remarked,

    /// <summary>It is not asked any more.</summary>
    Withdrawn,
}
