using System.ComponentModel.DataAnnotations;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Rekeyings;

/// <summary>What is asked about a re-keying.</summary>
public sealed class RekeyingInput
{
    /// <summary>Key of the re-keying, made with the form: a form sent twice makes one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Rekeying_ProcessMissing))]
    public Guid? ProcessId { get; set; }

    /// <summary>Name of the tool that is read; one that no tool bears makes a tool.</summary>
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Rekeying_ToolMissing))]
    [StringLength(Tool.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? FromTool { get; set; }

    /// <summary>As <see cref="FromTool"/>, of the tool that is typed into.</summary>
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Rekeying_ToolMissing))]
    [StringLength(Tool.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? ToTool { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Rekeying_FieldsMissing))]
    [StringLength(Rekeying.MaxFieldsLength,
        ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Fields { get; set; }

    [Range(0, Rekeying.MaxMinutesAMonth,
        ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? MinutesAMonth { get; set; }

    [StringLength(Rekeying.MaxFunctionLength,
        ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Function { get; set; }

    public Guid? PersonId { get; set; }

    public Automation Automation { get; set; }

    /// <summary>Version that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }
}
