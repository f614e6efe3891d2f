using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

public class JudgementTests
{
    private const string Later = "2026-06-30 12:00";

    /// <summary>Payslips two business days before the 29th at noon: Wednesday 27 May.</summary>
    private static readonly ScheduleRule Payslips = new() { Anchor = ScheduleAnchor.DayOfMonth(29), Days = -2, At = new LocalTime(12, 0), Prerequisite = new("variables", 3) };

    /// <summary>The declaration on the 15th of the following month: Monday 15 June.</summary>
    private static readonly ScheduleRule Declaration = new()
    {
        Anchor = ScheduleAnchor.DayOfMonth(15) with { MonthsAfter = 1 },
        Roll = RollConvention.Following,
        At = new LocalTime(12, 0),
        Statutory = true,
        Prerequisite = new("variables", 3),
    };

    [Theory]
    [InlineData("2026-05-27 12:00", Outcome.Met)]
    [InlineData("2026-05-27 12:01", Outcome.Missed)]
    public void Kept_when_it_was_done_by_the_due_instant(string stop, Outcome expected) => Judge(Payslips, Later, Stop(stop)).Outcome.ShouldBe(expected);

    [Fact]
    public void What_was_never_done_cannot_vanish()
    {
        var judgement = Judge(Payslips with { GraceDays = 2 }, Later);

        (judgement.Outcome, judgement.Delay!.Imputation).ShouldBe((Outcome.NoTrace, Imputation.Undetermined));
    }

    [Theory]
    [InlineData("2026-05-27 11:00", Outcome.Pending)]
    [InlineData("2026-05-28 12:00", Outcome.Pending)]
    [InlineData("2026-05-29 12:01", Outcome.NoTrace)]
    public void Nothing_is_held_against_anybody_before_due_plus_grace_has_passed(string now, Outcome expected) =>
        Judge(Payslips with { GraceDays = 2 }, now).Outcome.ShouldBe(expected);

    [Fact]
    public void Missed_when_something_shows_that_it_was_not_done() =>
        Judge(Payslips, Later, new ScheduleProof(EventTime.At(At("2026-05-28 09:00")), SourceClass.Observed, Role: ProofRole.NotDone)).Outcome.ShouldBe(Outcome.Missed);

    [Fact]
    public void Cancelled_when_it_was_not_to_be_done() =>
        Judge(Payslips, Later, new ScheduleProof(EventTime.At(At("2026-05-20 09:00")), SourceClass.Company, Role: ProofRole.Cancel)).Outcome.ShouldBe(Outcome.Cancelled);

    [Fact]
    public void A_stop_that_the_reading_leaves_out_is_no_evidence_and_never_kept()
    {
        var facts = new ScheduleFacts { Proofs = [Stop("2026-05-20 10:00", SourceClass.Provider)] };

        Readings.All.Select(reading => Judge(Payslips, Later, facts, reading).Outcome).ShouldBe([Outcome.Met, Outcome.NoEvidence, Outcome.NoEvidence]);
    }

    [Theory]
    [InlineData("2026-05-26", Outcome.Met)]
    [InlineData("2026-05-27", Outcome.Imprecise)]
    [InlineData("2026-05-28", Outcome.Missed)]
    public void A_day_is_never_given_a_false_hour(string day, Outcome expected) =>
        Judge(Payslips, Later, new ScheduleProof(EventTime.On(Date(day)), SourceClass.Company)).Outcome.ShouldBe(expected);

    [Fact]
    public void Without_an_hour_dates_are_compared() =>
        Judge(Payslips with { At = null }, Later, new ScheduleProof(EventTime.On(Date("2026-05-27")), SourceClass.Company)).Outcome.ShouldBe(Outcome.Met);

    [Fact]
    public void A_late_prerequisite_moves_the_due_instant_by_its_business_days()
    {
        // The variables came on Tuesday 26: three business days later is Friday 29.
        var judgement = Judge(Payslips, Later, Facts(came: "2026-05-26 10:00", Stop("2026-05-29 11:00")));

        (judgement.Outcome, judgement.Due).ShouldBe((Outcome.Met, At("2026-05-29 12:00")));
        judgement.DueExplanation[^1].ShouldBe(Explanation.Of(ExplanationCode.PrerequisiteMovesDue, Date("2026-05-26"), 3, Date("2026-05-29")));
    }

    [Fact]
    public void What_is_late_beyond_a_moved_due_instant_is_the_performers() =>
        Judge(Payslips, Later, Facts(came: "2026-05-26 10:00", Stop("2026-05-29 13:00"))).Delay!.Imputation.ShouldBe(Imputation.Provider);

    [Theory]
    [InlineData("2026-06-17 10:00", Imputation.Company, ExplanationCode.PrerequisiteLate)]
    [InlineData("2026-06-22 10:00", Imputation.Shared, ExplanationCode.PrerequisiteLateAndMore)]
    public void A_statutory_date_never_moves_and_the_delay_is_whoevers_made_it(string stop, Imputation expected, ExplanationCode reason)
    {
        var judgement = Judge(Declaration, Later, Facts(came: "2026-06-12 10:00", Stop(stop)));

        (judgement.Outcome, judgement.Due, judgement.Delay!.Imputation, judgement.Delay.Reason.Code).ShouldBe((Outcome.Missed, At("2026-06-15 12:00"), expected, reason));
        judgement.DueExplanation[^1].Code.ShouldBe(ExplanationCode.StatutoryDateStays);
    }

    [Fact]
    public void A_statutory_date_missed_after_a_prerequisite_in_time_is_the_performers() =>
        Judge(Declaration, Later, Facts(came: "2026-06-01 10:00", Stop("2026-06-16 10:00"))).Delay!.Imputation.ShouldBe(Imputation.Provider);

    [Fact]
    public void Nobody_is_named_when_nothing_shows_when_the_prerequisite_came() => Judge(Payslips, Later, Stop("2026-05-29 13:00")).Delay!.ShouldBe(
        new(Imputation.Undetermined, Explanation.Of(ExplanationCode.PrerequisiteUnknown)));

    [Fact]
    public void A_deadline_fixed_by_hand_is_moved_by_nothing()
    {
        var judgement = Judge(Payslips, Later, Facts(came: "2026-06-10 10:00", Stop("2026-06-01 09:00")) with { FixedDue = At("2026-06-01 10:00") });

        (judgement.Outcome, judgement.Due).ShouldBe((Outcome.Met, At("2026-06-01 10:00")));
    }

    [Fact]
    public void At_risk_under_the_warning_threshold() => Judge(Payslips with { WarningHours = 24 }, "2026-05-26 13:00").Outcome.ShouldBe(Outcome.AtRisk);

    private static ScheduleProof Stop(string at, SourceClass source = SourceClass.Observed) => new(EventTime.At(At(at)), source);

    private static ScheduleFacts Facts(string came, params ScheduleProof[] proofs)
    {
        var variables = new ScheduleRule { Anchor = ScheduleAnchor.DayOfMonth(20) };
        return new() { Proofs = [.. proofs], Prerequisite = Judge(variables, Later, Stop(came)) };
    }

    private static ScheduleJudgement Judge(ScheduleRule rule, string now, params ScheduleProof[] proofs) => Judge(rule, now, new ScheduleFacts { Proofs = [.. proofs] });

    private static ScheduleJudgement Judge(ScheduleRule rule, string now, ScheduleFacts facts, Reading reading = Reading.Declared)
    {
        var schedule = new Schedule(rule, Paris, Days, new CompanyDates(null, null));
        var occurrence = schedule.Occurrences(Date("2026-05-01"), Date("2026-05-31")).Single();
        return schedule.Judge(occurrence, facts, reading, At(now));
    }
}
