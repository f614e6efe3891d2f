using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Deciding.Costs;

/// <summary>An offer with what it would save.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Inputs">All that it is computed from: the work as it is, and the offer.</param>
/// <param name="Saving">Null while something is missing without which there is no figure.</param>
public sealed record ComparedOffer(CostOffer Offer, Estimates Inputs, SavingForecast? Saving)
{
    /// <summary>What nobody said, and therefore counts for nothing.</summary>
    public IReadOnlyList<CostInput> Unsaid => [.. CostInputs.All.Where(input => Inputs[input] is null && !CostInputs.IsNeeded(input))
        .Except(AsToday)];

    /// <summary>What the offer does not say, and therefore stays as it is today.</summary>
    public IReadOnlyList<CostInput> AsToday => [.. Inputs.AsToday.Select(pair => pair.Then)];
}

/// <summary>What a process costs as it is, and what other ways would.</summary>
/// <param name="Process">The process, with its map and its verdict.</param>
/// <param name="FromMap">What the map says.</param>
/// <param name="Said">What was said here; it wins.</param>
/// <param name="Offers">Side by side, in the order in which they came.</param>
public sealed record CostsView(DiagnosedProcess Process, Estimates FromMap, Estimates Said, IReadOnlyList<ComparedOffer> Offers)
{
    public Estimates Now { get; } = Said.Over(FromMap);

    /// <summary>Without these there is no figure.</summary>
    public IReadOnlyList<CostInput> Missing => [.. CostInputs.OfNow.Where(input => CostInputs.IsNeeded(input) && Now[input] is null)];
}

/// <summary>Reads what a process costs and what offers would save: four queries.</summary>
public sealed class ReadCosts(Db db, ReadDiagnoses diagnoses)
{
    // How far off a figure of the map usually is, in percent to either side, where nobody has said better.
    private const decimal VolumeMargin = 10m;
    private const decimal MinutesMargin = 20m;
    private const decimal HourMargin = 5m;
    private const decimal ErrorMargin = 50m;

    /// <exception cref="NotFound">The company has no such process.</exception>
    public async Task<CostsView> RunAsync(Guid processId, CancellationToken token)
    {
        var process = await diagnoses.OfAsync(processId, token);
        var said = await db.Set<CostStudy>().AsNoTracking().Where(row => row.ProcessId == processId).Select(row => row.Figures)
            .SingleOrDefaultAsync(token);
        var offers = await db.Set<CostOffer>().AsNoTracking().Where(row => row.ProcessId == processId).OrderBy(row => row.Id)
            .ToListAsync(token);
        return Of(process, Estimates.Read(said), offers);
    }

    internal static CostsView Of(DiagnosedProcess process, Estimates said, IReadOnlyList<CostOffer> offers)
    {
        var fromMap = FromMap(process.Map);
        var now = said.Over(fromMap);
        return new CostsView(process, fromMap, said, [.. offers.Select(offer => Compared(offer, now))]);
    }

    /// <summary>What the map says, with how far off such a figure usually is.</summary>
    internal static Estimates FromMap(MapFacts map)
    {
        var known = new Dictionary<CostInput, Estimate>();
        Add(CostInput.Volume, map.YearlyVolume, VolumeMargin);
        Add(CostInput.Minutes, map.MinutesEach, MinutesMargin);
        Add(CostInput.HourCost, map.CostPerHour, HourMargin);
        Add(CostInput.ErrorPercent, map.ErrorPercent, ErrorMargin);
        Add(CostInput.ErrorCost, map.ErrorCost, ErrorMargin);
        return Estimates.Of(known);

        void Add(CostInput input, decimal? figure, decimal margin)
        {
            if (figure is { } value)
            {
                var (least, most) = CostInputs.LimitsOf(input);
                known[input] = Estimate.About(value, margin).Within(least, most);
            }
        }
    }

    private static ComparedOffer Compared(CostOffer offer, Estimates now)
    {
        var inputs = Estimates.Read(offer.Figures).Over(now);
        return new ComparedOffer(offer, inputs, HasFigure(inputs) ? CompareCosts.Run(inputs) : null);
    }

    /// <summary>Whether there is a price, and all of the work without which there is no figure.</summary>
    internal static bool HasFigure(Estimates inputs)
    {
        var isPriced = inputs[CostInput.FixedMonth] is not null || inputs[CostInput.PerUnit] is not null
            || inputs[CostInput.ToolsThen] is not null;
        return isPriced && CostInputs.OfNow.Where(CostInputs.IsNeeded).All(input => inputs[input] is not null);
    }
}
