using System.ComponentModel.DataAnnotations;

namespace Pupitre.Processes.Inventory;

/// <summary>What is asked about a process, by the form and by imports.</summary>
public sealed class ProcessInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_NameMissing))]
    [StringLength(Process.MaxNameLength)]
    public string? Name { get; set; }

    public Domain Domain { get; set; }

    [StringLength(Process.MaxPurposeLength)]
    public string? Purpose { get; set; }

    [StringLength(Process.MaxPersonLength)]
    public string? Pilot { get; set; }

    [StringLength(Process.MaxPersonLength)]
    public string? Deputy { get; set; }

    [Range(0, Process.MaxMonthlyVolume)]
    public int? MonthlyVolume { get; set; }

    public Criticality Criticality { get; set; } = Criticality.Normal;

    /// <summary>Version of the process that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }
}
