using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Commitments;

/// <summary>What is asked about a commitment: the fields of the sentence. Serves the form, its preview and imports.</summary>
public sealed class CommitmentInput : IValidatableObject, IEditedInput
{
    private const int MaxDays = 3660;
    private const int MaxHours = 10_000;
    internal const int MaxPatternLength = 400;

    /// <summary>Key of the commitment, made with the form: a form sent twice makes one commitment.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Version of the commitment that the form was filled from.</summary>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string? Opened { get; set; }

    /// <summary>Only show what it would mean; save nothing.</summary>
    public bool Preview { get; set; }

    public int? TemplateNumber { get; set; }

    [EnumDataType(typeof(CommitmentKind), ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_NotOffered))]
    public CommitmentKind Kind { get; set; } = CommitmentKind.Schedule;

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_NameMissing))]
    [StringLength(Commitment.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Name { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_ProcessMissing))]
    public Guid? ProcessId { get; set; }

    public Guid? ProviderId { get; set; }

    public Guid? ContractId { get; set; }

    public Party Performer { get; set; } = Party.Provider;

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_ActionMissing))]
    [StringLength(CommitmentVersion.MaxActionLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Action { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_CalendarMissing))]
    public Guid? CalendarId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_UnitMissing))]
    [StringLength(CommitmentVersion.MaxUnitLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? UnitOne { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_UnitMissing))]
    [StringLength(CommitmentVersion.MaxUnitLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? UnitMany { get; set; }

    [Range(0, 100, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public decimal? TargetPercent { get; set; } = 95;

    [Range(0, MaxHours, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? WarningHours { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Commitment_EffectiveMissing))]
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>Last day on which the new version is only observed, without consequence; empty when it never is.</summary>
    public DateOnly? ObservedUntil { get; set; }

    [StringLength(CommitmentVersion.MaxReasonLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Reason { get; set; }

    // A schedule.
    public PeriodLength Every { get; set; } = PeriodLength.Month;

    public AnchorKind Anchor { get; set; } = AnchorKind.DayOfMonth;

    [Range(1, 31, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? AnchorDay { get; set; }

    /// <summary>Months from the period to the month of the anchor: 1 is the following month.</summary>
    [Range(0, 24, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int MonthsAfter { get; set; }

    [Range(0, MaxDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? OffsetDays { get; set; }

    public OffsetWay Way { get; set; } = OffsetWay.Before;

    [Range(-120, 120, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? OffsetMonths { get; set; }

    public DayCount Count { get; set; } = DayCount.Business;

    public TimeOnly? At { get; set; }

    public RollConvention Roll { get; set; }

    [Range(0, MaxDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? GraceDays { get; set; }

    public bool Statutory { get; set; }

    public Guid? PrerequisiteId { get; set; }

    [Range(0, MaxDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? PrerequisiteDays { get; set; }

    // A clock.
    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Start { get; set; }

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Stop { get; set; }

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? PauseFrom { get; set; }

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? PauseTo { get; set; }

    public Party WaitsOn { get; set; } = Party.Company;

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Cancel { get; set; }

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Reopen { get; set; }

    /// <summary>Asked, never guessed: "24 h ouvrées" means two different things.</summary>
    public ClockTargetKind? Target { get; set; }

    [Range(0, MaxHours, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? TargetCount { get; set; }

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? DateEvent { get; set; }

    public bool PauseMovesDate { get; set; }

    /// <summary>Business days after which at the earliest it is due, counted from <see cref="NotBeforeEvent"/>.</summary>
    [Range(0, MaxDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? NotBeforeDays { get; set; }

    [StringLength(MaxPatternLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? NotBeforeEvent { get; set; }

    /// <summary>The form of what a version asks: of the commitment itself, to change it, or of a copy.</summary>
    internal static CommitmentInput Of(Commitment commitment, CommitmentVersion version, DateOnly from)
    {
        var input = new CommitmentInput
        {
            TemplateNumber = commitment.TemplateNumber,
            Name = commitment.Name,
            ProcessId = commitment.ProcessId,
            ProviderId = commitment.ProviderId,
            ContractId = commitment.ContractId,
            Performer = commitment.Performer,
            Action = version.Action,
            CalendarId = version.CalendarId,
            UnitOne = version.UnitOne,
            UnitMany = version.UnitMany,
            TargetPercent = version.TargetPercent,
            EffectiveFrom = from,
            ObservedUntil = CommitmentVersion.ObservedFrom(from),
        };
        input.Fill(version.Rule);
        return input;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Kind == CommitmentKind.Schedule ? ValidateSchedule() : ValidateClock();

    private IEnumerable<ValidationResult> ValidateSchedule()
    {
        if (Anchor == AnchorKind.DayOfMonth && AnchorDay is null)
        {
            yield return new ValidationResult(Texts.Commitment_DayMissing, [nameof(AnchorDay)]);
        }

        if (PrerequisiteId == Id)
        {
            yield return new ValidationResult(Texts.Commitment_OwnPrerequisite, [nameof(PrerequisiteId)]);
        }
    }

    private IEnumerable<ValidationResult> ValidateClock()
    {
        if (string.IsNullOrWhiteSpace(Start))
        {
            yield return new ValidationResult(Texts.Commitment_StartMissing, [nameof(Start)]);
        }

        if (string.IsNullOrWhiteSpace(Stop))
        {
            yield return new ValidationResult(Texts.Commitment_StopMissing, [nameof(Stop)]);
        }

        if (Target is null)
        {
            yield return new ValidationResult(Texts.Commitment_TargetMissing, [nameof(Target)]);
        }
        else if (Target != ClockTargetKind.Date && TargetCount is null or < 0)
        {
            yield return new ValidationResult(Texts.Commitment_TargetCountMissing, [nameof(TargetCount)]);
        }
    }
}

/// <summary>What the due date of a schedule counts from.</summary>
public enum AnchorKind
{
    DayOfMonth,
    EndOfPeriod,
    PayDay,
    VatDay,
    Closing,
    TaxReturn,
}

/// <summary>On which side of the anchor.</summary>
public enum OffsetWay
{
    Before,
    After,
}

/// <summary>What a clock is held to.</summary>
public enum ClockTargetKind
{
    /// <summary>A number of business days, at the hour of the start.</summary>
    SameHour,

    /// <summary>A number of business days, before the last closing.</summary>
    EndOfDay,

    /// <summary>A number of opening hours.</summary>
    OpeningHours,

    /// <summary>A date counted from an event.</summary>
    Date,
}
