using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Says that messages of a sender, a domain or with words in their subject are taken, and whose they are.</summary>
public sealed class MailRule : ICompanyOwned
{
    /// <summary>Kind of a reference to a rule in the history.</summary>
    public const string Kind = "mail-rule";

    public const int MaxSenderLength = 254;
    public const int MaxWordsLength = 120;

    private MailRule()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    /// <summary>An address, or a domain; empty for anybody. In small letters.</summary>
    public string Sender { get; private init; } = "";

    /// <summary>Words that all stand in the subject; empty for any. Folded.</summary>
    public string Words { get; private init; } = "";

    public Guid ProviderId { get; private init; }

    /// <summary>The contract that it is about; null for any of the provider's.</summary>
    public Guid? ContractId { get; private init; }

    public Instant MadeAt { get; private init; }

    public SubjectRef Ref => new(Kind, Id);

    internal static MailRule Create(string? sender, string? words, Guid providerId, Guid? contractId, Instant now) => new()
    {
        Sender = (sender ?? "").Trim().TrimStart('@').ToLowerInvariant(),
        Words = (words ?? "").Trim().Folded(),
        ProviderId = providerId,
        ContractId = contractId,
        MadeAt = now,
    };

    /// <summary>Whether it names a message.</summary>
    public bool Names(string? sender, string? subject)
    {
        var from = (sender ?? "").ToLowerInvariant();
        return (Sender.Length == 0 || from == Sender || from.EndsWith("@" + Sender, StringComparison.Ordinal)
                || (!Sender.Contains('@', StringComparison.Ordinal) && from.EndsWith("." + Sender, StringComparison.Ordinal)))
            && (Words.Length == 0 || Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .All((subject ?? "").Folded().Contains));
    }
}
