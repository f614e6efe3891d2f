using CsCheck;
using NodaTime;
using Pupitre.Kernel.Commitments;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

/// <summary>What a proof says of when the work was done: an arrival bounds it, a mark or a stated day dates it.</summary>
public class WorkIntervalTests
{
    private const int Hours = 20 * 24;

    /// <summary>On the 15th by noon; the period is May.</summary>
    private static readonly ScheduleRule Rule = new() { Anchor = ScheduleAnchor.DayOfMonth(15), At = new LocalTime(12, 0) };

    private static readonly Instant From = At("2026-05-06 00:00");
    private static readonly Instant Due = At("2026-05-15 12:00");
    private static readonly Instant Now = At("2026-07-01 12:00");

    private static readonly Gen<SourceClass> Sources = Gen.Int[0, 3].Select(number => (SourceClass)number);

    private static readonly Gen<ScheduleProof> Dated = Gen.Select(
        Gen.Int[0, Hours], Gen.Bool, Sources, (hour, isDay, source) => new ScheduleProof(isDay ? EventTime.On(DayOf(From + Duration.FromHours(hour))) : EventTime.At(From + Duration.FromHours(hour)), source));

    private static readonly Gen<ScheduleProof> Arrivals = Gen.Int[0, Hours].Select(hour => Arrival(From + Duration.FromHours(hour)));

    [Theory]
    [InlineData("2026-05-15 12:00", Outcome.Met)]
    [InlineData("2026-05-15 12:01", Outcome.Undated)]
    [InlineData("2026-06-28 09:00", Outcome.Undated)]
    public void What_arrives_bounds_the_work_and_does_not_date_it(string arrived, Outcome expected)
    {
        var judgements = Readings.All.Select(reading => Judge(reading, Arrival(At(arrived)))).ToList();

        judgements.Select(judgement => judgement.Outcome).ShouldAllBe(outcome => outcome == expected);
        judgements.ShouldAllBe(judgement => judgement.Stop == null && judgement.NoLaterThan == At(arrived) && judgement.Delay == null);
    }

    [Theory]
    [InlineData(SourceClass.Company, "2026-05-14", Outcome.Met, Outcome.Met, Outcome.Undated)]
    [InlineData(SourceClass.Company, "2026-05-20", Outcome.Missed, Outcome.Missed, Outcome.Undated)]
    [InlineData(SourceClass.Provider, "2026-05-20", Outcome.Missed, Outcome.Undated, Outcome.Undated)]
    [InlineData(SourceClass.Receipt, "2026-05-20", Outcome.Missed, Outcome.Missed, Outcome.Missed)]
    public void A_stated_day_beside_an_arrival_gives_both_ends_to_whoever_is_believed(SourceClass source, string day, Outcome declared, Outcome evidenced, Outcome proven) =>
        Readings.All.Select(reading => Judge(reading, Arrival(At("2026-06-28 09:00")), new(EventTime.On(Date(day)), source)).Outcome).ShouldBe([declared, evidenced, proven]);

    [Theory]
    [InlineData("2026-05-20 10:00", Outcome.Missed, Outcome.Undated)]
    [InlineData("2026-05-12 10:00", Outcome.Met, Outcome.NoEvidence)]
    public void A_lateness_on_one_sides_word_alone_has_no_date_in_the_proven_reading(string at, Outcome declared, Outcome proven)
    {
        var word = new ScheduleProof(EventTime.At(At(at)), SourceClass.Provider);

        (Judge(Reading.Declared, word).Outcome, Judge(Reading.Proven, word).Outcome).ShouldBe((declared, proven));
    }

    [Fact]
    public void A_third_partys_mark_beats_a_word_and_what_begins_after_the_arrival_tells_of_something_else()
    {
        var mark = new ScheduleProof(EventTime.At(At("2026-05-20 10:00")), SourceClass.Receipt);
        var word = new ScheduleProof(EventTime.At(At("2026-05-12 10:00")), SourceClass.Provider);

        Judge(Reading.Declared, mark, word).Outcome.ShouldBe(Outcome.Missed);
        Judge(Reading.Declared, mark, Arrival(At("2026-05-18 10:00"))).Outcome.ShouldBe(Outcome.Undated);
        Judge(Reading.Declared, mark, Arrival(At("2026-05-14 10:00"))).Outcome.ShouldBe(Outcome.Met);
    }

    [Fact]
    public void An_hour_inside_the_day_of_a_mark_decides_where_the_day_alone_does_not()
    {
        var day = new ScheduleProof(EventTime.On(Date("2026-05-15")), SourceClass.Receipt);
        var hour = new ScheduleProof(EventTime.At(At("2026-05-15 10:00")), SourceClass.Company);

        Judge(Reading.Declared, day).Outcome.ShouldBe(Outcome.Imprecise);
        (Judge(Reading.Declared, day, hour).Outcome, Judge(Reading.Proven, day, hour).Outcome).ShouldBe((Outcome.Met, Outcome.Imprecise));
    }

    [Fact]
    public void Arrivals_alone_never_make_anything_late() => Arrivals.List[1, 5].Sample(arrivals =>
        Readings.All.All(reading => IsMetOrUndated(Judge(reading, arrivals).Outcome)).ShouldBeTrue());

    [Fact]
    public void An_arrival_that_is_moved_later_never_turns_what_was_kept_into_a_delay() => Gen.Select(Gen.Int[0, Hours], Gen.Int[0, Hours]).Sample((hour, later) =>
    {
        var before = Judge(Reading.Proven, Arrival(From + Duration.FromHours(hour))).Outcome;
        var after = Judge(Reading.Proven, Arrival(From + Duration.FromHours(hour + later))).Outcome;

        after.ShouldNotBe(Outcome.Missed);
        (before == Outcome.Undated && after == Outcome.Met).ShouldBeFalse();
    });

    [Fact]
    public void What_is_shown_as_kept_stays_kept_whatever_is_added() => Gen.Select(Dated.List[0, 4], Arrivals.List[0, 2], Gen.Select(Dated, Arrivals, Gen.Bool)).Sample((dated, arrivals, more) =>
    {
        ScheduleProof[] known = [.. dated.Where(proof => proof.IsShown), .. arrivals];
        var added = more.Item3 ? more.Item1 : more.Item2;
        if (known.Length > 0 && Judge(Reading.Proven, known).Outcome == Outcome.Met)
        {
            ScheduleProof[] all = [.. known, added];
            Readings.All.All(reading => Judge(reading, all).Outcome == Outcome.Met).ShouldBeTrue();
        }
    });

    [Fact]
    public void A_further_proof_of_a_kind_never_moves_the_end_of_the_interval_later() => Gen.Select(Dated.List[1, 4], Dated).Sample((dated, more) =>
    {
        var known = dated.Select(proof => proof with { Source = SourceClass.Receipt }).ToList();
        var before = WorkInterval.Of(known, Paris, Always)!;
        var after = WorkInterval.Of([.. known, more with { Source = SourceClass.Receipt }], Paris, Always)!;

        (after.Latest <= before.Latest && after.Earliest <= before.Earliest).ShouldBeTrue();
    });

    [Fact]
    public void The_answer_does_not_depend_on_the_order_of_the_proofs() => Gen.Select(Dated.List[1, 5], Arrivals.List[0, 2]).Sample((dated, arrivals) =>
    {
        ScheduleProof[] proofs = [.. dated, .. arrivals];
        var turned = proofs.Reverse().ToArray();
        foreach (var reading in Readings.All)
        {
            Judge(reading, turned).Outcome.ShouldBe(Judge(reading, proofs).Outcome);
        }
    });

    [Fact]
    public void What_was_due_before_the_commitment_was_entered_awaits_its_first_proof()
    {
        var facts = new ScheduleFacts { EnteredAt = At("2026-06-01 09:00") };

        Readings.All.Select(reading => Judge(reading, facts).Outcome).ShouldAllBe(outcome => outcome == Outcome.NotYetProven);
        Judge(Reading.Declared, facts with { NothingExpected = true }).Outcome.ShouldBe(Outcome.NoTrace);
        Judge(Reading.Declared, facts with { EnteredAt = Due }).Outcome.ShouldBe(Outcome.NoTrace);
        Judge(Reading.Declared, facts with { Proofs = [new(EventTime.At(At("2026-05-20 09:00")), SourceClass.Company, Role: ProofRole.NotDone)] }).Outcome.ShouldBe(Outcome.Missed);
        Judge(Reading.Declared, facts with { Waived = true, Proofs = [Arrival(At("2026-06-28 09:00"))] }).Outcome.ShouldBe(Outcome.Waived);
    }

    private static bool Always(WorkInterval interval) => true;

    private static bool IsMetOrUndated(Outcome outcome) => outcome is Outcome.Met or Outcome.Undated;

    private static DateOnly DayOf(Instant at) => at.InZone(Paris).Date.ToDateOnly();

    private static ScheduleProof Arrival(Instant at) => new(EventTime.At(at), SourceClass.Observed, IsUpperBound: true);

    private static ScheduleJudgement Judge(Reading reading, params IEnumerable<ScheduleProof> proofs) => Judge(reading, new ScheduleFacts { Proofs = [.. proofs] });

    private static ScheduleJudgement Judge(Reading reading, ScheduleFacts facts)
    {
        var schedule = new Schedule(Rule, Paris, Days, new CompanyDates(null, null));
        return schedule.Judge(schedule.Occurrences(Date("2026-05-01"), Date("2026-05-31")).Single(), facts, reading, Now);
    }
}
