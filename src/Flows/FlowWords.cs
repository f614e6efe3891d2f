using System.Globalization;
using Pupitre.Flows.Logs;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.Flows;

/// <summary>Figures of flows in the reader's words. Time here is that of the calendar, nights and closed days included.</summary>
internal static class FlowWords
{
    private const double Minute = 60;
    private const double Hour = 3_600;
    private const double Day = 86_400;

    /// <summary>Cases below which a share is said as a count: under twenty, a hundredth is less than one of them.</summary>
    public const int FewCases = Basis.FewCases;

    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"12 min", "3 h", "2,5 jours": the unit in which somebody would say it. Where the day alone is known, nothing is shorter than one.</summary>
    public static string Span(double seconds, MomentsOfLog moments) => seconds switch
    {
        _ when moments == MomentsOfLog.Days => InDays(seconds),
        0 => moments == MomentsOfLog.Exact ? Texts.Flow_AtOnce : Texts.Flow_SameDay,
        < Minute => Texts.Flow_Moments,
        < Hour => Texts.Flow_Minutes.With(Math.Round(seconds / Minute)),
        < 2 * Day => Texts.Flow_Hours.With(Math.Round(seconds / Hour)),
        _ => InDays(seconds),
    };

    // A day of 23 or 25 hours is one day.
    private static string InDays(double seconds) => Math.Round(seconds / Day, seconds < 10 * Day ? 1 : 0) switch
    {
        0 => Texts.Flow_SameDay,
        1 => Texts.Flow_OneDay,
        < 2 and var part => Texts.Flow_DayPart.With(part.ToString("0.#", CultureInfo.CurrentCulture)),
        var days => Texts.Flow_Days.With(days.ToString(days < 10 ? "0.#" : "N0", CultureInfo.CurrentCulture)),
    };

    /// <summary>"en moins de 3 h", "aussitôt", "le jour même".</summary>
    public static string Within(double seconds, MomentsOfLog moments) => Span(seconds, moments) is var span && seconds < Minute && moments == MomentsOfLog.Exact && seconds > 0 ? Texts.Flow_WithinMoments
        : span == Texts.Flow_AtOnce || span == Texts.Flow_SameDay ? span : Texts.Flow_Within.With(span);

    /// <summary>"61,5 %" of many, "11 sur 12" of few: for a table.</summary>
    public static string Share(long part, long whole) => whole < FewCases
        ? Texts.Flow_OutOf.With(Count(part), Count(whole))
        : Percent(part, whole);

    /// <summary>"61,5 % des cas" of many, "11 cas sur 12" of few: for a sentence.</summary>
    public static string ShareOfCases(long part, long whole) => whole < FewCases
        ? Texts.Flow_FewCases.With(Count(part), Count(whole))
        : Texts.Flow_PercentOfCases.With(Percent(part, whole));

    /// <summary>The same of the cases that have come to their end.</summary>
    public static string ShareOfEnded(long part, long whole) => whole < FewCases
        ? Texts.Flow_FewEnded.With(Count(part), Count(whole), part)
        : Texts.Flow_PercentOfEnded.With(Percent(part, whole));

    public static string Percent(double part, double whole) => Texts.Tally_Percent.With(Shares.OfQuantities(part, whole).ToString("0.0", CultureInfo.CurrentCulture));

    /// <summary>"la moitié en moins de 3 h, 9 sur 10 en moins de 11 h".</summary>
    public static string Pace(DurationFigures durations, MomentsOfLog moments) => Texts.Flow_Pace.With(Within(durations.MedianSeconds, moments), Within(durations.P90Seconds, moments));

    public static string Cases(long count) => count == 1 ? Texts.Flow_OneCase : Texts.Flow_ManyCases.With(Count(count));

    /// <summary>"1 chemin", "4 chemins".</summary>
    public static string Paths(long count) => Texts.Flow_Paths.With(count);

    /// <summary>"1 fois", "1 198 fois"; once, twice and 1,198 times in English.</summary>
    public static string Times(long count) => count == 1 ? Texts.Flow_Once : Texts.Flow_ManyTimes.With(Count(count));

    /// <summary>How far the opening of a log is.</summary>
    public static string Opening(FlowOpening opening) => opening.Read < opening.Total
        ? Texts.Flow_OpeningRead.With(Count(opening.Read), Count(opening.Total))
        : Texts.Flow_OpeningOrder.With(Count(opening.Total));

    /// <summary>Who acted; who only attests that somebody did is not meant.</summary>
    public static string Party(string? name) => name switch
    {
        PartyNames.Company => Texts.Party_Company,
        PartyNames.Provider => Texts.Party_Provider,
        PartyNames.ThirdParty => Texts.Party_ThirdParty,
        _ => Texts.Flow_NobodySaid,
    };
}
