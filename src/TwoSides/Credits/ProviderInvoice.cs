using NodaTime;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Credits;

/// <summary>An invoice of a provider for a month of a contract, as it was typed in, with its file.</summary>
public sealed class ProviderInvoice : ICompanyOwned
{
    /// <summary>Kind of a reference to an invoice in the history.</summary>
    public const string Kind = "provider-invoice";

    public const int MaxNumberLength = 60;
    public const decimal MostEuros = 100_000_000;

    private ProviderInvoice()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    /// <summary>The month that it is for, as <see cref="Kernel.Time.MonthNumber"/> counts.</summary>
    public int Month { get; private init; }

    /// <summary>As the provider wrote it; unique within the contract.</summary>
    public string Number { get; private init; } = "";

    public DateOnly Date { get; private init; }

    /// <summary>In euros before tax; negative for a credit note.</summary>
    public decimal Amount { get; private init; }

    /// <summary>SHA-256 of its file, the name under which it is kept; null without one.</summary>
    public string? FileHash { get; private init; }

    public string? FileName { get; private init; }

    public Instant EnteredAt { get; private init; }

    public SubjectRef Ref => new(Kind, Id);

    internal static ProviderInvoice Create(Guid contractId, int month, InvoiceInput input, (string Hash, string Name)? file,
        Instant now) => new()
        {
            ContractId = contractId,
            Month = month,
            Number = input.Number!.Trim(),
            Date = input.Date!.Value,
            Amount = input.Amount!.Value,
            FileHash = file?.Hash,
            FileName = file?.Name,
            EnteredAt = now,
        };
}
