using System.Runtime.InteropServices;

namespace Pupitre.Deciding.Costs;

/// <summary>What a year's full cost is made of, in the order in which it is read.</summary>
public enum YearPart
{
    Labour,
    Price,
    Tools,
    Errors,
    Management,

    /// <summary>Once, in the first year.</summary>
    Transition,

    Steering,
    Control,

    /// <summary>Once, at the end of the third year.</summary>
    Exit,

    Total,
}

/// <summary>Euros: at the least, most likely, at the most.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct YearFigure(decimal Low, decimal Likely, decimal High)
{
    public static YearFigure operator +(YearFigure one, YearFigure other) =>
        new(one.Low + other.Low, one.Likely + other.Likely, one.High + other.High);
}

/// <summary>One part over the three years.</summary>
/// <param name="Years">A figure for each year.</param>
public sealed record YearRow(YearPart Part, IReadOnlyList<YearFigure> Years)
{
    /// <summary>Over the three years.</summary>
    public YearFigure Sum() => Years.Aggregate((sum, year) => sum + year);
}

/// <summary>
/// The full cost of a process year by year, part by part, as ranges in whole euros. No part shrinks when one of its inputs grows, so the
/// least of a part is with all of its inputs at their lowest and the most with all at their highest: nothing outside can happen. The
/// least of a total is the sum of the least, which is less likely than any of them; how likely a saving is, <see cref="CompareCosts"/>
/// says.
/// </summary>
/// <remarks>Pure. Inputs as <see cref="CostInputs.LimitsOf"/> bounds them.</remarks>
public static class YearByYear
{
    /// <summary>The work as it is done now.</summary>
    public static IReadOnlyList<YearRow> Now(Estimates inputs) => Rows(inputs, Now);

    /// <summary>The work under an offer.</summary>
    public static IReadOnlyList<YearRow> Then(Estimates inputs) => Rows(inputs, Then);

    private static List<YearRow> Rows(Estimates inputs, PartOfYear partOf)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (low, likely, high) = (Values(inputs, one => one.Low), Values(inputs, one => one.Likely), Values(inputs, one => one.High));
        List<YearRow> rows = [];
        foreach (var part in Enum.GetValues<YearPart>().Where(part => part != YearPart.Total))
        {
            rows.Add(new YearRow(part, [.. Enumerable.Range(0, FullCost.Years).Select(year => new YearFigure(
                Whole(partOf(part, low, year)), Whole(partOf(part, likely, year)), Whole(partOf(part, high, year))))]));
        }

        rows.RemoveAll(row => row.Years.All(year => year == default));
        rows.Add(new YearRow(YearPart.Total, [.. Enumerable.Range(0, FullCost.Years)
            .Select(year => rows.Aggregate(default(YearFigure), (sum, row) => sum + row.Years[year]))]));
        return rows;
    }

    private static double Now(YearPart part, double[] inputs, int year)
    {
        var cost = FullCost.Now(inputs, year);
        return part switch
        {
            YearPart.Labour => cost.Labour,
            YearPart.Tools => cost.Tools,
            YearPart.Errors => cost.Errors,
            YearPart.Management => cost.Management,
            _ => 0,
        };
    }

    private static double Then(YearPart part, double[] inputs, int year)
    {
        var cost = FullCost.Then(inputs, year);
        return part switch
        {
            YearPart.Labour => cost.Labour,
            YearPart.Price => cost.Price,
            YearPart.Tools => cost.Tools,
            YearPart.Errors => cost.Errors,
            YearPart.Transition => year == 0 ? inputs[(int)CostInput.Transition] : 0,
            YearPart.Steering => Hours(CostInput.SteeringHours),
            YearPart.Control => Hours(CostInput.ControlHours),
            YearPart.Exit => year == FullCost.Years - 1 ? inputs[(int)CostInput.Exit] : 0,
            _ => 0,
        };

        double Hours(CostInput hours) => inputs[(int)hours] * FullCost.MonthsOfYear * inputs[(int)CostInput.HourCost];
    }

    private static decimal Whole(double euros) => decimal.Round((decimal)euros, MidpointRounding.AwayFromZero);

    private static double[] Values(Estimates inputs, Func<Estimate, decimal> of) =>
        [.. CostInputs.All.Select(input => (double)of(inputs.Counted(input)))];

    private delegate double PartOfYear(YearPart part, double[] inputs, int year);
}
