using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ContractLife.Terms;

/// <summary>
/// What the letter of notice of a contract needs and nothing else knows: addresses, clause, who signs. Kept with the contract, for the next
/// term too.
/// </summary>
public sealed class NoticeLetter : ICompanyOwned, IVersioned
{
    public const int MaxAddressLength = 500;
    public const int MaxLineLength = 160;
    public const int MaxClauseLength = 4000;

    private NoticeLetter()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    /// <summary>Postal address of the company, over several lines.</summary>
    public string? OwnAddress { get; private set; }

    /// <summary>Postal address of the provider, over several lines.</summary>
    public string? ProviderAddress { get; private set; }

    /// <summary>Number or reference that the contract bears; a letter does without.</summary>
    public string? Reference { get; private set; }

    /// <summary>The clause on term and notice, word by word.</summary>
    public string? Clause { get; private set; }

    public string? Signatory { get; private set; }

    public string? SignatoryFunction { get; private set; }

    public string? Place { get; private set; }

    public DateOnly? Date { get; private set; }

    internal static NoticeLetter Create(Guid contractId) => new() { ContractId = contractId };

    internal void Describe(NoticeLetterInput input)
    {
        OwnAddress = Provider.Blank(input.OwnAddress);
        ProviderAddress = Provider.Blank(input.ProviderAddress);
        Reference = Provider.Blank(input.Reference);
        Clause = Provider.Blank(input.Clause);
        Signatory = Provider.Blank(input.Signatory);
        SignatoryFunction = Provider.Blank(input.SignatoryFunction);
        Place = Provider.Blank(input.Place);
        Date = input.Date;
    }

    /// <summary>Forgets who signs: the person is erased.</summary>
    internal void ForgetSignatory() => (Signatory, SignatoryFunction) = (null, null);

    /// <summary>Whether a letter ends such a contract: one that ends by itself needs none.</summary>
    internal static bool Ends(Contract contract) =>
        !contract.IsArchived && (contract.IsOpenEnded || contract.Renewal == Kernel.Time.Renewal.Tacit);
}
