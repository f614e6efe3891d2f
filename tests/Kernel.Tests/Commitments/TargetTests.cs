using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

public class TargetTests
{
    private const string Later = "2026-07-01 12:00";

    [Fact]
    public void A_day_target_is_due_at_the_same_local_time_of_the_nth_business_day() =>
        Replay(Rule(new DayTarget(2)), "2026-05-06 16:00", "2026-05-06 15:00 asked").Due.ShouldBe(At("2026-05-11 15:00"));

    [Fact]
    public void With_end_of_day_it_is_due_at_the_last_closing_of_that_day() =>
        Replay(Rule(new DayTarget(2, endOfDay: true)), "2026-05-06 16:00", "2026-05-06 15:00 asked").Due.ShouldBe(At("2026-05-11 18:00"));

    [Theory]
    [InlineData("2026-05-11 15:00", Outcome.Met)]
    [InlineData("2026-05-11 15:01", Outcome.Missed)]
    public void A_day_target_is_met_when_the_stop_is_not_after_it(string stop, Outcome expected) =>
        Replay(Rule(new DayTarget(2)), Later, "2026-05-06 15:00 asked", stop + " answered").Verdict.Outcome.ShouldBe(expected);

    [Fact]
    public void Pauses_in_order_move_a_day_target_by_their_open_time_until_one_begins_at_or_after_it()
    {
        // Due Tuesday 10:00; a pause of two open hours moves it to 12:00, one that begins at 12:00 no longer does.
        var replay = Replay(
            Rule(new DayTarget(1)), "2026-06-02 18:00", "2026-06-01 10:00 asked", "2026-06-01 14:00 wait", "2026-06-01 16:00 resume", "2026-06-02 12:00 wait", "2026-06-02 17:00 resume");

        (replay.Due, replay.Verdict.Outcome).ShouldBe((At("2026-06-02 12:00"), Outcome.Missed));
    }

    [Fact]
    public void A_pause_without_open_time_leaves_a_due_instant_in_closed_hours_where_it_is() => Replay(
        Rule(new DayTarget(1)), "2026-06-01 22:00", "2026-06-01 20:00 asked", "2026-06-01 20:30 wait", "2026-06-01 21:00 resume").Due.ShouldBe(At("2026-06-02 20:00"));

    [Fact]
    public void A_date_does_not_move_with_pauses_unless_the_commitment_says_so()
    {
        string[] told = ["2026-06-01 10:00 asked", "2026-06-01 14:00 wait", "2026-06-01 16:00 resume"];
        var rule = Rule(new DateTarget { Days = 8, Roll = RollConvention.Following, At = new LocalTime(12, 0) });

        Replay(rule, "2026-06-02 10:00", told).Due.ShouldBe(At("2026-06-09 12:00"));
        Replay(rule with { Target = (DateTarget)rule.Target with { PauseMovesDate = true } }, "2026-06-02 10:00", told).Due.ShouldBe(At("2026-06-09 15:30"));
    }

    [Fact]
    public void A_date_that_is_no_business_day_rolls()
    {
        // 1 month after 14 April is Ascension Day.
        var rule = Rule(new DateTarget { Months = 1, Roll = RollConvention.Following });

        var replay = Replay(rule, "2026-04-15 10:00", "2026-04-14 asked");

        replay.Due.ShouldBe(At("2026-05-16 00:00"));
        Replay(rule, Later, "2026-04-14 asked", "2026-05-15 answered").Verdict.Outcome.ShouldBe(Outcome.Met);
        Replay(rule, Later, "2026-04-14 asked", "2026-05-16 answered").Verdict.Outcome.ShouldBe(Outcome.Missed);
    }

    [Fact]
    public void Leaving_papers_are_due_on_the_day_of_leaving_at_noon_or_five_business_days_after_it_was_announced()
    {
        var rule = new ClockRule
        {
            Start = EventPattern.Activity("announced"),
            Stop = EventPattern.Activity("handed"),
            Target = new DateTarget { Event = EventPattern.Activity("leaves"), At = new LocalTime(12, 0) },
            Prerequisite = new(EventPattern.Activity("announced"), 5),
        };

        Replay(rule, "2026-06-02 10:00", "2026-06-01 10:00 announced", "2026-06-30 leaves").Due.ShouldBe(At("2026-06-30 12:00"));
        Replay(rule, "2026-06-02 10:00", "2026-06-01 10:00 announced", "2026-06-03 leaves").Due.ShouldBe(At("2026-06-08 18:00"));
    }

    [Fact]
    public void Without_the_date_that_it_counts_from_there_is_nothing_to_judge() =>
        Replay(Rule(new DateTarget { Attribute = "leaving" }), Later, "2026-06-01 10:00 asked").Verdict.Outcome.ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void A_deadline_fixed_by_hand_stays_where_it_was_put()
    {
        var clock = new Clock(FourHours, Office, Days);
        var facts = new ClockCase(FixedDue: At("2026-06-05 18:00"));
        var events = Case("2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-04 09:30 resume", "2026-06-05 18:00 answered");

        var replay = clock.Replay(events, Reading.Declared, At(Later), facts);

        (replay.Due, replay.Verdict.Outcome).ShouldBe((At("2026-06-05 18:00"), Outcome.Met));
        replay.DueExplanation.ShouldBe([Explanation.Of(ExplanationCode.FixedByHand, At("2026-06-05 18:00"))]);
    }

    [Theory]
    [InlineData("2026-06-01 answered", Outcome.Met)]
    [InlineData("2026-06-02 answered", Outcome.Imprecise)]
    [InlineData("2026-06-03 answered", Outcome.Missed)]
    public void For_an_hour_target_an_event_known_by_its_day_is_judged_at_both_extremes(string stop, Outcome expected) =>
        Replay(Rule(new DurationTarget(Duration.FromHours(9))), Later, "2026-06-01 10:00 asked", stop).Verdict.Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("2026-06-03 answered", Outcome.Met)]
    [InlineData("2026-06-04 answered", Outcome.Missed)]
    [InlineData("2026-06-03 17:59 answered", Outcome.Met)]
    public void A_day_target_compares_dates_when_only_the_day_is_known(string stop, Outcome expected) =>
        Replay(Rule(new DayTarget(2)), Later, "2026-06-01 asked", stop).Verdict.Outcome.ShouldBe(expected);

    [Fact]
    public void A_stop_of_the_same_day_as_the_start_is_later_than_it() =>
        Replay(Rule(new DayTarget(0, endOfDay: true)), Later, "2026-06-01 answered", "2026-06-01 16:00 asked").Verdict.Outcome.ShouldBe(Outcome.Met);

    [Theory]
    [InlineData(3, "2026-06-01 10:30")]
    [InlineData(4, "2026-06-01 10:30")]
    [InlineData(0, "2026-06-01 10:30")]
    public void An_open_case_of_which_only_the_day_is_known_is_open(int warningHours, string asOf)
    {
        var rule = FourHours with { Warning = warningHours == 0 ? null : Duration.FromHours(warningHours) };

        Replay(rule, asOf, "2026-06-01 asked").Verdict.Outcome.ShouldBeOneOf(Outcome.Pending, Outcome.AtRisk);
        new Clock(rule, Office, Days).Judge(Case("2026-06-01 asked").Select(item => ClockEvent.On(item.Time.Day!.Value, Paris, EventRoles.Start, item.Source)).ToArray(), Reading.Declared, At(asOf)).Outcome
            .ShouldBeOneOf(Outcome.Pending, Outcome.AtRisk);
    }
}
