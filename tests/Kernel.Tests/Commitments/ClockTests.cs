using NodaTime;
using Pupitre.Kernel.Commitments;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

public class ClockTests
{
    private const string Later = "2026-07-01 12:00";

    [Fact]
    public void Worked_example_of_two_pauses_is_due_on_tuesday_at_14_15()
    {
        var replay = Replay(
            FourHours, "2026-06-02 11:00", "2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-02 09:30 resume", "2026-06-02 10:00 wait", "2026-06-02 10:15 resume");

        replay.Due.ShouldBe(At("2026-06-02 14:15"));
        replay.Verdict.Outcome.ShouldBe(Outcome.Pending);
        replay.Verdict.Running.ShouldBe(Duration.FromMinutes(60 + 30 + 45));
    }

    [Theory]
    [InlineData("2026-06-02 14:15", Outcome.Met)]
    [InlineData("2026-06-02 14:16", Outcome.Missed)]
    public void Met_when_the_running_open_time_is_at_most_the_target(string stop, Outcome expected) => Replay(
        FourHours, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-02 09:30 resume", "2026-06-02 10:00 wait", "2026-06-02 10:15 resume", stop + " answered")
        .Verdict.Outcome.ShouldBe(expected);

    [Fact]
    public void A_stop_in_closed_hours_after_a_due_instant_at_closing_time_is_met() =>
        Replay(FourHours, Later, "2026-06-01 14:00 asked", "2026-06-01 23:00 answered").Verdict.Outcome.ShouldBe(Outcome.Met);

    [Fact]
    public void An_open_case_in_closed_hours_after_a_due_instant_at_closing_time_is_not_missed_yet() =>
        Replay(FourHours, "2026-06-01 23:00", "2026-06-01 14:00 asked").Verdict.Outcome.ShouldBe(Outcome.Pending);

    [Fact]
    public void An_open_case_is_missed_once_its_running_time_exceeds_the_target() =>
        Replay(FourHours, "2026-06-02 09:01", "2026-06-01 14:00 asked").Verdict.Outcome.ShouldBe(Outcome.Missed);

    [Fact]
    public void Without_a_start_there_is_nothing_to_judge() =>
        Replay(FourHours, Later, "2026-06-01 14:00 answered").Verdict.Outcome.ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void Only_a_stop_later_than_the_start_stops() =>
        Replay(FourHours, Later, "2026-06-01 09:00 answered", "2026-06-01 10:00 asked", "2026-06-01 11:00 answered").Verdict.Running.ShouldBe(Duration.FromHours(1));

    [Fact]
    public void Ties_follow_the_position_in_the_file()
    {
        Replay(FourHours, Later, "2026-06-01 10:00 asked", "2026-06-01 10:00 answered").Verdict.Outcome.ShouldBe(Outcome.Met);
        Replay(FourHours, "2026-06-01 10:30", "2026-06-01 10:00 answered", "2026-06-01 10:00 asked").Verdict.Outcome.ShouldBe(Outcome.Pending);
    }

    [Fact]
    public void Cancelled_between_start_and_stop()
    {
        Replay(FourHours, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 cancelled", "2026-06-01 12:00 answered").Verdict.Outcome.ShouldBe(Outcome.Cancelled);
        Replay(FourHours, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 answered", "2026-06-01 12:00 cancelled").Verdict.Outcome.ShouldBe(Outcome.Met);
        Replay(FourHours, Later, "2026-06-01 09:00 cancelled", "2026-06-01 10:00 asked", "2026-06-01 11:00 answered").Verdict.Outcome.ShouldBe(Outcome.Met);
    }

    [Fact]
    public void Events_after_the_as_of_instant_are_ignored() =>
        Replay(FourHours, "2026-06-01 10:30", "2026-06-01 10:00 asked", "2026-06-01 11:00 answered").Verdict.Outcome.ShouldBe(Outcome.Pending);

    [Fact]
    public void While_a_pause_that_began_before_the_due_instant_is_open_there_is_no_due_instant()
    {
        var replay = Replay(FourHours, "2026-06-30 10:00", "2026-06-01 10:00 asked", "2026-06-01 11:00 wait");

        (replay.Due, replay.Verdict.Outcome, replay.WaitingOn).ShouldBe((null, Outcome.Paused, Party.Company));
    }

    [Fact]
    public void A_pause_that_begins_after_the_due_instant_does_not_hide_it()
    {
        var replay = Replay(FourHours, "2026-06-30 10:00", "2026-06-01 10:00 asked", "2026-06-03 11:00 wait");

        (replay.Due, replay.Verdict.Outcome).ShouldBe((At("2026-06-01 15:30"), Outcome.Missed));
    }

    [Fact]
    public void A_pause_that_was_open_before_the_start_is_clipped_to_it() => Replay(
        FourHours, Later, "2026-06-01 09:00 wait", "2026-06-01 10:00 asked", "2026-06-01 11:00 resume", "2026-06-01 12:00 answered")
        .Verdict.ShouldSatisfyAllConditions(
            verdict => verdict.Running.ShouldBe(Duration.FromHours(1)),
            verdict => verdict.Paused.ShouldBe(Duration.FromHours(1)));

    [Fact]
    public void A_to_without_a_from_is_ignored() =>
        Replay(FourHours, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 resume", "2026-06-01 12:00 answered").Verdict.Paused.ShouldBe(Duration.Zero);

    [Fact]
    public void Pausing_outside_opening_hours_moves_nothing() =>
        Replay(FourHours, "2026-06-01 11:00", "2026-06-01 10:00 asked", "2026-05-31 08:00 wait", "2026-06-01 08:00 resume").Due.ShouldBe(At("2026-06-01 15:30"));

    [Fact]
    public void In_the_state_form_a_pause_lasts_until_the_next_event_of_the_case()
    {
        var rule = FourHours with { Pause = new(EventPattern.Activity("wait")) };

        var verdict = Replay(rule, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-01 11:30 wait", "2026-06-01 12:00 note", "2026-06-01 12:30 answered").Verdict;

        (verdict.Paused, verdict.Running).ShouldBe((Duration.FromHours(1), Duration.FromMinutes(90)));
    }

    [Fact]
    public void With_a_reopening_the_clock_resumes_there_and_the_first_stop_is_a_first_pass_failure()
    {
        var rule = FourHours with { Reopen = EventPattern.Activity("reopened") };

        var replay = Replay(rule, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 answered", "2026-06-02 09:00 reopened", "2026-06-02 11:30 answered");

        replay.Verdict.ShouldSatisfyAllConditions(
            verdict => verdict.Outcome.ShouldBe(Outcome.Met),
            verdict => verdict.Running.ShouldBe(Duration.FromMinutes(210)),
            verdict => verdict.FirstPassFailed.ShouldBeTrue());
        replay.UndoneStops.ShouldBe([At("2026-06-01 11:00")]);
        replay.Stretches.Select(stretch => stretch.Kind).ShouldBe([StretchKind.Running, StretchKind.Stopped, StretchKind.Running]);
    }

    [Fact]
    public void Without_a_reopening_the_first_stop_ends_it() =>
        Replay(FourHours, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 answered", "2026-06-02 09:00 reopened", "2026-06-09 11:30 answered")
            .Verdict.Running.ShouldBe(Duration.FromHours(1));

    [Theory]
    [InlineData("2026-06-01 14:29", Outcome.Pending)]
    [InlineData("2026-06-01 14:31", Outcome.AtRisk)]
    public void At_risk_when_the_remaining_open_time_is_under_the_warning_threshold(string asOf, Outcome expected) =>
        Replay(FourHours with { Warning = Duration.FromHours(1) }, asOf, "2026-06-01 10:00 asked").Verdict.Outcome.ShouldBe(expected);

    [Fact]
    public void A_rule_without_a_pause_never_pauses() =>
        Replay(FourHours with { Pause = null }, Later, "2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-02 09:30 answered").Verdict.Outcome.ShouldBe(Outcome.Missed);

    [Fact]
    public void The_story_shows_running_and_paused_stretches_with_who_attests_the_pause()
    {
        var replay = Replay(FourHours, Later, "2026-06-01 10:00 asked", "P: 2026-06-01 11:00 wait", "2026-06-01 12:00 resume", "2026-06-01 12:30 answered");

        replay.Stretches.ShouldBe(
        [
            new(At("2026-06-01 10:00"), At("2026-06-01 11:00"), StretchKind.Running, Duration.FromHours(1)),
            new(At("2026-06-01 11:00"), At("2026-06-01 12:00"), StretchKind.Paused, Duration.FromHours(1), SourceClass.Provider),
            new(At("2026-06-01 12:00"), At("2026-06-01 12:30"), StretchKind.Running, Duration.FromMinutes(30)),
        ]);
    }
}
