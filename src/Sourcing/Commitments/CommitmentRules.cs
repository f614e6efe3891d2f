using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Sourcing.Commitments;

/// <summary>From the fields of the sentence to the rule, and back.</summary>
internal static class CommitmentRules
{
    private const int MinutesPerHour = 60;

    public static CommitmentRule ToRule(this CommitmentInput input) =>
        input.Kind == CommitmentKind.Schedule ? CommitmentRule.Of(Schedule(input)) : CommitmentRule.Of(Clock(input));

    /// <summary>Fills the fields of the sentence from a rule.</summary>
    public static void Fill(this CommitmentInput input, CommitmentRule rule)
    {
        if (rule.Schedule is { } schedule)
        {
            input.Kind = CommitmentKind.Schedule;
            FillSchedule(input, schedule);
        }
        else
        {
            input.Kind = CommitmentKind.Clock;
            FillClock(input, rule.Clock!);
        }
    }

    private static ScheduleRule Schedule(CommitmentInput input) => new()
    {
        Every = input.Every,
        // A week has no month to move.
        Anchor = AnchorOf(input) with { MonthsAfter = input.Every == PeriodLength.Week ? 0 : input.MonthsAfter },
        Months = input.OffsetMonths ?? 0,
        Days = (input.OffsetDays ?? 0) * (input.Way == OffsetWay.Before ? -1 : 1),
        Count = input.Count,
        At = LocalTimeOf(input.At),
        Roll = input.Roll,
        GraceDays = input.GraceDays ?? 0,
        Statutory = input.Statutory,
        WarningHours = input.WarningHours,
        Prerequisite = input.PrerequisiteId is { } key ? new SchedulePrerequisite(key.ToString(), input.PrerequisiteDays ?? 0) : null,
    };

    private static ScheduleAnchor AnchorOf(CommitmentInput input) => input.Anchor switch
    {
        AnchorKind.PayDay => ScheduleAnchor.DateOfCompany(CompanyDates.PayDayName),
        AnchorKind.VatDay => ScheduleAnchor.DateOfCompany(CompanyDates.VatDayName),
        AnchorKind.Closing => ScheduleAnchor.DateOfCompany(CompanyDates.ClosingName),
        AnchorKind.TaxReturn => ScheduleAnchor.DateOfCompany(CompanyDates.TaxReturnName),
        AnchorKind.EndOfPeriod => ScheduleAnchor.EndOfMonth(),
        _ => ScheduleAnchor.DayOfMonth(input.AnchorDay!.Value),
    };

    private static void FillSchedule(CommitmentInput input, ScheduleRule rule)
    {
        input.Every = rule.Every;
        input.Anchor = rule.Anchor switch
        {
            { Named: CompanyDates.PayDayName } => AnchorKind.PayDay,
            { Named: CompanyDates.VatDayName } => AnchorKind.VatDay,
            { Named: CompanyDates.ClosingName } => AnchorKind.Closing,
            { Named: CompanyDates.TaxReturnName } => AnchorKind.TaxReturn,
            { Day: not null } => AnchorKind.DayOfMonth,
            _ => AnchorKind.EndOfPeriod,
        };
        input.AnchorDay = rule.Anchor.Day;
        input.MonthsAfter = rule.Anchor.MonthsAfter;
        input.OffsetMonths = rule.Months == 0 ? null : rule.Months;
        input.OffsetDays = rule.Days == 0 ? null : Math.Abs(rule.Days);
        input.Way = rule.Days > 0 ? OffsetWay.After : OffsetWay.Before;
        input.Count = rule.Count;
        input.At = rule.At?.ToTimeOnly();
        input.Roll = rule.Roll;
        input.GraceDays = rule.GraceDays == 0 ? null : rule.GraceDays;
        input.Statutory = rule.Statutory;
        input.WarningHours = rule.WarningHours;
        input.PrerequisiteId = Guid.TryParse(rule.Prerequisite?.Commitment, out var key) ? key : null;
        input.PrerequisiteDays = rule.Prerequisite?.Days;
    }

    private static ClockRule Clock(CommitmentInput input) => new()
    {
        Start = PatternText.Parse(input.Start) ?? throw new Refused(Texts.Commitment_StartMissing, nameof(CommitmentInput.Start)),
        Stop = PatternText.Parse(input.Stop) ?? throw new Refused(Texts.Commitment_StopMissing, nameof(CommitmentInput.Stop)),
        Pause = PatternText.Parse(input.PauseFrom) is { } from ? new PauseRule(from, PatternText.Parse(input.PauseTo), input.WaitsOn) : null,
        Cancel = PatternText.Parse(input.Cancel),
        Reopen = PatternText.Parse(input.Reopen),
        Target = TargetOf(input),
        Warning = input.WarningHours is { } hours ? Duration.FromHours(hours) : null,
        Prerequisite = input.NotBeforeDays is { } days && PatternText.Parse(input.NotBeforeEvent) is { } after ? new ClockPrerequisite(after, days) : null,
    };

    private static ClockTarget TargetOf(CommitmentInput input) => input.Target switch
    {
        ClockTargetKind.SameHour => new DayTarget(input.TargetCount!.Value),
        ClockTargetKind.EndOfDay => new DayTarget(input.TargetCount!.Value, endOfDay: true),
        ClockTargetKind.OpeningHours => new DurationTarget(Duration.FromHours(input.TargetCount!.Value)),
        _ => new DateTarget
        {
            Event = PatternText.Parse(input.DateEvent),
            Months = input.OffsetMonths ?? 0,
            Days = input.OffsetDays ?? 0,
            Count = input.Count,
            At = LocalTimeOf(input.At),
            Roll = input.Roll,
            PauseMovesDate = input.PauseMovesDate,
        },
    };

    private static void FillClock(CommitmentInput input, ClockRule rule)
    {
        input.Start = PatternText.Write(rule.Start);
        input.Stop = PatternText.Write(rule.Stop);
        input.PauseFrom = PatternText.Write(rule.Pause?.From);
        input.PauseTo = PatternText.Write(rule.Pause?.To);
        input.WaitsOn = rule.Pause?.WaitsOn ?? Party.Company;
        input.Cancel = PatternText.Write(rule.Cancel);
        input.Reopen = PatternText.Write(rule.Reopen);
        input.WarningHours = rule.Warning is { } warning ? (int)Math.Round(warning.TotalMinutes / MinutesPerHour) : null;
        input.NotBeforeDays = rule.Prerequisite?.Days;
        input.NotBeforeEvent = PatternText.Write(rule.Prerequisite?.Event);
        switch (rule.Target)
        {
            case DayTarget day:
                (input.Target, input.TargetCount) = (day.EndOfDay ? ClockTargetKind.EndOfDay : ClockTargetKind.SameHour, day.Days);
                break;
            case DurationTarget duration:
                (input.Target, input.TargetCount) = (ClockTargetKind.OpeningHours, (int)Math.Round(duration.Length.TotalMinutes / MinutesPerHour));
                break;
            case DateTarget date:
                FillDate(input, date);
                break;
        }
    }

    private static void FillDate(CommitmentInput input, DateTarget date)
    {
        input.Target = ClockTargetKind.Date;
        input.DateEvent = PatternText.Write(date.Event);
        input.OffsetMonths = date.Months == 0 ? null : date.Months;
        input.OffsetDays = date.Days == 0 ? null : date.Days;
        input.Count = date.Count;
        input.At = date.At?.ToTimeOnly();
        input.Roll = date.Roll;
        input.PauseMovesDate = date.PauseMovesDate;
    }

    private static LocalTime? LocalTimeOf(TimeOnly? hour) => hour is { } at ? LocalTime.FromTimeOnly(at) : null;
}
