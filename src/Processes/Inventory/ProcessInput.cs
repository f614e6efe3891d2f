using System.ComponentModel.DataAnnotations;
using Pupitre.Platform.People;

namespace Pupitre.Processes.Inventory;

/// <summary>What is asked about a process, by the form and by imports.</summary>
public sealed class ProcessInput
{
    /// <summary>Key of the process, made with the form: a form sent twice makes one process.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_NameMissing))]
    [StringLength(Process.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Name { get; set; }

    public Domain Domain { get; set; }

    [StringLength(Process.MaxPurposeLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Purpose { get; set; }

    /// <summary>The pilot, chosen among the company's people.</summary>
    public Guid? PilotId { get; set; }

    /// <summary>Another pilot, by name: it wins over the choice, and makes a person when nobody bears it.</summary>
    [StringLength(Person.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Pilot { get; set; }

    /// <summary>As <see cref="PilotId"/>, of who stands in for the pilot.</summary>
    public Guid? DeputyId { get; set; }

    /// <summary>As <see cref="Pilot"/>, of who stands in for the pilot.</summary>
    [StringLength(Person.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Deputy { get; set; }

    [Range(0, Process.MaxMonthlyVolume, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? MonthlyVolume { get; set; }

    public Criticality Criticality { get; set; } = Criticality.Normal;

    /// <summary>Version of the process that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }
}
