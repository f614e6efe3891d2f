using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Contracts;

/// <summary>What is asked about a contract, by the form, the first run and imports.</summary>
public sealed class ContractInput : IEditedInput
{
    private const int EndlessYear = 9999;
    private const double MostMoney = 1_000_000_000;

    private bool _isEndless;

    /// <summary>Key of the contract, made with the form: a form sent twice makes one contract.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Contract_ProviderMissing))]
    public Guid? ProviderId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Contract_TitleMissing))]
    [StringLength(Contract.MaxTitleLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Title { get; set; }

    public ContractKind Kind { get; set; } = ContractKind.EngagementLetter;

    /// <summary>First day; may be left out while the length is not known either.</summary>
    [CustomValidation(typeof(ContractInput), nameof(CheckStart))]
    public DateOnly? Start { get; set; }

    /// <summary>What is known of the length; months or a last day say it as well.</summary>
    [CustomValidation(typeof(ContractInput), nameof(CheckLength))]
    public ContractLength Length { get => _isEndless ? ContractLength.OpenEnded : field; set; }

    [Range(1, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? Months { get; set; }

    /// <summary>Last day of the initial term; 31 December 9999 means that there is none.</summary>
    [CustomValidation(typeof(ContractInput), nameof(CheckLastDay))]
    public DateOnly? LastDay
    {
        get;

        // "No end" as other programs write it. A database that knows infinity would make one of it.
        set => (field, _isEndless) = value is { Year: EndlessYear } ? (null, true) : (value, false);
    }

    public Renewal Renewal { get; set; } = Renewal.Tacit;

    [Range(1, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    [CustomValidation(typeof(ContractInput), nameof(CheckRenewalMonths))]
    public int? RenewalMonths { get; set; }

    /// <summary>What is known of the notice; months or days say it as well.</summary>
    [CustomValidation(typeof(ContractInput), nameof(CheckNotice))]
    public ContractNotice Notice { get; set; }

    [Range(0, Contract.MaxMonths, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? NoticeMonths { get; set; }

    [Range(0, Contract.MaxNoticeDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    [CustomValidation(typeof(ContractInput), nameof(CheckNoticeDays))]
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

    /// <inheritdoc/>
    public string? Opened { get; set; }

    /// <summary>What the form says of the length, whichever field says it.</summary>
    internal ContractLength LengthKnown => Length != ContractLength.Unknown ? Length : Months is null && LastDay is null ? ContractLength.Unknown : ContractLength.Fixed;

    /// <summary>What the form says of the notice, whichever field says it.</summary>
    internal ContractNotice NoticeKnown => NoticeMonths is not null || NoticeDays is not null ? ContractNotice.Given : Notice;

    /// <summary>The fields, each declared once: the history, a conflict and a merge read them here.</summary>
    internal static IReadOnlyList<FormField<ContractInput>> Fields { get; } =
    [
        new(nameof(ContractInput.ProviderId), () => Texts.Contract_Provider),
        new(nameof(ContractInput.Title), () => Texts.Contract_Title),
        new(nameof(ContractInput.Kind), () => Texts.Contract_Kind, show: value => ContractWords.Of(Enum.Parse<ContractKind>(value))),
        new(nameof(ContractInput.Start), () => Texts.Contract_Start, show: ContractFields.Date),
        new(nameof(ContractInput.Length), () => Texts.Contract_Length, "length", value => ContractWords.Of(Enum.Parse<ContractLength>(value))),
        new(nameof(ContractInput.Months), () => Texts.Contract_Months, "length"),
        new(nameof(ContractInput.LastDay), () => Texts.Contract_LastDay, "length", ContractFields.Date),
        new(nameof(ContractInput.Renewal), () => Texts.Contract_Renewal, show: value => ContractWords.Of(Enum.Parse<Renewal>(value))),
        new(nameof(ContractInput.RenewalMonths), () => Texts.Contract_RenewalMonths),
        new(nameof(ContractInput.Notice), () => Texts.Contract_Notice, "notice", value => ContractWords.Of(Enum.Parse<ContractNotice>(value))),
        new(nameof(ContractInput.NoticeMonths), () => Texts.Contract_NoticeMonths, "notice"),
        new(nameof(ContractInput.NoticeDays), () => Texts.Contract_NoticeDays, "notice"),
        new(nameof(ContractInput.NoticeRunsFrom), () => Texts.Contract_NoticeFrom, show: value => ContractWords.Of(Enum.Parse<NoticeRunsFrom>(value))),
        new(nameof(ContractInput.PostingDays), () => Texts.Contract_PostingDays),
        new(nameof(ContractInput.Price), () => Texts.Contract_Price, show: value => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.CurrentCulture)),
        new(nameof(ContractInput.PricePeriod), () => Texts.Contract_PricePeriod, show: value => ContractWords.PricePeriods.First(choice => choice.Value == value).Text),
        new(nameof(ContractInput.Note), () => Texts.Contract_Note),
        new(nameof(ContractInput.ProcessIds), () => Texts.Contract_Scope),
    ];

    /// <summary>The form as a contract fills it.</summary>
    internal static ContractInput Of(Contract contract) => new()
    {
        Id = contract.Id,
        ProviderId = contract.ProviderId,
        Title = contract.Title,
        Kind = contract.Kind,
        Start = contract.Start,
        Months = contract.Months,
        Length = contract.Length,
        LastDay = contract.LastDay,
        Renewal = contract.Renewal,
        RenewalMonths = contract.RenewalMonths,
        Notice = contract.Notice,
        NoticeMonths = contract.NoticeMonths,
        NoticeDays = contract.NoticeDays,
        NoticeRunsFrom = contract.NoticeRunsFrom,
        PostingDays = contract.PostingDays,
        Price = contract.Price,
        PricePeriod = contract.PricePeriod,
        Note = contract.Note,
        ProcessIds = [.. contract.Scope.Select(row => row.ProcessId)],
        Version = contract.Version,
    };

    // Each check stands on its own field, so that a form tells all that is wrong at once.
    public static ValidationResult? CheckStart(DateOnly? start, ValidationContext context)
    {
        var input = (ContractInput)context.ObjectInstance;
        return start switch
        {
            null => input.Months is null ? null : Wrong(Texts.Contract_StartMissing, nameof(Start)),
            { } day => LikelyDays.Contains(day) ? null : Wrong(Unlikely(), nameof(Start)),
        };
    }

    public static ValidationResult? CheckLength(ContractLength length, ValidationContext context)
    {
        var input = (ContractInput)context.ObjectInstance;
        var isTyped = input.Months is not null || input.LastDay is not null;
        return length switch
        {
            ContractLength.OpenEnded when isTyped => Wrong(Texts.Contract_LengthTwice, nameof(Length)),
            ContractLength.Fixed when !isTyped => Wrong(Texts.Contract_LengthMissing, nameof(Length)),
            _ => null,
        };
    }

    public static ValidationResult? CheckLastDay(DateOnly? lastDay, ValidationContext context)
    {
        var input = (ContractInput)context.ObjectInstance;
        if (lastDay is null)
        {
            return null;
        }

        if (input.Months is not null)
        {
            return Wrong(Texts.Contract_MonthsOrEnd, nameof(LastDay));
        }

        if (!LikelyDays.Contains(lastDay.Value))
        {
            return Wrong(Unlikely(), nameof(LastDay));
        }

        return lastDay < input.Start ? Wrong(Texts.Contract_EndBeforeStart, nameof(LastDay)) : null;
    }

    public static ValidationResult? CheckRenewalMonths(int? months, ValidationContext context)
    {
        var input = (ContractInput)context.ObjectInstance;
        return input is { Renewal: Renewal.Tacit, LastDay: not null } && months is null ? Wrong(Texts.Contract_RenewalLengthMissing, nameof(RenewalMonths)) : null;
    }

    public static ValidationResult? CheckNotice(ContractNotice notice, ValidationContext context)
    {
        var input = (ContractInput)context.ObjectInstance;
        var isTyped = input.NoticeMonths is not null || input.NoticeDays is not null;
        return notice switch
        {
            ContractNotice.None when isTyped => Wrong(Texts.Contract_NoticeContradicts, nameof(Notice)),
            ContractNotice.Given when !isTyped => Wrong(Texts.Contract_NoticeMissing, nameof(Notice)),
            _ => null,
        };
    }

    public static ValidationResult? CheckNoticeDays(int? days, ValidationContext context) =>
        days is not null && ((ContractInput)context.ObjectInstance).NoticeMonths is not null ? Wrong(Texts.Contract_NoticeOnce, nameof(NoticeDays)) : null;

    private static string Unlikely() => Texts.Contract_YearUnlikely.With(LikelyDays.FirstYear, LikelyDays.LastYear);

    private static ValidationResult Wrong(string message, string field) => new(message, [field]);
}
