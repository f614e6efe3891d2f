using System.Linq.Expressions;
using NodaTime;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>A mail that asks a provider for missing proofs, as it was written; whether it left is said by its mail.</summary>
public sealed class ProofRequest : ICompanyOwned
{
    public const string Kind = "proof-request";

    public const int MaxSubjectLength = 200;
    public const int MaxBodyLength = 20_000;
    public const int MaxAddressLength = 256;

    private ProofRequest()
    {
    }

    /// <summary>Made by the page that shows the form: a form posted twice carries the same key, and leaves one row.</summary>
    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid ProviderId { get; private init; }

    public string To { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public string Body { get; private init; } = "";

    /// <summary>Downloaded to be sent by the person's own mail program, instead of sent from here.</summary>
    public bool Downloaded { get; private init; }

    /// <summary>The mail in the outbox; null for a request written before mails were kept with them.</summary>
    public Guid? MailId { get; private set; }

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    internal static ProofRequest Create(Guid id, Guid providerId, string to, string subject, string body, bool downloaded, Instant now, Guid? by) => new()
    {
        Id = id,
        ProviderId = providerId,
        To = to,
        Subject = subject,
        Body = body,
        Downloaded = downloaded,
        MadeAt = now,
        MadeBy = by,
    };

    internal void LeaveWith(Guid mailId) => MailId = mailId;

    /// <summary>The mail that a request left with; one written before they were kept together is known by what it says.</summary>
    internal static Expression<Func<OutgoingMail, bool>> IsMailOf(ProofRequest request) => mail =>
        mail.CompanyId == request.CompanyId && (mail.Id == request.MailId
            || (request.MailId == null && !request.Downloaded && mail.To == request.To && mail.Subject == request.Subject && mail.Body == request.Body));
}

/// <summary>One due date that a request asked about.</summary>
public sealed class ProofRequestItem : ICompanyOwned
{
    private ProofRequestItem()
    {
    }

    public Guid CompanyId { get; private init; }

    public Guid RequestId { get; private init; }

    public Guid CommitmentId { get; private init; }

    public string OccurrenceKey { get; private init; } = "";

    internal static ProofRequestItem Create(Guid requestId, Guid commitmentId, string occurrenceKey) =>
        new() { RequestId = requestId, CommitmentId = commitmentId, OccurrenceKey = occurrenceKey };
}
