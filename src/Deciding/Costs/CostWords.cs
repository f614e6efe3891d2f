using System.Globalization;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Platform.Words;
using Pupitre.Processes;

namespace Pupitre.Deciding.Costs;

/// <summary>Full costs in the reader's language.</summary>
internal static class CostWords
{
    private const double Certainly = 0.975;
    private const double Hardly = 0.025;

    // The chances that people say: twentieths, tenths, quarters.
    private static readonly (int Of, int In)[] _chances =
        [(1, 20), (1, 10), (2, 10), (1, 4), (3, 10), (4, 10), (1, 2), (6, 10), (7, 10), (3, 4), (8, 10), (9, 10), (19, 20)];

    public static IReadOnlyList<Choice> Ways =>
        [.. new[] { Way.Outsource, Way.Automate }.Select(way => new Choice(way.ToString(), VerdictWords.Of(way)))];

    public static string Of(CostInput input) => input switch
    {
        CostInput.Volume => Texts.Cost_Volume,
        CostInput.Minutes => Texts.Cost_Minutes,
        CostInput.HourCost => Texts.Cost_Hour,
        CostInput.ErrorPercent => Texts.Cost_ErrorPercent,
        CostInput.ErrorCost => Texts.Cost_ErrorCost,
        CostInput.Tools => Texts.Cost_Tools,
        CostInput.ManagementHours => Texts.Cost_Management,
        CostInput.VolumeGrowth => Texts.Cost_Growth,
        CostInput.FixedMonth => Texts.Cost_Fixed,
        CostInput.PerUnit => Texts.Cost_PerUnit,
        CostInput.Indexation => Texts.Cost_Indexation,
        CostInput.ToolsThen => Texts.Cost_ToolsThen,
        CostInput.Transition => Texts.Cost_Transition,
        CostInput.SteeringHours => Texts.Cost_Steering,
        CostInput.ControlHours => Texts.Cost_Control,
        CostInput.KeptPercent => Texts.Cost_Kept,
        CostInput.ErrorPercentThen => Texts.Cost_ErrorPercentThen,
        _ => Texts.Cost_Exit,
    };

    public static string Of(YearPart part) => part switch
    {
        YearPart.Labour => Texts.Cost_PartLabour,
        YearPart.Price => Texts.Cost_PartPrice,
        YearPart.Tools => Texts.Cost_PartTools,
        YearPart.Errors => Texts.Cost_PartErrors,
        YearPart.Management => Texts.Years_Management,
        YearPart.Transition => Texts.Cost_PartTransition,
        YearPart.Steering => Texts.Years_Steering,
        YearPart.Control => Texts.Years_Control,
        YearPart.Exit => Texts.Cost_PartExit,
        _ => Texts.Cost_Total,
    };

    /// <summary>"5 400 / 6 000 / 6 600 €", or one figure where it is certain.</summary>
    public static string Of(YearFigure figure) => figure.Low == figure.High ? ProcessWords.Euros(figure.Likely)
        : Texts.Years_Figure.With(Whole(figure.Low), Whole(figure.Likely), ProcessWords.Euros(figure.High));

    private static string Whole(decimal euros) => euros.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>What is told below the field; null where its name says it.</summary>
    public static string? Help(CostInput input) => input switch
    {
        CostInput.ManagementHours => Texts.Cost_ManagementHelp,
        CostInput.Transition => Texts.Cost_TransitionHelp,
        CostInput.KeptPercent => Texts.Cost_KeptHelp,
        CostInput.Exit => Texts.Cost_ExitHelp,
        CostInput.ControlHours => Texts.Cost_ControlHelp,
        CostInput.ToolsThen or CostInput.ErrorPercentThen => Texts.Cost_AsTodayHelp,
        _ => null,
    };

    public static string Of(Estimate? estimate) => estimate?.Write(CultureInfo.CurrentCulture) ?? Texts.Criterion_Unknown;

    /// <summary>"« X » : entre 8 000 et 14 000 € économisés par an, 3 chances sur 4 d’économiser."</summary>
    public static string Sentence(string name, SavingForecast saving)
    {
        var (low, high) = Rounded(saving.Low, saving.High);
        var text = low >= 0 ? Texts.Saving_Saves : high <= 0 ? Texts.Saving_Costs : Texts.Saving_Between;
        var (one, other) = high <= 0 ? (-high, -low) : low < 0 ? (-low, high) : (low, high);
        return text.With(name, one.ToString("N0", CultureInfo.CurrentCulture), other.ToString("N0", CultureInfo.CurrentCulture),
            Chance(saving.Chance));
    }

    /// <summary>"3 chances sur 4": the nearest that people say.</summary>
    public static string Chance(double share)
    {
        if (share is >= Certainly or <= Hardly)
        {
            return share >= Certainly ? Texts.Chance_Certainly : Texts.Chance_Hardly;
        }

        var (of, among) = _chances.MinBy(chance => Math.Abs(((double)chance.Of / chance.In) - share));
        return Texts.Chance_Of.With(of, among);
    }

    public static string BreakEven(SavingForecast saving) => saving.BreakEven > 0
        ? Texts.Saving_BreakEven.With(saving.BreakEven, Chance(saving.PaidBack))
        : Texts.Saving_NoBreakEven.With(Chance(saving.PaidBack));

    public static string Euros(double amount) => ProcessWords.Euros((decimal)amount);

    /// <summary>Both ends with as many digits as the larger deserves: two.</summary>
    internal static (decimal Low, decimal High) Rounded(double low, double high)
    {
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        var step = 1m;
        while (largest >= 100 * (double)step)
        {
            step *= 10;
        }

        return (To((decimal)low), To((decimal)high));

        decimal To(decimal amount) => decimal.Round(amount / step, MidpointRounding.AwayFromZero) * step;
    }
}
