using System.Text.Json;
using System.Text.Json.Serialization;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel.Hashing;

namespace Pupitre.Deciding.Decisions;

/// <summary>What a decision says for ever.</summary>
/// <param name="Format">Of this record: 1, or 2 since the years are in it.</param>
/// <param name="DeciderHash">SHA-256 of the key of the decision and the names of who decided.</param>
/// <param name="DissentHash">The same of the dissent.</param>
public sealed record FrozenDecision(
    int Format,
    Guid Id,
    Guid ProcessId,
    int Number,
    string Process,
    VerdictKind Chosen,
    string? Offer,
    string Reason,
    DateOnly DecidedOn,
    string DeciderHash,
    string DissentHash,
    FrozenBasis Basis)
{
    public const int CurrentFormat = 2;

    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A text that is known by its hash only, and differs from decision to decision.</summary>
    public static string HashOf(Guid id, string text) => Sha256Hex.Of(id.ToString("N") + "\n" + text);

    public static FrozenDecision Read(string content) => JsonSerializer.Deserialize<FrozenDecision>(content, _json)!;

    internal static string Write<T>(T value) => CanonicalJson.Of(value, _json);
}

/// <summary>What a decision stood on: figures, scores, answers, offers.</summary>
public sealed record FrozenBasis(
    FrozenMap Map,
    VerdictKind Verdict,
    VerdictKind Lead,
    IReadOnlyList<MeanRange> Means,
    IReadOnlyList<FixReason> ToFix,
    IReadOnlyList<FrozenCriterion> Criteria,
    FrozenAnswers? Answers,
    IReadOnlyList<FrozenOffer> Offers,
    IReadOnlyList<FrozenYears>? Years = null)
{
    /// <summary>By which a form knows that what it showed is what will be frozen.</summary>
    public string Hash() => Sha256Hex.Of(FrozenDecision.Write(this));

    public static FrozenBasis Of(CostsView view)
    {
        var process = view.Process;
        var answers = process.Answers;
        return new(
            FrozenMap.Of(view),
            process.Verdict.Kind,
            process.Verdict.Lead,
            process.Verdict.Means,
            process.Verdict.ToFix,
            [.. process.Readings.Select(reading => new FrozenCriterion(
                reading.Criterion, reading.Value, reading.Source, reading.Figure, process.Weights[reading.Criterion]!.Value))],
            answers is null ? null : new(answers.Reach, answers.Why, answers.Objective, answers.Control, answers.Safety, answers.Return),
            [.. view.Offers.Select(FrozenOffer.Of)],
            FrozenYears.Of(view));
    }
}

/// <summary>A full cost year by year, as it was seen.</summary>
/// <param name="Offer">Of which offer; null for the work as it was done.</param>
public sealed record FrozenYears(string? Offer, IReadOnlyList<YearRow> Rows)
{
    /// <summary>The work as it was, and each offer that had a figure; none where the work itself has none.</summary>
    public static IReadOnlyList<FrozenYears> Of(CostsView view) => view.Missing.Count > 0 ? [] :
    [
        new(null, YearByYear.Now(view.Now)),
        .. view.Offers.Where(offer => offer.Saving is not null)
            .Select(offer => new FrozenYears(offer.Offer.Name, YearByYear.Then(offer.Inputs))),
    ];
}

/// <summary>What was known of the work: what was said beside its costs, else what the map said.</summary>
public sealed record FrozenMap(int? YearlyVolume, decimal? MinutesEach, decimal? CostPerHour, decimal? ErrorPercent, decimal? ErrorCost)
{
    public static FrozenMap Of(CostsView view)
    {
        var volume = Said(CostInput.Volume) ?? view.Process.Map.YearlyVolume;
        return new(
            volume is { } units ? (int)decimal.Round(units, MidpointRounding.AwayFromZero) : null,
            Said(CostInput.Minutes) ?? view.Process.Map.MinutesEach,
            Said(CostInput.HourCost) ?? view.Process.Map.CostPerHour,
            Said(CostInput.ErrorPercent) ?? view.Process.Map.ErrorPercent,
            Said(CostInput.ErrorCost) ?? view.Process.Map.ErrorCost);

        decimal? Said(CostInput input) => view.Said[input]?.Likely;
    }
}

/// <summary>One criterion, where it came from and how much it counted.</summary>
public sealed record FrozenCriterion(Criterion Criterion, int? Value, ReadingSource Source, decimal? Figure, int Weight);

/// <summary>The questions before launching, as they were answered.</summary>
public sealed record FrozenAnswers(string? Reach, string? Why, Objective? Objective, ControlLevel? Control, string? Safety, string? Return);

/// <summary>An offer with its assumptions and what it was thought to save, in whole euros a year.</summary>
public sealed record FrozenOffer(string Name, Way Way, IReadOnlyList<FrozenFigure> Figures, FrozenSaving? Saving)
{
    public static FrozenOffer Of(ComparedOffer offer) => new(
        offer.Offer.Name,
        offer.Offer.Way,
        [.. CostInputs.All.Where(input => offer.Inputs[input] is not null)
            .Select(input => FrozenFigure.Of(input, offer.Inputs[input]!.Value))],
        offer.Saving is { } saving ? FrozenSaving.Of(saving) : null);
}

/// <summary>One assumption.</summary>
public sealed record FrozenFigure(CostInput Input, decimal Low, decimal Likely, decimal High)
{
    public static FrozenFigure Of(CostInput input, Estimate estimate) => new(input, estimate.Low, estimate.Likely, estimate.High);
}

/// <summary>What an offer was thought to save a year, and how surely.</summary>
public sealed record FrozenSaving(decimal Low, decimal Middle, decimal High, decimal Chance, int BreakEven)
{
    public static FrozenSaving Of(SavingForecast saving) => new(
        decimal.Round((decimal)saving.Low), decimal.Round((decimal)saving.Middle), decimal.Round((decimal)saving.High),
        decimal.Round((decimal)saving.Chance, 4), saving.BreakEven);
}
