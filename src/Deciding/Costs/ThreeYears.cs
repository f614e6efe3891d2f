using System.Collections.Immutable;
using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.Deciding.Costs;

/// <summary>One part of a full cost: now and under each offer, over three years, with every input at its likeliest.</summary>
internal sealed record CostPart(string Name, double Now, ImmutableArray<double> Offers);

/// <summary>The three years of a comparison, in euros, with every input at its likeliest.</summary>
internal static class ThreeYears
{
    private const int MonthsOfQuarter = 3;
    private const double Thousand = 1000;

    public static IReadOnlyList<CostPart> Parts(CostsView view)
    {
        var offers = view.Offers.Where(offer => offer.Saving is not null).Select(offer => Values(offer.Inputs)).ToList();
        var now = Sum(Values(view.Now), FullCost.Now);
        var then = offers.ConvertAll(values => Sum(values, FullCost.Then));
        CostPart Part(string name, Func<YearCost, double> of) => new(name, of(now), [.. then.Select(of)]);
        CostPart Once(string name, CostInput input) => new(name, 0, [.. offers.Select(values => values[(int)input])]);
        CostPart[] parts =
        [
            Part(Texts.Cost_PartLabour, cost => cost.Labour),
            Part(Texts.Cost_PartPrice, cost => cost.Price),
            Part(Texts.Cost_PartTools, cost => cost.Tools),
            Part(Texts.Cost_PartErrors, cost => cost.Errors),
            Part(Texts.Cost_PartManagement, cost => cost.Management),
            Once(Texts.Cost_PartTransition, CostInput.Transition),
            Once(Texts.Cost_PartExit, CostInput.Exit),
        ];
        return
        [
            .. parts.Where(part => part.Now != 0 || part.Offers.Any(amount => amount != 0)),
            new CostPart(Texts.Cost_Total, parts.Sum(part => part.Now), [.. offers.Select((_, at) => parts.Sum(part => part.Offers[at]))]),
        ];
    }

    /// <summary>What an offer saves a year over three years, transition and exit in; null where a figure is missing.</summary>
    public static decimal? LikelySaving(CostOffer offer, Estimates now)
    {
        var inputs = Estimates.Read(offer.Figures).Over(now);
        return ReadCosts.HasFigure(inputs) ? (decimal)(FullCost.Saving(Values(inputs)) / FullCost.Years) : null;
    }

    /// <summary>Paid by the end of each quarter, in thousands of euros: now, and under the first offers that have figures.</summary>
    public static IReadOnlyList<PlotSeries> Paid(CostsView view, int mostOffers)
    {
        var now = Values(view.Now);
        return
        [
            new PlotSeries(Texts.Costs_Now, Cumulated(year => FullCost.Now(now, year).Total, once: 0, last: 0)),
            .. view.Offers.Where(offer => offer.Saving is not null).Take(mostOffers).Select(offer =>
            {
                var values = Values(offer.Inputs);
                return new PlotSeries(offer.Offer.Name, Cumulated(
                    year => FullCost.Then(values, year).Total, values[(int)CostInput.Transition], values[(int)CostInput.Exit]));
            }),
        ];
    }

    /// <summary>"mois 3", 6, 9 …: what is counted is said once, so that the labels stand apart in every language.</summary>
    public static IReadOnlyList<string> Quarters =>
    [
        .. Enumerable.Range(1, FullCost.Years * FullCost.MonthsOfYear / MonthsOfQuarter).Select(quarter => quarter * MonthsOfQuarter)
            .Select(month => month == MonthsOfQuarter ? Texts.Costs_Month.With(month) : month.ToString(CultureInfo.CurrentCulture)),
    ];

    private static List<double?> Cumulated(Func<int, double> ofYear, double once, double last)
    {
        var quarters = FullCost.MonthsOfYear / MonthsOfQuarter;
        var paid = new List<double?>();
        var sum = once;
        for (var quarter = 0; quarter < FullCost.Years * quarters; quarter++)
        {
            sum += ofYear(quarter / quarters) / quarters;
            paid.Add(Math.Round(sum / Thousand, 1));
        }

        paid[^1] = Math.Round((sum + last) / Thousand, 1);
        return paid;
    }

    private static YearCost Sum(double[] values, YearlyCost ofYear) =>
        Enumerable.Range(0, FullCost.Years).Aggregate(default(YearCost), (sum, year) => sum + ofYear(values, year));

    private delegate YearCost YearlyCost(ReadOnlySpan<double> inputs, int year);

    private static double[] Values(Estimates inputs) =>
        [.. CostInputs.All.Select(input => (double)inputs.Counted(input).Likely)];
}
