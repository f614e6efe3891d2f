using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Notices.Waits;

/// <summary>When silence has lasted long enough to confirm, where a contract says that it does. Pure.</summary>
internal static class SilenceDays
{
    /// <summary>Business days that follow the day on which a server took the mail; that day is not counted.</summary>
    public const int BusinessDaysOpen = 2;

    /// <returns>The end of the last of them.</returns>
    public static Instant EndOf(Instant takenAt, BusinessDays days, DateTimeZone zone) => LocalTimes.StartOf(
        days.AddDays(takenAt.InZone(zone).Date.ToDateOnly(), BusinessDaysOpen, DayCount.Business).AddDays(1), zone);
}
