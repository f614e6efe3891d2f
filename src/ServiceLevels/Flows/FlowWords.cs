using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.ServiceLevels.Flows.Logs;

namespace Pupitre.ServiceLevels.Flows;

/// <summary>Figures of flows in the reader's words. Time here is that of the calendar, nights and closed days included.</summary>
internal static class FlowWords
{
    private const double Minute = 60;
    private const double Hour = 3_600;
    private const double Day = 86_400;

    /// <summary>Cases below which a share is said as a count: under twenty, a hundredth is less than one of them.</summary>
    public const int FewCases = Basis.FewCases;

    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"12 min", "3 h", "2,5 jours": the unit in which somebody would say it.</summary>
    public static string Span(double seconds) => seconds switch
    {
        0 => Texts.Flow_AtOnce,
        < Minute => Texts.Flow_Moments,
        < Hour => Texts.Flow_Minutes.With(Math.Round(seconds / Minute)),
        < 2 * Day => Texts.Flow_Hours.With(Math.Round(seconds / Hour)),
        < 10 * Day => Texts.Flow_Days.With((seconds / Day).ToString("0.#", CultureInfo.CurrentCulture)),
        _ => Texts.Flow_Days.With(Math.Round(seconds / Day).ToString("N0", CultureInfo.CurrentCulture)),
    };

    /// <summary>"61,5 %" of many, "11 sur 12" of few.</summary>
    public static string Share(long part, long whole) => whole < FewCases
        ? Texts.Flow_OutOf.With(Count(part), Count(whole))
        : Percent(part, whole);

    public static string Percent(double part, double whole) => (Shares.OfQuantities(part, whole) / 100).ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>"la moitié en moins de 3 h, 9 sur 10 en moins de 11 h".</summary>
    public static string Pace(DurationFigures durations) => Texts.Flow_Pace.With(Span(durations.MedianSeconds), Span(durations.P90Seconds));

    public static string Cases(long count) => count == 1 ? Texts.Flow_OneCase : Texts.Flow_ManyCases.With(Count(count));

    /// <summary>How far the opening of a log is.</summary>
    public static string Opening(FlowOpening opening) => opening.Read < opening.Total
        ? Texts.Flow_OpeningRead.With(Count(opening.Read), Count(opening.Total))
        : Texts.Flow_OpeningOrder.With(Count(opening.Total));

    public static string Party(string? name) => name switch
    {
        PartyNames.Company => Texts.Party_Company,
        PartyNames.Provider => Texts.Party_Provider,
        _ => Texts.Party_ThirdParty,
    };
}
