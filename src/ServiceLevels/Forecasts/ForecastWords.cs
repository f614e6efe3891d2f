using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Forecasts;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Forecasts;

/// <summary>What a forecast says, with the size of its sample; and why it says nothing.</summary>
internal static class ForecastWords
{
    private const int Hundred = 100;

    /// <summary>"35 %": whole, for nothing finer is known.</summary>
    public static string Percent(double share) =>
        Texts.Tally_Percent.With(Math.Round(share * Hundred).ToString("0", CultureInfo.CurrentCulture));

    /// <summary>"35 % (sur 48 cas)".</summary>
    public static string Of(ForecastAnswer answer) => Texts.Forecast_Chance.With(Percent(answer.Chance), answer.AtRisk);

    /// <summary>The same as a sentence.</summary>
    public static string Sentence(ForecastAnswer answer) => Texts.Forecast_Sentence.With(Percent(answer.Chance), answer.AtRisk);

    /// <summary>Whether a forecast is shown, and if not why; with what its record says.</summary>
    public static string Of(CaseForecasts forecasts) => (forecasts.State, forecasts.Record) switch
    {
        (ForecastState.Shown, { MeanGap: { } gap } record) => Texts.Forecast_Holds.With(Points(gap), record.Cases),
        (ForecastState.AllAlike, { Missed: 0 } record) => Texts.Forecast_NeverMissed.With(record.Cases),
        (ForecastState.AllAlike, { } record) => Texts.Forecast_AlwaysMissed.With(record.Cases),
        (ForecastState.TooIrregular, { MeanGap: { } gap } record) => Texts.Forecast_Irregular.With(Points(gap), record.Cases),
        _ => Texts.Forecast_TooFew.With(ForecastRecord.FewestInTenth),
    };

    public static string Tenth(ForecastTenth tenth) => Texts.Forecast_Tenth.With(
        (tenth.Number * Hundred / ForecastTenth.Count).ToString(CultureInfo.CurrentCulture),
        ((tenth.Number + 1) * Hundred / ForecastTenth.Count).ToString(CultureInfo.CurrentCulture));

    /// <summary>"3,2": points of a hundred.</summary>
    public static string Points(double gap) => (gap * Hundred).ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>A score from 0 to 1, with three digits.</summary>
    public static string Score(double score) => score.ToString("0.000", CultureInfo.CurrentCulture);
}
