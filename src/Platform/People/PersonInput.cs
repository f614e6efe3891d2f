using System.ComponentModel.DataAnnotations;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.People;

/// <summary>What is asked about a person, by forms and imports.</summary>
public sealed class PersonInput
{
    /// <summary>Key of the person, made with the form: a form sent twice makes one person.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Member_NameMissing))]
    [StringLength(Person.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? Name { get; set; }

    [StringLength(Person.MaxFunctionLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? Function { get; set; }

    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailWrong))]
    [StringLength(Person.MaxEmailLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailWrong))]
    public string? Email { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(Person.MaxPhoneLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? Phone { get; set; }

    /// <summary>Whose side they are on: null for the company's own, else the kind and key of what they belong to ("provider:...").</summary>
    public string? SideKey { get; set; }

    /// <summary>Version of the person that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    public SubjectRef? Side => SideKey?.Split(':') is [{ Length: > 0 } kind, var id] && Guid.TryParse(id, out var key) ? new SubjectRef(kind, key) : null;

    public static string? KeyOf(SubjectRef? side) => side is { } known ? $"{known.Kind}:{known.Id}" : null;
}
