using NodaTime;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Deposits;

/// <summary>
/// That one of a provider's people may hand over files of one contract without an account, until a day. The secrets by which they come are
/// <see cref="Platform.Links.ActionLink"/>s about it: those in their mails work side by side, and all cease with it.
/// </summary>
public sealed class DepositLink : ICompanyOwned
{
    /// <summary>Kind of a reference to a deposit link in the history.</summary>
    public const string Kind = "deposit-link";

    /// <summary>What a secret of it is good for.</summary>
    public const string Purpose = "deposit";

    /// <summary>Months for which one is made where nobody says otherwise.</summary>
    public const int UsualMonths = 12;

    public const int MaxMonths = 36;

    private DepositLink()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    public Guid ProviderId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>Who it was made for, as they were called then; empty once erased.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>The address to which it and its receipts go; empty once erased.</summary>
    public string Email { get; private set; } = "";

    public Instant MadeAt { get; private init; }

    /// <summary>Who made it or renewed it last; null for the program.</summary>
    public Guid? MadeBy { get; private set; }

    /// <summary>The last day on which it works.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>When it was renewed last.</summary>
    public Instant? RenewedAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static DepositLink Make(Contract contract, Person person, DateOnly until, Instant now, Guid? by) => new()
    {
        ContractId = contract.Id,
        ProviderId = contract.ProviderId,
        PersonId = person.Id,
        PersonName = person.Name,
        Email = person.Email!,
        MadeAt = now,
        MadeBy = by,
        Until = until,
    };

    /// <summary>Works again or longer, for whoever bears the name now.</summary>
    internal void Renew(Person person, DateOnly until, Instant now, Guid? by) =>
        (PersonName, Email, Until, RenewedAt, RevokedAt, MadeBy) = (person.Name, person.Email!, until, now, null, by);

    internal void Revoke(Instant now) => RevokedAt ??= now;

    internal void Forget(Instant now)
    {
        (PersonName, Email) = ("", "");
        Revoke(now);
    }
}
