using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Requests;

/// <summary>A mail that asked a provider for missing proofs, as it left.</summary>
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
