using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel.Time;

namespace Pupitre.Sourcing.Contracts;

/// <summary>What is asked about a contract, by the form, the first run and imports.</summary>
public sealed class ContractInput : IValidatableObject
{
    private const double MostMoney = 1_000_000_000;

    /// <summary>Key of the contract, made with the form: a form sent twice makes one contract.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Contract_ProviderMissing))]
    public Guid? ProviderId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Contract_TitleMissing))]
    [StringLength(Contract.MaxTitleLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Title { get; set; }

    public ContractKind Kind { get; set; } = ContractKind.EngagementLetter;

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Contract_StartMissing))]
    public DateOnly? Start { get; set; }

    [Range(1, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? Months { get; set; }

    public DateOnly? End { get; set; }

    public Renewal Renewal { get; set; } = Renewal.Tacit;

    [Range(1, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? RenewalMonths { get; set; }

    [Range(0, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? NoticeMonths { get; set; }

    [Range(0, Contract.MaxNoticeDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? NoticeDays { get; set; }

    public NoticeRunsFrom NoticeRunsFrom { get; set; }

    [Range(0, Contract.MaxPostingDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int PostingDays { get; set; } = Contract.DefaultPostingDays;

    [Range(0, MostMoney, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public decimal? Price { get; set; }

    public PricePeriod PricePeriod { get; set; }

    [StringLength(Contract.MaxNoteLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Note { get; set; }

    /// <summary>The processes that the contract covers.</summary>
    public List<Guid> ProcessIds { get; set => field = value ?? []; } = [];

    /// <summary>Version of the contract that the form was filled from; a save over a newer one shows what changed instead.</summary>
    public long Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Months is not null && End is not null)
        {
            yield return new ValidationResult(Texts.Contract_MonthsOrEnd, [nameof(End)]);
        }

        if (End <= Start)
        {
            yield return new ValidationResult(Texts.Contract_EndBeforeStart, [nameof(End)]);
        }

        if (Renewal == Renewal.Tacit && End is not null && RenewalMonths is null)
        {
            yield return new ValidationResult(Texts.Contract_RenewalLengthMissing, [nameof(RenewalMonths)]);
        }

        if (NoticeMonths is not null && NoticeDays is not null)
        {
            yield return new ValidationResult(Texts.Contract_NoticeOnce, [nameof(NoticeDays)]);
        }
    }
}
