using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Kernel.Tests.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Escalations;

/// <summary>Worked examples: at which instants a case and a due date reach their levels, and when a notice may go.</summary>
public class LadderTests
{
    private static readonly LadderHours Office = new(Given.Office);

    [Fact]
    public void A_case_warns_at_three_quarters_of_its_running_time_and_climbs_by_days_of_its_calendar()
    {
        // Asked on Thursday at 16:00, four hours: two of them that day, two on Friday.
        var rungs = OfCase(Given.FourHours, "2026-06-04 18:00", "2026-06-04 16:00 asked");

        rungs.ShouldBe(
        [
            Moment(Rung.Before, "2026-06-05 10:00"), Moment(Rung.Due, "2026-06-05 11:00"),
            Moment(Rung.AfterOne, "2026-06-08 11:00"), Moment(Rung.AfterFive, "2026-06-12 11:00"),
        ]);
    }

    [Fact]
    public void A_pause_that_is_over_moves_every_level()
    {
        var rungs = OfCase(
            Given.FourHours, "2026-06-04 18:00", "2026-06-04 09:00 asked", "2026-06-04 10:00 wait", "2026-06-04 12:00 resume");

        rungs.Select(moment => moment.At).ShouldBe(
            [Given.At("2026-06-04 15:30"), Given.At("2026-06-04 16:30"), Given.At("2026-06-05 16:30"), Given.At("2026-06-11 16:30")]);
    }

    [Fact]
    public void While_a_pause_is_open_there_is_no_ladder() =>
        OfCase(Given.FourHours, "2026-06-04 18:00", "2026-06-04 09:00 asked", "2026-06-04 10:00 wait").ShouldBeEmpty();

    [Fact]
    public void What_is_reached_at_closing_time_goes_at_the_next_opening()
    {
        var rungs = OfCase(Given.Rule(new DayTarget(1, endOfDay: true)), "2026-06-04 10:00", "2026-06-04 09:00 asked");

        rungs[1].ShouldBe(new RungMoment(Rung.Due, Given.At("2026-06-05 18:00"), Given.At("2026-06-08 09:00")));
    }

    [Fact]
    public void A_case_of_which_the_day_alone_is_known_is_late_when_the_due_day_is_over()
    {
        // Asked on Thursday, one business day: the whole of Friday is in time.
        var rungs = OfCase(Given.Rule(new DayTarget(1)), "2026-06-04 18:00", "2026-06-04 asked");

        rungs[1].ShouldBe(new RungMoment(Rung.Due, Given.At("2026-06-06 00:00"), Given.At("2026-06-08 09:00")));
        rungs[2].At.ShouldBe(Given.At("2026-06-09 00:00"));
    }

    [Fact]
    public void Quiet_hours_hold_notices_back_that_opening_hours_let_go()
    {
        var hours = new LadderHours(Given.Office, new QuietHours(new(17, 0), new(10, 0)));

        hours.FirstOpen(Given.At("2026-06-04 17:30")).ShouldBe(Given.At("2026-06-05 10:00"));
        hours.AreOpen(Given.At("2026-06-05 09:30")).ShouldBeFalse();
        hours.AreOpen(Given.At("2026-06-05 10:00")).ShouldBeTrue();
    }

    [Fact]
    public void Where_the_calendar_opens_in_quiet_hours_only_those_give_way()
    {
        var hours = new LadderHours(Given.Office, new QuietHours(new(8, 0), new(19, 0)));

        hours.FirstOpen(Given.At("2026-06-04 07:00")).ShouldBe(Given.At("2026-06-04 09:00"));
    }

    [Fact]
    public void A_due_date_at_an_hour_is_recalled_two_business_days_before_at_that_hour()
    {
        // Tuesday 26 May at noon: Monday 25 is Whit Monday.
        var rungs = Ladder.OfDueDate(Given.At("2026-05-26 12:00"), null, Given.Days, Given.Paris, Office);

        rungs.ShouldBe(
        [
            new(Rung.Before, Given.At("2026-05-21 12:00"), Given.At("2026-05-21 12:00")),
            new(Rung.Due, Given.At("2026-05-26 12:00"), Given.At("2026-05-26 12:00")),
            new(Rung.AfterOne, Given.At("2026-05-27 12:00"), Given.At("2026-05-27 12:00")),
            new(Rung.AfterFive, Given.At("2026-06-02 12:00"), Given.At("2026-06-02 12:00")),
        ]);
    }

    [Fact]
    public void What_is_due_by_the_end_of_a_day_is_late_when_that_day_is_over()
    {
        // By Thursday evening: recalled on Tuesday morning, due on Friday morning, one day late on Monday morning.
        var rungs = Ladder.OfDueDate(Given.At("2026-06-05 00:00"), new DateOnly(2026, 6, 4), Given.Days, Given.Paris, Office);

        rungs.Select(moment => moment.GoesAt).ShouldBe(
            [Given.At("2026-06-02 09:00"), Given.At("2026-06-05 09:00"), Given.At("2026-06-08 09:00"), Given.At("2026-06-12 09:00")]);
    }

    [Fact]
    public void The_local_hour_stays_through_a_change_of_the_clocks()
    {
        // Clocks go forward on Sunday 29 March 2026: a day of 23 hours lies inside the ladder.
        var rungs = Ladder.OfDueDate(Given.At("2026-03-27 15:00"), null, Given.Days, Given.Paris, Office);

        rungs[2].At.ShouldBe(Given.At("2026-03-30 15:00"));
        (rungs[2].At - rungs[1].At).ShouldBe(Duration.FromHours(71));
        OfCase(Given.FourHours, "2026-10-23 18:00", "2026-10-23 16:00 asked")[2].At.ShouldBe(Given.At("2026-10-27 11:00"));
    }

    [Fact]
    public void What_no_calendar_reaches_has_no_ladder() =>
        Ladder.OfDueDate(Instant.FromUtc(2100, 12, 31, 12, 0), null, Given.Days, Given.Paris, Office).ShouldBeEmpty();

    private static RungMoment Moment(Rung rung, string at) => new(rung, Given.At(at), Given.At(at));

    private static RungMoment[] OfCase(ClockRule rule, string asOf, params string[] told)
    {
        var clock = new Clock(rule, Given.Office);
        var events = told.Select((words, place) => Given.Event(words, position: place)).ToList();
        return [.. Ladder.OfCase(clock.Replay(events, Reading.Declared, Given.At(asOf)), Office)];
    }
}
