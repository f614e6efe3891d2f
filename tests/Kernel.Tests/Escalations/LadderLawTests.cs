using CsCheck;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Kernel.Tests.Commitments;
using Pupitre.Kernel.Tests.Time;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Escalations;

/// <summary>What holds for every ladder, on calendars of every kind and whatever the clocks do.</summary>
public class LadderLawTests
{
    private static readonly Instant First = Instant.FromUtc(2025, 1, 1, 0, 0);

    private static readonly Gen<Instant> Moments = Gen.Int[0, 2 * 365 * 24 * 60].Select(minutes => First + Duration.FromMinutes(minutes));

    private static readonly Gen<QuietHours?> Quiet = Gen.Select(Gen.Bool, Gen.Int[0, 23], Gen.Int[0, 23])
        .Select(made => made.Item1 ? new QuietHours(new TimeOnly(made.Item2, 0), new TimeOnly(made.Item3, 0)) : (QuietHours?)null);

    private static readonly Gen<LadderHours> Hours =
        Gen.Select(RandomCalendar.Any, Quiet).Select(made => new LadderHours(made.Item1, made.Item2));

    private static readonly Gen<ClockTarget> Target = Gen.OneOf(
        Gen.Int[0, 4_000].Select(minutes => (ClockTarget)new DurationTarget(Duration.FromMinutes(minutes))),
        Gen.Select(Gen.Int[0, 8], Gen.Bool).Select(made => (ClockTarget)new DayTarget(made.Item1, made.Item2)));

    [Fact]
    public void Levels_come_in_their_order_and_notices_go_when_they_may() => Gen.Select(Hours, Replays).Sample(
        made =>
        {
            var rungs = Ladder.OfCase(made.Item2(made.Item1.Calendar), made.Item1);
            HoldsFor(rungs, made.Item1);
        },
        iter: 300);

    [Fact]
    public void The_same_holds_for_due_dates() => Gen.Select(Hours, Moments, Gen.Bool).Sample(
        (hours, due, isWhole) =>
        {
            var day = due.InZone(Given.Paris).Date.ToDateOnly();
            var at = isWhole ? LocalTimes.StartOf(day.AddDays(1), Given.Paris) : due;
            HoldsFor(Ladder.OfDueDate(at, isWhole ? day : null, Given.Days, Given.Paris, hours), hours);
        },
        iter: 300);

    [Fact]
    public void The_warning_leaves_a_quarter_of_the_running_time() => Gen.Select(RandomCalendar.Any, Replays).Sample(
        made =>
        {
            var replay = made.Item2(made.Item1);
            var rungs = Ladder.OfCase(replay, new LadderHours(made.Item1));
            if (rungs is [{ Rung: Rung.Before } warns, { Rung: Rung.Due } due, ..])
            {
                var (before, all) = (Running(made.Item1, replay, warns.At), Running(made.Item1, replay, due.At));
                (before - (all * 3 / 4)).TotalMilliseconds.ShouldBe(0, 0.001);
            }
        },
        iter: 300);

    [Fact]
    public void However_often_somebody_looks_each_level_goes_once_and_none_after_a_higher_one() =>
        Gen.Select(Moments.Array[4], Moments.List[0, 20], Gen.Int[0, 5]).Sample(
            (instants, looks, answers) =>
            {
                Array.Sort(instants);
                var rungs = Rungs.All.Select(rung => new RungMoment(rung, instants[(int)rung], instants[(int)rung])).ToList();
                var (known, gone, answered) = (new List<Rung>(), new List<Rung>(), (Rung?)null);
                foreach (var now in looks.Order())
                {
                    var step = Climb.At(rungs, new(known, answered), now, now);
                    known.AddRange(step.Passed.Select(item => item.Moment.Rung));
                    if (step.Goes is { } goes)
                    {
                        gone.ShouldAllBe(before => before < goes.Rung);
                        (answered is { } rung && goes.Rung == rung + 1).ShouldBeFalse();
                        gone.Add(goes.Rung);
                        known.Add(goes.Rung);
                        answered = gone.Count == answers ? goes.Rung : answered;
                    }

                    Climb.At(rungs, new(known, answered), now, now).IsNothing.ShouldBeTrue();
                }

                known.ShouldBeUnique();
            },
            iter: 5_000);

    // A question, paused some times; as known some time later.
    private static Gen<Func<BusinessCalendar, ClockReplay>> Replays => Gen.Select(
        Target, Moments, Gen.Int[1, 3_000].List[0, 6], Gen.Int[0, 20_000]).Select(made => (Func<BusinessCalendar, ClockReplay>)(calendar =>
        {
            var (target, start, gaps, later) = made;
            var events = new List<ClockEvent> { ClockEvent.At(start, EventRoles.Start, SourceClass.Observed) };
            var at = start;
            foreach (var (place, gap) in gaps.Index())
            {
                at += Duration.FromMinutes(gap);
                events.Add(ClockEvent.At(at, place % 2 == 0 ? EventRoles.Pause : EventRoles.PauseEnd, SourceClass.Observed));
            }

            return new Clock(Given.Rule(target), calendar)
                .Replay(events.ToArray(), Reading.Declared, at + Duration.FromMinutes(later), default, Party.Provider);
        }));

    private static void HoldsFor(IReadOnlyList<RungMoment> rungs, LadderHours hours)
    {
        rungs.Select(moment => moment.Rung).ShouldBeInOrder();
        rungs.Zip(rungs.Skip(1)).ShouldAllBe(pair => pair.First.At <= pair.Second.At && pair.First.GoesAt <= pair.Second.GoesAt);
        rungs.ShouldAllBe(moment => moment.GoesAt >= moment.At && hours.AreOpen(moment.GoesAt));
    }

    private static Duration Running(BusinessCalendar calendar, ClockReplay replay, Instant until)
    {
        var (sum, known) = (Duration.Zero, replay.Verdict.Start!.Value);
        foreach (var stretch in replay.Stretches)
        {
            sum += stretch.Kind == StretchKind.Running ? calendar.Elapsed(stretch.From, Instant.Min(stretch.To, until)) : Duration.Zero;
            known = stretch.To;
        }

        return sum + calendar.Elapsed(known, until);
    }
}
