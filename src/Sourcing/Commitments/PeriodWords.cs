using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Periods of due dates in the reader's words.</summary>
public static class PeriodWords
{
    /// <summary>"octobre 2026", "2e trimestre 2026", "2026", "semaine du 18/05/2026", "12/05/2026".</summary>
    public static string Of(SchedulePeriod period) => period.Length switch
    {
        PeriodLength.Month => Moments.Month(period.First),
        PeriodLength.Quarter => Texts.Occurrence_Quarter.With(((period.First.Month - 1) / 3) + 1, period.First.Year),
        PeriodLength.Year => period.Key,
        PeriodLength.Week => Texts.Occurrence_Week.With(Moments.Short(period.First)),
        _ => Moments.Short(period.First),
    };

    /// <summary>The same, from the key of an occurrence; the key itself when it is none.</summary>
    public static string Of(string key) => OccurrenceKeys.FirstDay(key) is not { } day ? key : Of(new SchedulePeriod(
        key.Split('-') switch
        {
            [_] => PeriodLength.Year,
            [_, ['Q', ..]] => PeriodLength.Quarter,
            [_, ['W', ..]] => PeriodLength.Week,
            [_, _] => PeriodLength.Month,
            _ => PeriodLength.Date,
        },
        day));

    /// <summary>The period in the room of a mark: "oct.", "T3", "2026", "18/05".</summary>
    public static string Short(SchedulePeriod period) => period.Length switch
    {
        PeriodLength.Month => period.First.ToString("MMM", CultureInfo.CurrentCulture),
        PeriodLength.Quarter => Texts.Occurrence_QuarterShort.With(((period.First.Month - 1) / 3) + 1),
        PeriodLength.Year => period.Key,
        _ => period.First.ToString("dd/MM", CultureInfo.InvariantCulture),
    };
}
