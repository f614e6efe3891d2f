using NodaTime;
using Pupitre.Kernel.Commitments;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

public class ReadingTests
{
    private const string Later = "2026-07-01 12:00";

    [Theory]
    [InlineData(SourceClass.Observed, false, false)]
    [InlineData(SourceClass.Receipt, false, false)]
    [InlineData(SourceClass.Company, false, true)]
    [InlineData(SourceClass.Provider, true, true)]
    public void Evidenced_leaves_out_the_providers_word_and_proven_every_one_sided_word(SourceClass source, bool evidenced, bool proven)
    {
        Reading.Declared.LeavesOut(source).ShouldBeFalse();
        Reading.Evidenced.LeavesOut(source).ShouldBe(evidenced);
        Reading.Proven.LeavesOut(source).ShouldBe(proven);
        Reading.Proven.LeavesOut(source, confirmed: true).ShouldBeFalse();
    }

    [Fact]
    public void A_pause_that_the_reading_leaves_out_does_not_pause()
    {
        string[] told = ["2026-06-01 10:00 asked", "P: 2026-06-01 11:00 wait", "2026-06-03 11:00 resume", "2026-06-03 12:00 answered"];

        Outcomes(FourHours, told).ShouldBe([Outcome.Met, Outcome.Missed, Outcome.Missed]);
    }

    [Fact]
    public void A_left_out_end_of_a_pause_still_ends_it() => Outcomes(
        FourHours, "2026-06-01 10:00 asked", "C: 2026-06-01 11:00 wait", "P: 2026-06-01 12:00 resume", "2026-06-02 12:00 answered")
        .ShouldBe([Outcome.Missed, Outcome.Missed, Outcome.Missed]);

    [Fact]
    public void A_left_out_cancel_does_not_cancel() =>
        Outcomes(FourHours, "2026-06-01 10:00 asked", "P: 2026-06-01 11:00 cancelled").ShouldBe([Outcome.Cancelled, Outcome.Missed, Outcome.Missed]);

    [Fact]
    public void A_left_out_start_still_counts_as_start() =>
        Outcomes(FourHours, "P: 2026-06-01 10:00 asked", "2026-06-01 11:00 answered").ShouldBe([Outcome.Met, Outcome.Met, Outcome.Met]);

    [Fact]
    public void The_stop_is_the_first_later_match_that_is_not_left_out() => Outcomes(
        FourHours, "2026-06-01 10:00 asked", "P: 2026-06-01 11:00 answered", "C: 2026-06-01 12:00 answered", "R: 2026-06-03 12:00 answered")
        .ShouldBe([Outcome.Met, Outcome.Met, Outcome.Missed]);

    [Theory]
    [InlineData("2026-06-01 12:00")]
    [InlineData(Later)]
    public void With_none_but_a_left_out_stop_there_is_no_evidence_whatever_the_due_instant(string asOf)
    {
        var replay = Replay(FourHours, Reading.Evidenced, asOf, "2026-06-01 10:00 asked", "P: 2026-06-01 11:00 answered");

        (replay.Verdict.Outcome, replay.Verdict.HasStopped).ShouldBe((Outcome.NoEvidence, false));
    }

    [Fact]
    public void A_confirmed_word_is_proof()
    {
        var events = Case("2026-06-01 10:00 asked", "P: 2026-06-01 11:00 answered").Select(item => item with { Confirmed = true }).ToList();

        new Clock(FourHours, Office).Replay(events, Reading.Proven, At(Later)).Verdict.Outcome.ShouldBe(Outcome.Met);
    }

    [Fact]
    public void Open_time_also_covered_by_anothers_pause_does_not_rest_on_the_provider_alone()
    {
        var verdict = Replay(
            FourHours, Later, "2026-06-01 10:00 asked", "P: 2026-06-01 10:30 wait", "C: 2026-06-01 11:30 wait", "2026-06-01 12:00 resume", "2026-06-01 12:30 answered").Verdict;

        (verdict.Paused, verdict.PausedByProviderOnly).ShouldBe((Duration.FromMinutes(90), Duration.FromHours(1)));
    }

    [Fact]
    public void A_reopening_that_only_the_provider_attests_still_reopens() => Outcomes(
        FourHours with { Reopen = EventPattern.Activity("reopened") }, "2026-06-01 10:00 asked", "2026-06-01 11:00 answered", "P: 2026-06-01 12:00 reopened", "2026-06-05 12:00 answered")
        .ShouldBe([Outcome.Missed, Outcome.Missed, Outcome.Missed]);

    private static Outcome[] Outcomes(ClockRule rule, params string[] told) => [.. Readings.All.Select(reading => Replay(rule, reading, Later, told).Verdict.Outcome)];
}
