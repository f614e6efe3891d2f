using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.Recurring;

/// <summary>When work comes again, in the reader's words.</summary>
public static class RecurringWords
{
    public static string Of(RecurringSchedule schedule)
    {
        var hour = Moments.Hour(schedule.At);
        return schedule.Kind switch
        {
            RecurringKind.Daily => Texts.Recurring_Daily.With(hour),
            RecurringKind.WorkingDays => Texts.Recurring_WorkingDays.With(hour),
            RecurringKind.WorkingHours => Texts.Recurring_WorkingHours.With(hour, Moments.Hour(schedule.Until)),
            RecurringKind.Weekly => Texts.Recurring_Weekly.With(CultureInfo.CurrentCulture.DateTimeFormat.DayNames[schedule.Day], hour),
            RecurringKind.Monthly => Texts.Recurring_Monthly.With(schedule.Day, hour),
            RecurringKind.FirstWorkingDay => Texts.Recurring_FirstWorkingDay.With(hour),
            _ => Texts.Recurring_LastWorkingDay.With(hour),
        };
    }
}
