using CsCheck;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Commitments;

public class ClockLawTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 6, 1, 0, 0);

    private static readonly BusinessCalendar Calendar = Given.Calendar("""
        {"timeZone":"UTC","weekly":{"monday":[["09:00","12:00"],["14:00","17:00"]],"tuesday":[["09:00","12:00"],["14:00","17:00"]],
         "wednesday":[["09:00","12:00"],["14:00","17:00"]],"thursday":[["09:00","12:00"],["14:00","17:00"]],"friday":[["09:00","12:00"],["14:00","17:00"]]}}
        """);

    private static readonly Gen<EventRoles> Role = AnyOf(
        EventRoles.None, EventRoles.Start, EventRoles.Stop, EventRoles.Pause, EventRoles.Pause, EventRoles.PauseEnd, EventRoles.Cancel, EventRoles.Reopen,
        EventRoles.Stop | EventRoles.Pause, EventRoles.Pause | EventRoles.PauseEnd, EventRoles.Start | EventRoles.Pause);

    private static readonly Gen<ToldEvent> Told = Gen.Select(
        Gen.OneOf(Gen.Int[8 * 60, 8 * 24 * 60], Gen.Int[4, 160].Select(quarter => quarter * 60)), Role, AnyOf(Enum.GetValues<SourceClass>()), (minute, role, source) => new ToldEvent(minute, role, source));

    private static readonly Gen<ClockTarget> Target = Gen.OneOf(
        Gen.Int[0, 900].Select(minutes => (ClockTarget)new DurationTarget(Duration.FromMinutes(minutes))),
        Gen.Int[0, 4].Select(days => (ClockTarget)new DayTarget(days)));

    private static readonly Gen<ClockRule> Rules = Gen.Select(Target, Gen.Int[0, 2], Gen.Bool, (target, pause, reopens) => new ClockRule
    {
        Start = EventPattern.Activity("-"),
        Stop = EventPattern.Activity("-"),
        Pause = pause == 0 ? null : new(EventPattern.Activity("-"), pause == 1 ? null : EventPattern.Activity("-")),
        Reopen = reopens ? EventPattern.Activity("-") : null,
        Target = target,
    });

    private static readonly Gen<(ClockRule Rule, List<ToldEvent> Events, int AsOf)> Cases =
        Gen.Select(Rules, Told.List[0, 9], Gen.Int[8 * 60, 9 * 24 * 60]).Select(made => (made.Item1, made.Item2, made.Item3));

    [Fact]
    public void The_replay_agrees_with_brute_force_in_every_reading() => Cases.Sample(
        made =>
        {
            foreach (var reading in Readings.All)
            {
                var expected = new ClockOracle(made.Rule, made.Events, reading, made.AsOf).Judge();
                var verdict = Judge(made.Rule, made.Events, reading, made.AsOf);
                verdict.Outcome.ShouldBe(expected.Outcome);
                if (expected.Running is { } running)
                {
                    (verdict.Running.TotalMinutes, verdict.Paused.TotalMinutes, verdict.PausedByProviderOnly.TotalMinutes)
                        .ShouldBe((running, expected.Paused, expected.ProviderPaused));
                }
            }
        },
        iter: 3_000);

    [Fact]
    public void The_answer_never_depends_on_the_order_of_loading() => Gen.Select(Cases, Gen.Int[0, 1_000]).Sample(
        (made, seed) =>
        {
            var clock = new Clock(made.Rule, Calendar);
            var events = made.Events.Select((item, position) => new CaseEvent
            {
                Activity = "-",
                Time = EventTime.At(InstantOf(item.Minute)),
                Source = item.Source,
                Position = position / 2,
                Recording = position,
            }).ToList();
            var shuffled = events.OrderBy(item => (item.Recording * 7919 + seed) % 31).ToList();
            clock.EventsOf(shuffled).ShouldBe(clock.EventsOf(events));
        },
        iter: 500);

    [Fact]
    public void A_stricter_reading_never_keeps_more_unless_a_cancel_was_left_out() => Cases.Sample(
        made =>
        {
            var verdicts = Readings.All.Select(reading => Judge(made.Rule, made.Events, reading, made.AsOf)).ToList();
            for (var i = 1; i < verdicts.Count; i++)
            {
                if (verdicts[i].Outcome == Outcome.Met)
                {
                    verdicts[i - 1].Outcome.ShouldBeOneOf(Outcome.Met, Outcome.Cancelled);
                }
            }
        },
        iter: 2_000);

    [Fact]
    public void Judging_the_three_readings_at_once_gives_what_each_gives_alone() => Cases.Sample(
        made =>
        {
            var clock = new Clock(made.Rule, Calendar);
            var events = EventsOf(made.Events);
            var all = new ClockVerdict[3];
            clock.JudgeAll(events, InstantOf(made.AsOf), all);
            all.ShouldBe(Readings.All.Select(reading => clock.Judge(events, reading, InstantOf(made.AsOf))).ToArray());
        },
        iter: 500);

    [Fact]
    public void Stretches_of_the_story_touch_and_add_up_to_the_figures() => Cases.Sample(
        made =>
        {
            var stretches = new List<Stretch>();
            var events = EventsOf(made.Events);
            var replay = ClockStory.Tell(new Clock(made.Rule, Calendar), events, Reading.Declared, InstantOf(made.AsOf), default, Party.Provider);
            stretches.AddRange(replay.Stretches);
            Total(stretches, StretchKind.Running).ShouldBe(replay.Verdict.Running);
            Total(stretches, StretchKind.Paused).ShouldBe(replay.Verdict.Paused);
            stretches.Zip(stretches.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
        },
        iter: 1_000);

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Duration Total(IEnumerable<Stretch> stretches, StretchKind kind) =>
        stretches.Where(stretch => stretch.Kind == kind).Aggregate(Duration.Zero, (sum, stretch) => sum + stretch.Open);

    private static ClockVerdict Judge(ClockRule rule, List<ToldEvent> told, Reading reading, int asOf) =>
        new Clock(rule, Calendar).Judge(EventsOf(told), reading, InstantOf(asOf));

    private static ClockEvent[] EventsOf(List<ToldEvent> told)
    {
        var events = told.Select(item => ClockEvent.At(InstantOf(item.Minute), item.Roles, item.Source)).ToArray();
        Clock.Order(events);
        return events;
    }

    private static Instant InstantOf(int minute) => Monday + Duration.FromMinutes(minute);
}
