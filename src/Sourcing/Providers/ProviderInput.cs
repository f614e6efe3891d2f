using System.ComponentModel.DataAnnotations;

namespace Pupitre.Sourcing.Providers;

/// <summary>What is asked about a provider, by the form, the first run and imports.</summary>
public sealed class ProviderInput : IValidatableObject
{
    /// <summary>Key of the provider, made with the form: a form sent twice makes one provider.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Provider_NameMissing))]
    [StringLength(Provider.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Name { get; set; }

    [StringLength(20, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Siren { get; set; }

    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_BadEmail))]
    [StringLength(Provider.MaxEmailLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Email { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(Provider.MaxPhoneLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Phone { get; set; }

    [StringLength(Provider.MaxNoteLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Note { get; set; }

    [MaxLength(Provider.MaxContacts)]
    public List<ContactInput> Contacts { get; set => field = value ?? []; } = [];

    /// <summary>Version of the provider that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kernel.Siren.Normalize(Siren) is { } siren && !Kernel.Siren.IsWellFormed(siren))
        {
            yield return new ValidationResult(Texts.Provider_BadSiren, [nameof(Siren)]);
        }
    }
}

/// <summary>A person at the provider. A row without a name is left out.</summary>
public sealed class ContactInput
{
    public Guid Id { get; set; }

    [StringLength(Provider.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Name { get; set; }

    [StringLength(Provider.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Role { get; set; }

    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_BadEmail))]
    [StringLength(Provider.MaxEmailLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Email { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(Provider.MaxPhoneLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Phone { get; set; }
}
