using System.ComponentModel.DataAnnotations;
using Pupitre.Deciding.Diagnosis;

namespace Pupitre.Deciding.Decisions;

/// <summary>What is said when something is decided about a process.</summary>
public sealed class DecideInput
{
    /// <summary>Key of the decision, made with the form: a form sent twice makes one decision.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ProcessId { get; set; }

    /// <summary>Hash of what the form showed: nothing else is frozen.</summary>
    public string? Seen { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Decision_ChosenMissing))]
    public VerdictKind? Chosen { get; set; }

    /// <summary>The offer that goes with it; none for none.</summary>
    public Guid? OfferId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Decision_ReasonMissing))]
    [StringLength(Decision.MaxReasonLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Reason { get; set; }

    [StringLength(Decision.MaxDissentLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Dissent { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Decision_ByMissing))]
    [StringLength(Decision.MaxNamesLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? DecidedBy { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Decision_OnMissing))]
    public DateOnly? DecidedOn { get; set; }
}
