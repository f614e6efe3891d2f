using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// A month of a contract that both sides have before them (compte rendu mensuel): from the day on which they may say what they have to say,
/// to its closing and for ever after. Before that day nothing is stored: a draft is computed. A correction (rectificatif) is one too.
/// </summary>
public sealed class MonthStatement : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a monthly statement.</summary>
    public const string Kind = "month-statement";

    public const int MaxNameLength = 200;

    private MonthStatement()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    /// <summary>The month, as <see cref="Kernel.Time.MonthNumber"/> counts.</summary>
    public int Month { get; private init; }

    /// <summary>0 for the month itself, then 1, 2, 3 for its corrections. Unique with contract and month: it is made once.</summary>
    public int Number { get; private init; }

    public Instant OpenedAt { get; private init; }

    /// <summary>The last day on which both sides may still say something; it closes by itself when that day is over.</summary>
    public DateOnly Until { get; private init; }

    /// <summary>Hash of the statement that it follows, or that it corrects; null for the first of the contract.</summary>
    public string? Previous { get; private set; }

    public Instant? CompanyAgreedAt { get; private set; }

    public Guid? CompanyAgreedBy { get; private set; }

    public Instant? ProviderAgreedAt { get; private set; }

    /// <summary>Who agreed for the provider, as they signed; empty once erased.</summary>
    public string? ProviderAgreedName { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>SHA-256 of what was closed, and the name under which its bytes are kept.</summary>
    public string? Hash { get; private set; }

    /// <summary>The texts that its digests stand for, erasable one by one.</summary>
    public string? Clear { get; private set; }

    /// <summary>Obligations in the base, of all commitments of the provider.</summary>
    public int Base { get; private set; }

    /// <summary>Those of them that were kept, on anybody's word.</summary>
    public int Kept { get; private set; }

    /// <summary>Those of them that were kept, with proof.</summary>
    public int Proven { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    /// <summary>A correction that had nothing left to correct when its days were over.</summary>
    public bool IsDropped => IsClosed && Hash is null;

    public bool IsCorrection => Number > 0;

    /// <summary>Both sides have agreed, so that it need not wait.</summary>
    public bool IsAgreed => CompanyAgreedAt is not null && ProviderAgreedAt is not null;

    public SubjectRef Ref => new(Kind, Id);

    internal static MonthStatement Open(Guid contractId, int month, int number, string? previous, Instant now, DateOnly until) => new()
    {
        ContractId = contractId,
        Month = month,
        Number = number,
        Previous = previous,
        OpenedAt = now,
        Until = until,
    };

    internal void AgreeForCompany(Instant now, Guid? by)
    {
        CompanyAgreedAt ??= now;
        CompanyAgreedBy ??= by;
    }

    internal void AgreeForProvider(Instant now, string name)
    {
        ProviderAgreedAt ??= now;
        ProviderAgreedName ??= name;
    }

    internal void Close(Instant now, string hash, string clear, StatementSum sum) =>
        (ClosedAt, Hash, Clear, Base, Kept, Proven) = (now, hash, clear, sum.Base, sum.Kept, sum.Proven);

    internal void Follow(string? previous) => Previous = previous;

    /// <summary>A correction of which nothing is left when its days are over.</summary>
    internal void Drop(Instant now) => ClosedAt ??= now;

    internal void Erase(string? clear, bool name) => (Clear, ProviderAgreedName) = (clear, name ? "" : ProviderAgreedName);
}

/// <summary>What the provider's commitments amount to together.</summary>
public sealed record StatementSum(int Base, int Kept, int Proven);

/// <summary>
/// From which month on the months of a contract are closed: somebody of the company decides it, and the provider hears of it then.
/// </summary>
public sealed class StatementPlan : ICompanyOwned
{
    /// <summary>Kind of a reference to such a decision.</summary>
    public const string Kind = "statement-plan";

    private StatementPlan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    public int FirstMonth { get; private init; }

    public Instant StartedAt { get; private init; }

    public Guid? StartedBy { get; private init; }

    internal static StatementPlan Create(Guid contractId, int firstMonth, Instant now, Guid? by) =>
        new() { ContractId = contractId, FirstMonth = firstMonth, StartedAt = now, StartedBy = by };
}
