using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>
/// One side contests how a case or a due date came out (désaccord). Neither side judges: the computed outcome stays and is printed as
/// contested until the other side agrees in its own name. Never changed: what follows is a <see cref="DisputeStep"/>.
/// </summary>
public sealed class Dispute : ICompanyOwned
{
    /// <summary>Kind of a reference to a dispute.</summary>
    public const string Kind = "dispute";

    public const int MaxReasonLength = 2000;
    public const int MaxObligationLength = 120;
    public const int MaxNameLength = 200;

    /// <summary>Papers brought along with it.</summary>
    public const int MaxFiles = 5;

    /// <summary>Largest paper: whoever has no account may bring one, and all of them fit into one request.</summary>
    public const long MaxFileBytes = 5L << 20;

    private Dispute()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the due date or of the case, as a delay correction or a confirmed word names it.</summary>
    public string Obligation { get; private init; } = "";

    /// <summary>Which side contests: the company or the provider.</summary>
    public Party Side { get; private init; }

    /// <summary>What it should read instead.</summary>
    public DisputeWish Wish { get; private init; }

    public string Reason { get; private init; } = "";

    public Instant OpenedAt { get; private init; }

    /// <summary>The account that was signed in; null for whoever came by a link.</summary>
    public Guid? OpenedBy { get; private init; }

    /// <summary>Who contests, as they were called then; empty once they were erased.</summary>
    public string PersonName { get; private init; } = "";

    /// <summary>What they do on their side, or null.</summary>
    public string? PersonRole { get; private init; }

    public SubjectRef Ref => new(Kind, Id);

    /// <summary>The side that has to answer.</summary>
    public Party Other => Side == Party.Company ? Party.Provider : Party.Company;

    public static Dispute Open(Contested contested, DisputeWish wish, string reason, Disputant who, Instant now) => new()
    {
        CommitmentId = contested.CommitmentId,
        Obligation = contested.Obligation,
        Side = who.Side,
        Wish = wish,
        Reason = reason.Trim(),
        OpenedAt = now,
        OpenedBy = who.AccountId,
        PersonName = who.Name,
        PersonRole = who.Role,
    };
}

/// <summary>What is contested: a due date or a case of a commitment, by its key.</summary>
public readonly record struct Contested(Guid CommitmentId, string Obligation);

/// <summary>Who acts in a dispute, and for which side.</summary>
/// <param name="AccountId">The account that is signed in; null for whoever came by a link.</param>
/// <param name="Role">What they do on their side; null when it is not known.</param>
public sealed record Disputant(Party Side, Guid? AccountId, string Name, string? Role);

/// <summary>What one side says an obligation should read.</summary>
public enum DisputeWish : byte
{
    /// <summary>It was on time.</summary>
    OnTime,

    /// <summary>It was late.</summary>
    Late,

    /// <summary>Nothing was owed.</summary>
    NotOwed,

    /// <summary>The delay is the provider's.</summary>
    DelayOfProvider,

    /// <summary>The delay is the company's.</summary>
    DelayOfCompany,

    /// <summary>The delay is a third party's.</summary>
    DelayOfThirdParty,
}
