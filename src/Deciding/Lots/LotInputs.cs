using System.ComponentModel.DataAnnotations;

namespace Pupitre.Deciding.Lots;

/// <summary>What is asked about what a company can do at a time.</summary>
public sealed class LotCapacityInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Lot_FigureMissing))]
    [Range(1, LotCapacity.MaxDaysAMonth,
        ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? DaysAMonth { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Lot_FigureMissing))]
    [Range(1, LotCapacity.MaxAtOnce,
        ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? AtOnce { get; set; }

    /// <summary>"2027-01"; empty for the month after today's.</summary>
    public string? FirstMonth { get; set; }

    /// <summary>Version that the form was filled from, 0 for the first; a save over a newer one is refused.</summary>
    public long Version { get; set; }
}

/// <summary>What is asked about one process in the order.</summary>
public sealed class LotChoiceInput
{
    public Guid ProcessId { get; set; }

    public LotPart Part { get; set; }

    [Range(1, LotItem.MaxDays, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Days { get; set; }

    public LotWhen When { get; set; }

    /// <summary>"2027-01".</summary>
    public string? Month { get; set; }

    /// <summary>Version that the form was filled from, 0 for the first; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    internal static LotChoiceInput Of(LotChoice choice) => new()
    {
        ProcessId = choice.ProcessId,
        Part = choice.Part,
        Days = choice.Days,
        When = choice.When,
        Month = choice.Month is { } month ? LotMonths.Write(month) : null,
        Version = choice.Version,
    };
}

/// <summary>What is asked about what comes before a process.</summary>
public sealed class LotRuleInput
{
    /// <summary>The process that is moved first.</summary>
    public Guid? FirstId { get; set; }
}
