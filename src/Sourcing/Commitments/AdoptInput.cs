using System.ComponentModel.DataAnnotations;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The form that takes a ready commitment as it stands.</summary>
public sealed class AdoptInput
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_ProcessMissing))]
    public Guid? ProcessId { get; set; }

    public Guid? ProviderId { get; set; }

    public Guid? ContractId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_EffectiveMissing))]
    public DateOnly? EffectiveFrom { get; set; }

    public TemplateInput ToTemplate(int number) => new()
    {
        Id = Id,
        TemplateNumber = number,
        ProcessId = ProcessId!.Value,
        ProviderId = ProviderId,
        ContractId = ContractId,
        EffectiveFrom = EffectiveFrom!.Value,
    };
}
