using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;

namespace Pupitre.Processes.Steps;

/// <summary>What is said of a step, by the form, the catalogue and sheets. A row without a name is left out.</summary>
public sealed class StepInput
{
    public Guid Id { get; set; }

    /// <summary>Where it stands, from 1; empty for where its row is. A step that is given the place of another one goes before it.</summary>
    [Range(1, ProcessStep.MaxSteps, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Place { get; set; }

    [StringLength(ProcessStep.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    [CustomValidation(typeof(StepInput), nameof(CheckName))]
    public string? Name { get; set; }

    [StringLength(ProcessStep.MaxRoleLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Role { get; set; }

    [StringLength(Tools.Tool.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Tool { get; set; }

    [Range(0, ProcessStep.MaxMinutes, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Minutes { get; set; }

    [Range(0, ProcessStep.MaxWaitHours, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? WaitHours { get; set; }

    [Range(1, ProcessStep.AllCases, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Step_ShareOutOfRange))]
    public int? SharePercent { get; set; }

    [StringLength(ProcessStep.MaxDocumentsLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? DocumentsIn { get; set; }

    [StringLength(ProcessStep.MaxDocumentsLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? DocumentsOut { get; set; }

    /// <summary>Nothing was typed in the row.</summary>
    internal bool IsEmpty => IsBlank(Name) && IsBlank(Role) && IsBlank(Tool) && Minutes is null && WaitHours is null && IsBlank(DocumentsIn) && IsBlank(DocumentsOut) && (SharePercent ?? ProcessStep.AllCases) == ProcessStep.AllCases;

    // Emptying the name of a step that is there takes the step away; details without any name would be lost.
    public static ValidationResult? CheckName(string? name, ValidationContext context) =>
        IsBlank(name) && context.ObjectInstance is StepInput { IsEmpty: false } input && input.Id == Guid.Empty
            ? new ValidationResult(Texts.Step_NameMissing, [nameof(Name)])
            : ValidationResult.Success;

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}

/// <summary>The steps of a process, as one form.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class StepsInput
{
    public Guid ProcessId { get; set; }

    /// <summary>Version of the process that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    [MaxLength(ProcessStep.MaxSteps + StepsPage.BlankRows)]
    public List<StepInput> Steps { get; set => field = value ?? []; } = [];
}
