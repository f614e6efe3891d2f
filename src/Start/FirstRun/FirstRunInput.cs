using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Start.FirstRun;

/// <summary>What was handed over to whom, and the dates asked once. All of it may be left blank.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class FirstRunInput
{
    public List<TileInput> Tiles { get; set; } = [];

    public ProfileInput Profile { get; set; } = new();
}

/// <summary>One tile: who does it, under which terms, and which ready commitments are wanted.</summary>
public sealed class TileInput : IValidatableObject
{
    public Tile Tile { get; set; }

    /// <summary>Somebody outside does it. A name says so as well.</summary>
    public bool HandedOver { get; set; }

    public string? ProviderName { get; set; }

    public string? ProviderEmail { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public DateOnly? ContractStart { get; set; }

    public int? ContractMonths { get; set; }

    public int? NoticeMonths { get; set; }

    public List<TemplateChoice> Templates { get; set; } = [];

    /// <summary>There is something to set up.</summary>
    public bool IsWanted => HandedOver || !string.IsNullOrWhiteSpace(ProviderName);

    private bool IsDescribed => ProviderEmail is not null || ContractStart is not null || ContractMonths is not null || NoticeMonths is not null;

    /// <summary>Each message names its tile and its field, in the order of the page: five tiles have the same fields.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var tile = FirstRun.Tiles.NameOf(Tile);
        if (string.IsNullOrWhiteSpace(ProviderName) && (HandedOver || IsDescribed))
        {
            yield return new ValidationResult(Texts.FirstRun_NameMissing.With(tile), [nameof(ProviderName)]);
        }

        if (ProviderName?.Length > Provider.MaxNameLength)
        {
            yield return new ValidationResult(Texts.FirstRun_NameTooLong.With(tile, Provider.MaxNameLength), [nameof(ProviderName)]);
        }

        if (ProviderEmail is { } email && (email.Length > Provider.MaxEmailLength || !new EmailAddressAttribute().IsValid(email)))
        {
            yield return new ValidationResult(Texts.FirstRun_BadEmail.With(tile), [nameof(ProviderEmail)]);
        }

        if (ContractStart is null && (ContractMonths is not null || NoticeMonths is not null))
        {
            yield return new ValidationResult(Texts.FirstRun_TermsWithoutStart.With(tile), [nameof(ContractStart)]);
        }

        if (ContractMonths is < 1 or > Contract.MaxMonths)
        {
            yield return new ValidationResult(Texts.FirstRun_BadMonths.With(tile, 1, Contract.MaxMonths), [nameof(ContractMonths)]);
        }

        if (NoticeMonths is < 0 or > Contract.MaxMonths)
        {
            yield return new ValidationResult(Texts.FirstRun_BadNotice.With(tile, 0, Contract.MaxMonths), [nameof(NoticeMonths)]);
        }
    }
}

/// <summary>A ready commitment, wanted or not.</summary>
public sealed class TemplateChoice
{
    public int Number { get; set; }

    public bool Wanted { get; set; }
}
