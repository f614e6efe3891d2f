using System.ComponentModel.DataAnnotations;

namespace Pupitre.Processes.Links;

/// <summary>What is asked about a link.</summary>
public sealed class LinkInput
{
    /// <summary>Key of the link, made with the form: a form sent twice makes one link.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Link_ProcessMissing))]
    public Guid? FromId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Link_ProcessMissing))]
    public Guid? ToId { get; set; }

    public LinkKind Kind { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Link_PassesMissing))]
    [StringLength(ProcessLink.MaxPassesLength,
        ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Passes { get; set; }

    /// <summary>Days until the follower hurts; null for unknown.</summary>
    [Range(0, LinkGraph.MaxDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? DaysUntil { get; set; }

    /// <summary>Version that the form was filled from; a save over a newer one is refused.</summary>
    public long Version { get; set; }
}
