using NodaTime;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>
/// What one person was asked to agree to, as it stood on that day, and what they answered. The content is frozen and known by its hash; a
/// change is asked anew.
/// </summary>
public sealed class Agreement : ICompanyOwned
{
    /// <summary>Kind of a reference to an agreement.</summary>
    public const string Kind = "agreement";

    public const int MaxNameLength = 200;
    public const int MaxRemarkLength = 2000;

    /// <summary>How long somebody has to answer.</summary>
    public const int DaysToAnswer = 60;

    private Agreement()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    /// <summary>The process; null for the whole map.</summary>
    public Guid? ProcessId { get; private init; }

    /// <summary>Name of the process then; of the company for its whole map, which each reader is told of in their language.</summary>
    public string About { get; private init; } = "";

    /// <summary>What was agreed to, as <see cref="MapSnapshot"/> writes it.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; private init; } = "";

    public Guid? PersonId { get; private set; }

    /// <summary>Who was asked, as they were called then; empty once they were erased.</summary>
    public string PersonName { get; private set; } = "";

    public Instant AskedAt { get; private init; }

    /// <summary>What was said to them with it; null for nothing.</summary>
    public string? Message { get; private set; }

    public AgreementAnswer Answer { get; private set; }

    public string? Remark { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static Agreement Ask(
        Guid? processId, string about, MapSnapshot content, Person person, string? message, Instant now) => new()
        {
            ProcessId = processId,
            About = about,
            Content = content.ToJson(),
            Hash = content.Hash(),
            PersonId = person.Id,
            PersonName = person.Name,
            Message = string.IsNullOrWhiteSpace(message) ? null : message.Trim(),
            AskedAt = now,
        };

    internal void Give(AgreementAnswer answer, string? remark, Instant now) => (Answer, Remark, AnsweredAt) = (answer, remark, now);

    internal void Withdraw(Instant now) => (Answer, AnsweredAt) = (AgreementAnswer.Withdrawn, now);

    internal void Forget() => (PersonId, PersonName, Message, Remark) = (null, "", null, null);
}

/// <summary>How somebody answered.</summary>
public enum AgreementAnswer
{
    /// <summary>Not yet.</summary>
    Waiting,
    Agreed,

    /// <summary>Agreed with a remark, or not agreed: the remark says it.</summary>
    Remarked,

    /// <summary>It is not asked any more.</summary>
    Withdrawn,
}
