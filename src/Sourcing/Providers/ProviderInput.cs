using System.ComponentModel.DataAnnotations;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Providers;

/// <summary>What is asked about a provider, by the form, the first run and imports.</summary>
public sealed class ProviderInput : IEditedInput
{
    /// <summary>A SIREN as people type it, with spaces.</summary>
    public const int MaxSirenTyped = 20;

    /// <summary>Key of the provider, made with the form: a form sent twice makes one provider.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Provider_NameMissing))]
    [StringLength(Provider.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Name { get; set; }

    [StringLength(MaxSirenTyped, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CustomValidation(typeof(ProviderInput), nameof(CheckSiren))]
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

    /// <summary>The rows of <see cref="Contacts"/> in which something was typed. Not posted: it is how two forms are compared.</summary>
    internal List<ContactInput> NamedContacts { get => [.. Contacts.Where(contact => contact.Shown is not null || contact.Known is not null).Select(contact => contact.Trimmed())]; set => Contacts = value; }

    /// <summary>The person has seen that another provider bears the same name.</summary>
    public bool AcceptsSameName { get; set; }

    /// <summary>Version of the provider that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string? Opened { get; set; }

    public static ValidationResult? CheckSiren(string? siren, ValidationContext context) =>
        Kernel.Siren.Normalize(siren) is { } known && !Kernel.Siren.IsWellFormed(known) ? new ValidationResult(Texts.Provider_BadSiren, [nameof(Siren)]) : null;
}

/// <summary>A person at the provider. A row without a name stands under its address, its number or its role; an empty one is left out.</summary>
public sealed class ContactInput
{
    /// <summary>Key of the person; empty for a new row.</summary>
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

    /// <summary>What they are turned to for.</summary>
    public ContactDuty Duty { get; set; }

    /// <summary>A person of the provider who is known already, chosen for a new row; what is typed beside is left aside.</summary>
    public Guid? Known { get; set; }

    /// <summary>The name, or what stands for it; null for an empty row.</summary>
    internal string? Shown => Provider.Blank(Name) ?? Provider.Blank(Email) ?? Provider.Blank(Phone) ?? Provider.Blank(Role);

    internal ContactInput Trimmed() => new() { Id = Known ?? Id, Known = Known, Name = Shown, Role = Provider.Blank(Role), Email = Provider.Blank(Email), Phone = Provider.Blank(Phone), Duty = Duty };
}
