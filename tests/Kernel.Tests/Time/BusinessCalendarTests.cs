using NodaTime;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Time.Calendars;

namespace Pupitre.Kernel.Tests.Time;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar Nights = AllDays("""[["01:00","02:30"],["02:30","05:00"]]""");

    [Fact]
    public void An_end_before_the_beginning_elapses_nothing() => W.Elapsed(At("2026-05-07T17:00"), At("2026-05-07T16:00")).ShouldBe(Duration.Zero);

    [Fact]
    public void Nanoseconds_are_kept()
    {
        var from = At("2026-05-07T17:00") + Duration.FromNanoseconds(1);

        W.Elapsed(from, At("2026-05-07T17:00:01")).ShouldBe(Duration.FromNanoseconds(999_999_999));
        W.Add(from, Duration.FromNanoseconds(5)).ShouldBe(from + Duration.FromNanoseconds(5));
    }

    [Fact]
    public void Reaches_a_length_at_the_closing_and_not_at_the_next_opening() => Local(W.Add(At("2026-06-01T09:00"), Hours(7.5))).ShouldBe("2026-06-01T18:00:00");

    [Fact]
    public void Goes_back_to_the_latest_instant() => Local(W.Subtract(At("2026-06-02T10:00"), Hours(1))).ShouldBe("2026-06-02T09:00:00");

    [Theory]
    [InlineData("2026-06-01T08:00", "2026-06-01T09:00:00")]
    [InlineData("2026-06-01T09:00", "2026-06-01T09:00:00")]
    [InlineData("2026-06-01T12:30", "2026-06-01T14:00:00")]
    [InlineData("2026-06-05T18:00", "2026-06-08T09:00:00")]
    public void Adding_nothing_gives_an_open_instant(string from, string expected) => Local(W.Add(At(from), Duration.Zero)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-06-01T08:00", "2026-05-29T18:00:00")]
    [InlineData("2026-06-01T09:00", "2026-05-29T18:00:00")]
    [InlineData("2026-06-01T10:00", "2026-06-01T10:00:00")]
    [InlineData("2026-06-01T12:30", "2026-06-01T12:30:00")]
    [InlineData("2026-06-01T13:00", "2026-06-01T12:30:00")]
    public void Subtracting_nothing_gives_an_instant_that_closes_open_time(string to, string expected) =>
        Local(W.Subtract(At(to), Duration.Zero)).ShouldBe(expected);

    [Fact]
    public void Next_opening_and_previous_closing_look_beyond_the_span_that_is_open()
    {
        Local(W.NextOpening(At("2026-06-01T10:00"))).ShouldBe("2026-06-01T14:00:00");
        Local(W.PreviousClosing(At("2026-06-01T10:00"))).ShouldBe("2026-05-29T18:00:00");
        W.IsOpen(At("2026-06-01T09:00")).ShouldBeTrue();
        W.IsOpen(At("2026-06-01T12:30")).ShouldBeFalse();
    }

    [Fact]
    public void Midnight_between_24_00_and_00_00_is_no_closing()
    {
        var night = AllDays("""[["00:00","06:00"],["22:00","24:00"]]""");

        Local(night.NextOpening(At("2026-06-01T21:00"))).ShouldBe("2026-06-01T22:00:00");
        Local(night.PreviousClosing(At("2026-06-02T05:00"))).ShouldBe("2026-06-01T06:00:00");
        Local(night.Add(At("2026-06-01T23:00"), Hours(7))).ShouldBe("2026-06-02T06:00:00");
        Local(night.AddDays(At("2026-06-01T05:00"), 1, endOfDay: true)).ShouldBe("2026-06-03T00:00:00");
    }

    [Fact]
    public void A_calendar_that_never_closes_has_no_next_opening() => Should.Throw<Refused>(() => AlwaysOpen.NextOpening(At("2026-06-01T10:00")));

    [Theory]
    [InlineData("2026-06-01T10:00", 0, "2026-06-01T10:00:00")]
    [InlineData("2026-06-06T10:00", 0, "2026-06-06T10:00:00")]
    [InlineData("2026-06-06T10:00", 1, "2026-06-08T10:00:00")]
    [InlineData("2026-06-06T10:00", -1, "2026-06-05T10:00:00")]
    [InlineData("2026-06-01T23:59", -3, "2026-05-27T23:59:00")]
    public void Business_days_keep_the_local_time(string from, int days, string expected) => Local(W.AddDays(At(from), days)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-06-01T19:00", 0, "2026-06-01T18:00:00")]
    [InlineData("2026-06-06T10:00", 0, "2026-06-08T18:00:00")]
    [InlineData("2026-06-01T10:00", 1, "2026-06-02T18:00:00")]
    [InlineData("2026-06-01T10:00", -1, "2026-05-29T18:00:00")]
    public void The_end_of_a_day_is_its_last_closing(string from, int days, string expected) =>
        Local(W.AddDays(At(from), days, endOfDay: true)).ShouldBe(expected);

    [Fact]
    public void A_result_in_the_gap_is_the_first_valid_instant_after_it() =>
        Local(AlwaysOpen.AddDays(At("2026-03-28T02:30"), 1)).ShouldBe("2026-03-29T03:00:00");

    [Fact]
    public void A_result_in_the_overlap_is_its_first_occurrence() =>
        WireTime.Utc(AlwaysOpen.AddDays(At("2026-10-24T02:30"), 1)).ShouldBe("2026-10-25T00:30:00Z");

    [Fact]
    public void An_opening_and_a_closing_in_the_gap_meet_after_it()
    {
        Nights.OpeningsOn(new(2026, 3, 29)).ShouldBe([new(At("2026-03-29T01:00"), At("2026-03-29T05:00"))]);
        Nights.Elapsed(At("2026-03-29T00:00"), At("2026-03-29T12:00")).ShouldBe(Hours(3));
    }

    [Fact]
    public void A_closing_in_the_overlap_is_its_second_occurrence_and_an_opening_its_first()
    {
        var closing = AllDays("""[["01:00","02:30"]]""");
        var opening = AllDays("""[["02:30","04:00"]]""");

        closing.Elapsed(At("2026-10-25T00:00"), At("2026-10-25T12:00")).ShouldBe(Hours(2.5));
        opening.Elapsed(At("2026-10-25T00:00"), At("2026-10-25T12:00")).ShouldBe(Hours(2.5));
        Nights.Elapsed(At("2026-10-25T00:00"), At("2026-10-25T12:00")).ShouldBe(Hours(5));
    }

    [Fact]
    public void Hours_that_are_skipped_whole_make_no_business_day()
    {
        var skipped = AllDays("""[["02:00","02:45"]]""");

        skipped.HasOpening(new(2026, 3, 29)).ShouldBeFalse();
        Local(skipped.AddDays(At("2026-03-28T12:00"), 1)).ShouldBe("2026-03-30T12:00:00");
    }

    [Fact]
    public void Many_spans_a_day_count_each_once()
    {
        var many = AllDays("""[["08:00","08:30"],["09:00","09:30"],["10:00","10:30"],["11:00","11:30"],["10:15","11:15"],["23:00","24:00"]]""");

        many.Elapsed(At("2026-06-01T00:00"), At("2026-06-02T00:00")).ShouldBe(Hours(3.5));
        many.Elapsed(At("2026-06-01T09:15"), At("2026-06-01T10:45")).ShouldBe(Hours(1));
        Local(many.Add(At("2026-06-01T08:15"), Hours(1))).ShouldBe("2026-06-01T10:15:00");
        Local(many.Subtract(At("2026-06-02T00:00"), Hours(2))).ShouldBe("2026-06-01T10:30:00");
        many.OpeningsOn(new(2026, 6, 1)).Count.ShouldBe(4);
    }

    [Fact]
    public void Special_openings_come_before_closures_and_those_before_holidays()
    {
        var calendar = Weekdays(OfficeHours, """
            ,"holidays":{"zone":"metropole","dates":["2026-12-24"]},"closures":[{"from":"2026-07-13","to":"2026-07-15"}],
            "openings":[{"date":"2026-12-24","hours":[["09:00","12:00"]]},{"date":"2026-07-14","hours":[["10:00","11:00"]]},{"date":"2026-07-18","hours":[["10:00","12:00"]]},
                        {"date":"2026-07-20","hours":[]}]
            """);

        OpenOn(calendar, new(2026, 12, 24)).ShouldBe(Hours(3));
        OpenOn(calendar, new(2026, 7, 13)).ShouldBe(Duration.Zero);
        OpenOn(calendar, new(2026, 7, 14)).ShouldBe(Hours(1));
        OpenOn(calendar, new(2026, 7, 15)).ShouldBe(Duration.Zero);
        OpenOn(calendar, new(2026, 7, 16)).ShouldBe(Hours(7.5));
        OpenOn(calendar, new(2026, 7, 18)).ShouldBe(Hours(2));
        OpenOn(calendar, new(2026, 7, 20)).ShouldBe(Duration.Zero);
        OpenOn(calendar, new(2026, 12, 25)).ShouldBe(Duration.Zero);
    }

    [Fact]
    public void A_closure_with_hours_closes_those_hours_only()
    {
        var calendar = Weekdays(OfficeHours, ""","closures":[{"from":"2026-07-13","to":"2026-07-13","hours":[["10:00","11:00"],["12:00","15:00"]]}]""");

        OpenOn(calendar, new(2026, 7, 13)).ShouldBe(Hours(1 + 1 + 3));
    }

    [Fact]
    public void A_day_that_a_zone_left_out_is_no_business_day()
    {
        var apia = AllDays("""[["09:00","17:00"]]""", zone: "Pacific/Apia");

        apia.HasOpening(new(2011, 12, 30)).ShouldBeFalse();
        apia.HasOpening(new(2011, 12, 31)).ShouldBeTrue();
    }

    [Fact]
    public void Years_without_known_holidays_are_refused()
    {
        Should.Throw<Refused>(() => W.Elapsed(At("1949-12-30T00:00"), At("1950-01-05T00:00")));
        Should.Throw<Refused>(() => W.Elapsed(At("2100-12-30T00:00"), At("2101-01-05T00:00")));
        W.Elapsed(At("1949-12-31T23:00Z"), At("2100-12-31T23:00Z")).ShouldBeGreaterThan(Hours(250_000));
        Should.Throw<Refused>(() => W.Add(At("2100-12-31T17:00"), Hours(2)));
        Should.Throw<Refused>(() => W.AddDays(At("2100-12-31T17:00"), 1));
        Should.Throw<Refused>(() => W.IsOpen(Instant.MaxValue));
    }

    [Fact]
    public void A_search_that_would_pass_the_year_2200_is_refused()
    {
        var week = Weekdays(OfficeHours);

        Should.Throw<Refused>(() => week.Add(At("2026-01-01T00:00"), Duration.FromDays(200_000)));
        Should.Throw<Refused>(() => week.Add(At("2026-01-01T00:00"), Duration.MaxValue));
        Should.Throw<Refused>(() => week.Subtract(At("2026-01-01T00:00"), Duration.FromDays(200_000)));
        Should.Throw<Refused>(() => week.AddDays(At("2026-01-01T00:00"), int.MaxValue));
        Should.Throw<Refused>(() => week.AddDays(At("2026-01-01T00:00"), int.MinValue));
        AlwaysOpen.Elapsed(AlwaysOpen.Earliest, AlwaysOpen.Latest).ShouldBe(AlwaysOpen.Latest - AlwaysOpen.Earliest);
    }

    [Fact]
    public void Negative_durations_are_refused()
    {
        Should.Throw<Refused>(() => W.Add(At("2026-01-01T00:00"), Hours(-1)));
        Should.Throw<Refused>(() => W.Subtract(At("2026-01-01T00:00"), Hours(-1)));
    }

    [Fact]
    public void Ten_years_take_less_than_150_kilobytes()
    {
        var calendar = Weekdays(OfficeHours, ""","holidays":{"zone":"metropole"}""");

        calendar.Elapsed(At("2020-01-01T00:00"), At("2029-12-31T00:00"));

        calendar.CompiledBytes.ShouldBeLessThan(150_000);
    }

    [Fact]
    public async Task Threads_that_make_it_grow_get_the_same_answers()
    {
        var calendar = Weekdays(OfficeHours);
        var starts = Enumerable.Range(0, 64).Select(at => At("2026-01-01T10:00") + Duration.FromDays(((at * 37) % 64 * 400) - 12_800)).ToArray();

        var together = await Task.WhenAll(starts.Select(start => Task.Run(() => calendar.Elapsed(start, start + Duration.FromDays(300)))));

        together.ShouldBe(starts.Select(start => Weekdays(OfficeHours).Elapsed(start, start + Duration.FromDays(300))));
    }

    private static Duration OpenOn(BusinessCalendar calendar, DateOnly date) =>
        calendar.OpeningsOn(date).Aggregate(Duration.Zero, (sum, span) => sum + (span.Close - span.Open));
}
