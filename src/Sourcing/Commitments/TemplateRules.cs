using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Short forms in which the catalogue is written.</summary>
internal static class TemplateRules
{
    public static readonly LocalTime Noon = new(12, 0);
    public static readonly LocalTime Evening = new(18, 0);

    private const int ScheduleWarningHours = 48;

    /// <summary>Each month.</summary>
    public static CommitmentRule Monthly(ScheduleAnchor anchor, int days = 0, LocalTime? at = null, RollConvention roll = RollConvention.None, bool statutory = false) =>
        Every(PeriodLength.Month, anchor, days, at, roll, statutory);

    public static CommitmentRule Every(PeriodLength period, ScheduleAnchor anchor, int days = 0, LocalTime? at = null, RollConvention roll = RollConvention.None, bool statutory = false, DayCount count = DayCount.Business) =>
        CommitmentRule.Of(new ScheduleRule
        {
            Every = period,
            Anchor = anchor,
            Days = days,
            Count = count,
            At = at,
            Roll = roll,
            Statutory = statutory,
            WarningHours = ScheduleWarningHours,
        });

    /// <summary>Within business days, at the hour of the start.</summary>
    public static CommitmentRule Within(int days, int warningHours, Words start, Words stop, PauseRule? pause = null) => CommitmentRule.Of(new ClockRule
    {
        Start = On(start),
        Stop = On(stop),
        Pause = pause,
        Target = new DayTarget(days),
        Warning = Duration.FromHours(warningHours),
    });

    public static EventPattern On(params ReadOnlySpan<Words> events)
    {
        var names = new List<string>(events.Length * 2);
        foreach (var name in events)
        {
            names.Add(name.French);
            names.Add(name.English);
        }

        return EventPattern.Activity(names.ToArray());
    }

    /// <summary>A wait on the company between two events.</summary>
    public static PauseRule WaitOnUs(Words from, Words to) => new(On(from), On(to), Party.Company);
}
