namespace Pupitre.Deciding.Costs;

/// <summary>What a full cost is made of, in the order in which the draws number them: a new one goes last.</summary>
public enum CostInput
{
    /// <summary>Units of the first year.</summary>
    Volume,

    /// <summary>Minutes of work for one.</summary>
    Minutes,

    /// <summary>Euros of an hour of this work, charges included.</summary>
    HourCost,

    /// <summary>Units of a hundred that are done again.</summary>
    ErrorPercent,

    /// <summary>Euros of one error.</summary>
    ErrorCost,

    /// <summary>Euros of tools a year.</summary>
    Tools,

    /// <summary>Hours a month of managing the work: planning, absences, questions.</summary>
    ManagementHours,

    /// <summary>How much the volume grows in a year, in percent; negative where it shrinks.</summary>
    VolumeGrowth,

    /// <summary>Euros a month, whatever the volume.</summary>
    FixedMonth,

    /// <summary>Euros for each unit.</summary>
    PerUnit,

    /// <summary>How much the price rises each year, in percent.</summary>
    Indexation,

    /// <summary>Euros of tools that are still paid, or paid anew, a year.</summary>
    ToolsThen,

    /// <summary>Euros once, at the start: handing over, training, taking data over, paying both for a while.</summary>
    Transition,

    /// <summary>Hours a month of steering the provider or keeping the automation going.</summary>
    SteeringHours,

    /// <summary>Hours a month of controlling what comes back.</summary>
    ControlHours,

    /// <summary>Share of today's work that stays in the company, in percent.</summary>
    KeptPercent,

    /// <summary>Units of a hundred that will be done again.</summary>
    ErrorPercentThen,

    /// <summary>Euros once, at the end of the third year: taking the work back or to somebody else.</summary>
    Exit,
}

/// <summary>Which inputs belong to what, and between which limits.</summary>
public static class CostInputs
{
    public const int Count = (int)CostInput.Exit + 1;

    private const int FirstOfOffer = (int)CostInput.FixedMonth;
    private const decimal MaxMoney = 100_000_000m;
    private const decimal MaxUnits = 10_000_000m;
    private const decimal MaxHours = 10_000m;
    private const decimal MaxPercent = 100m;
    private const decimal MinPercent = -90m;

    public static IReadOnlyList<CostInput> All { get; } = Enum.GetValues<CostInput>();

    /// <summary>What the work is today, and how it will grow whoever does it.</summary>
    public static IReadOnlyList<CostInput> OfNow { get; } = [.. All.Take(FirstOfOffer)];

    /// <summary>What an offer changes.</summary>
    public static IReadOnlyList<CostInput> OfOffer { get; } = [.. All.Skip(FirstOfOffer)];

    /// <summary>Without these there is no figure at all.</summary>
    public static bool IsNeeded(CostInput input) => input is CostInput.Volume or CostInput.Minutes or CostInput.HourCost;

    /// <summary>What it is today of what an offer may change; null for what there is only under an offer.</summary>
    public static CostInput? TodayOf(CostInput input) => input switch
    {
        CostInput.ToolsThen => CostInput.Tools,
        CostInput.ErrorPercentThen => CostInput.ErrorPercent,
        _ => null,
    };

    /// <summary>The least and the most that an input may be.</summary>
    public static (decimal Least, decimal Most) LimitsOf(CostInput input) => input switch
    {
        CostInput.Volume => (0, MaxUnits),
        CostInput.Minutes => (0, 100_000m),
        CostInput.HourCost => (0, 10_000m),
        CostInput.ErrorPercent or CostInput.ErrorPercentThen or CostInput.KeptPercent => (0, MaxPercent),
        CostInput.VolumeGrowth or CostInput.Indexation => (MinPercent, MaxPercent),
        CostInput.ManagementHours or CostInput.SteeringHours or CostInput.ControlHours => (0, MaxHours),
        _ => (0, MaxMoney),
    };
}
