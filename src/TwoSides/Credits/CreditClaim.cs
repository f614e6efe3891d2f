using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Credits;

/// <summary>
/// A credit that a closed month came to: a claim (avoir demandé) until the provider has agreed or the contract's own procedure has run. It
/// is never taken off a payment: the provider invoices it.
/// </summary>
public sealed class CreditClaim : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a claim in the history.</summary>
    public const string Kind = "credit-claim";

    public const int MaxNameLength = 200;
    public const int MaxReasonLength = 1000;

    private CreditClaim()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    /// <summary>The month of the statement, the last one of its period; one claim for each.</summary>
    public int Month { get; private init; }

    /// <summary>Hash of the closed statement that it was computed in.</summary>
    public string StatementHash { get; private set; } = "";

    /// <summary>In euros before tax.</summary>
    public decimal Amount { get; private set; }

    public Instant AskedAt { get; private init; }

    public Instant? AgreedAt { get; private set; }

    /// <summary>Who agreed for the provider, as they signed; empty once erased.</summary>
    public string? AgreedName { get; private set; }

    /// <summary>The day on which the contract's own procedure was over.</summary>
    public DateOnly? ProcedureOn { get; private set; }

    /// <summary>What was done, or why the company gives the claim up.</summary>
    public string? Reason { get; private set; }

    public Instant? GivenUpAt { get; private set; }

    /// <summary>The account of who recorded the procedure, or gave it up.</summary>
    public Guid? SettledBy { get; private set; }

    public bool IsOwed => AgreedAt is not null || ProcedureOn is not null;

    /// <summary>Neither owed nor given up: a later month or a correction may still change it.</summary>
    public bool IsOpen => !IsOwed && GivenUpAt is null;

    public SubjectRef Ref => new(Kind, Id);

    internal static CreditClaim Ask(Guid contractId, int month, string hash, decimal amount, Instant now) =>
        new() { ContractId = contractId, Month = month, StatementHash = hash, Amount = amount, AskedAt = now };

    internal void Change(string hash, decimal amount) => (StatementHash, Amount) = (hash, amount);

    internal void Agree(Instant now, string name) => (AgreedAt, AgreedName) = (now, name);

    internal void Settle(DateOnly on, string reason, Guid? by) => (ProcedureOn, Reason, SettledBy) = (on, reason, by);

    internal void GiveUp(Instant now, string reason, Guid? by) => (GivenUpAt, Reason, SettledBy) = (now, reason, by);
}
