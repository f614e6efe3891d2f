using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.FirstRun;

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

    /// <summary>Ticked: somebody outside does it. A name says so as well.</summary>
    public bool HandedOver { get; set; }

    [StringLength(Provider.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.FirstRun_TooLong))]
    public string? ProviderName { get; set; }

    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.FirstRun_BadEmail))]
    [StringLength(Provider.MaxEmailLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.FirstRun_TooLong))]
    public string? ProviderEmail { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public DateOnly? ContractStart { get; set; }

    [Range(1, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.FirstRun_OutOfRange))]
    public int? ContractMonths { get; set; }

    [Range(0, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.FirstRun_OutOfRange))]
    public int? NoticeMonths { get; set; }

    public List<TemplateChoice> Templates { get; set; } = [];

    /// <summary>There is something to set up.</summary>
    public bool IsWanted => HandedOver || !string.IsNullOrWhiteSpace(ProviderName);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsWanted && string.IsNullOrWhiteSpace(ProviderName))
        {
            yield return new ValidationResult(Texts.FirstRun_NameMissing.With(FirstRun.Tiles.NameOf(Tile)), [nameof(ProviderName)]);
        }

        if (IsWanted && ContractStart is null && (ContractMonths is not null || NoticeMonths is not null))
        {
            yield return new ValidationResult(Texts.FirstRun_TermsWithoutStart.With(FirstRun.Tiles.NameOf(Tile)), [nameof(ContractStart)]);
        }
    }
}

/// <summary>A ready commitment, wanted or not.</summary>
public sealed class TemplateChoice
{
    public int Number { get; set; }

    public bool Wanted { get; set; }
}
