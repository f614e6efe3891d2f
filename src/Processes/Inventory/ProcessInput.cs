using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;
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

    [Range(0, Process.MaxVolume, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Volume { get; set; }

    public VolumePer VolumePer { get; set; } = VolumePer.Month;

    /// <summary>Twelve percentages, January first; see <see cref="Seasons"/>.</summary>
    [CustomValidation(typeof(ProcessInput), nameof(CheckSeasons))]
    public string? Seasonality { get; set; }

    [Range(0, Process.MaxMinutes, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? MinutesEach { get; set; }

    public Criticality Criticality { get; set; } = Criticality.Normal;

    [StringLength(Process.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Trigger { get; set; }

    [StringLength(Process.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Result { get; set; }

    [StringLength(Process.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? CustomerInside { get; set; }

    [StringLength(Process.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? LegalDeadline { get; set; }

    [Range(0, Process.MaxCostPerHour, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public decimal? CostPerHour { get; set; }

    [Range(0, 100, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public decimal? ErrorPercent { get; set; }

    [CustomValidation(typeof(ProcessInput), nameof(CheckUnknown))]
    public bool IsErrorPercentUnknown { get; set; }

    [Range(0, Process.MaxErrorCost, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public decimal? ErrorCost { get; set; }

    [CustomValidation(typeof(ProcessInput), nameof(CheckUnknown))]
    public bool IsErrorCostUnknown { get; set; }

    /// <summary>Words of <see cref="SensitiveData"/> that were ticked.</summary>
    public List<string> SensitiveKinds { get; set => field = value ?? []; } = [];

    public SensitiveData Sensitive
    {
        get => SensitiveKinds.Aggregate(SensitiveData.None, (all, word) => Enum.TryParse<SensitiveData>(word, out var one) && Enum.IsDefined(one) ? all | one : all);
        set => SensitiveKinds = [.. Enum.GetValues<SensitiveData>().Where(one => one != SensitiveData.None && value.HasFlag(one)).Select(one => one.ToString())];
    }

    /// <summary>Version of the process that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    public static ValidationResult? CheckSeasons(string? text, ValidationContext context) =>
        string.IsNullOrWhiteSpace(text) || Seasons.Read(text) is not null ? ValidationResult.Success : new ValidationResult(Texts.Process_SeasonsBad.With(Seasons.MaxPercent), [nameof(Seasonality)]);

    /// <summary>A figure and "unknown" at once: one of the two is wrong, and which is not guessed.</summary>
    public static ValidationResult? CheckUnknown(bool unknown, ValidationContext context) =>
        unknown && context.ObjectInstance is ProcessInput input && (context.MemberName == nameof(IsErrorCostUnknown) ? input.ErrorCost : input.ErrorPercent) is not null
            ? new ValidationResult(Texts.Process_KnownAndUnknown, [context.MemberName!])
            : ValidationResult.Success;
}
