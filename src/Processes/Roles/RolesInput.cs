using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;
using Pupitre.Platform.People;

namespace Pupitre.Processes.Roles;

/// <summary>What is said of one person in a process. A row that names nobody, or nothing of them, is left out.</summary>
public sealed class RoleInput
{
    /// <summary>
    /// Key of the person chosen, as text: an empty value for a nullable key ends the list of rows in which the framework reads it,
    /// without a word.
    /// </summary>
    public string? PersonKey { get; set; }

    /// <summary>The same as a key; the empty one where it is none, which nobody bears.</summary>
    internal Guid? PersonId => string.IsNullOrEmpty(PersonKey) ? null : Guid.TryParse(PersonKey, out var id) ? id : Guid.Empty;

    /// <summary>Somebody of the company who is in no list yet.</summary>
    [StringLength(Person.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Name { get; set; }

    /// <summary>Words of <see cref="Duty"/>, as a form sends them.</summary>
    public List<string> Duties { get; set => field = value ?? []; } = [];

    [EnumDataType(
        typeof(KnowHowLevel), ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Role_NoSuchLevel))]
    public KnowHowLevel? Level { get; set; }

    internal IReadOnlyList<Duty> Known =>
        [.. Duties.Select(word => Enum.TryParse<Duty>(word, out var duty) && Enum.IsDefined(duty) ? duty : (Duty?)null).OfType<Duty>()
            .Distinct()];

    internal bool NamesNobody => PersonId is null && string.IsNullOrWhiteSpace(Name);

    internal bool SaysNothing => Level is null && Known.Count == 0;
}

/// <summary>Who does what in a process, as one form.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class RolesInput
{
    public Guid ProcessId { get; set; }

    /// <summary>Version of the process that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    [MaxLength(ProcessDuty.MaxPeople + RolesPage.BlankRows)]
    public List<RoleInput> Roles { get; set => field = value ?? []; } = [];
}
