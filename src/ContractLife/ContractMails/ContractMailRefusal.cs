using NodaTime;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.ContractMails;

/// <summary>What is mailed about a contract again and again.</summary>
public enum ContractMailTopic
{
    /// <summary>To the company's own people: a decision about the contract comes near.</summary>
    Reminders,

    /// <summary>To the provider's contact, once a month: what is expected, asked and contested.</summary>
    MonthSummary,
}

/// <summary>That an address wants no more mails of one kind about one contract. Without a row it gets them.</summary>
public sealed class ContractMailRefusal : ICompanyOwned
{
    /// <summary>Kind of a reference to such a choice in the history.</summary>
    public const string Kind = "contract-mail";

    public const int MaxAddressLength = 254;

    private ContractMailRefusal()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    public ContractMailTopic Topic { get; private init; }

    /// <summary>In small letters.</summary>
    public string Address { get; private init; } = "";

    public Instant Since { get; private init; }

    public SubjectRef Ref => new(Kind, Id);

    internal static ContractMailRefusal Create(Guid contractId, ContractMailTopic topic, string address, Instant now) => new()
    {
        ContractId = contractId,
        Topic = topic,
        Address = Folded(address),
        Since = now,
    };

    /// <summary>An address as it is compared.</summary>
    internal static string Folded(string address) => address.Trim().ToLowerInvariant();
}
