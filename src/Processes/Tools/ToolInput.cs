using System.ComponentModel.DataAnnotations;

namespace Pupitre.Processes.Tools;

/// <summary>What is asked about a tool.</summary>
public sealed class ToolInput
{
    /// <summary>Key of the tool, made with the form: a form sent twice makes one tool.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Tool_NameMissing))]
    [StringLength(Tool.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Name { get; set; }

    public ToolKind Kind { get; set; }

    [StringLength(Tool.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Vendor { get; set; }

    [StringLength(Tool.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? AdministeredBy { get; set; }

    [StringLength(Tool.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? DataHeld { get; set; }

    [StringLength(Tool.MaxLineLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Where { get; set; }

    /// <summary>Version that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }
}
