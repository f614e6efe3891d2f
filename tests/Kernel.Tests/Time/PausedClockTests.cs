using NodaTime;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Time.Calendars;

namespace Pupitre.Kernel.Tests.Time;

public class PausedClockTests
{
    private static readonly Instant Monday = At("2026-06-01T10:00");

    [Fact]
    public void Overlapping_and_touching_pauses_join_and_are_clipped_at_the_start()
    {
        Pause[] pauses =
        [
            Of("2026-06-01T12:00", "2026-06-01T15:00"), Of("2026-06-01T11:00", "2026-06-01T12:00"), Of("2026-05-29T10:00", "2026-06-01T10:30"),
            Of("2026-05-28T10:00", "2026-05-29T10:00"), Of("2026-06-01T14:00", "2026-06-01T14:30"), Of("2026-06-02T09:00", "2026-06-02T09:00"),
        ];

        pauses[..PausedClock.Merge(pauses, Monday)].ShouldBe([Of("2026-06-01T10:00", "2026-06-01T10:30"), Of("2026-06-01T11:00", "2026-06-01T15:00")]);
    }

    [Fact]
    public void An_open_pause_swallows_all_that_follow()
    {
        Pause[] pauses = [Of("2026-06-01T13:00", "2026-06-01T15:00"), new(At("2026-06-01T12:00"), null), Of("2026-06-03T10:00", "2026-06-03T11:00")];

        pauses[..PausedClock.Merge(pauses, Monday)].ShouldBe([new(At("2026-06-01T12:00"), null)]);
    }

    [Fact]
    public void There_is_no_due_instant_while_a_pause_that_began_before_it_is_open()
    {
        PausedClock.DueForDuration(W, Monday, Hours(4), [new(At("2026-06-01T12:00"), null)]).At.ShouldBeNull();
        PausedClock.DueForDays(W, Monday, 1, endOfDay: false, [new(At("2026-06-01T12:00"), null)]).At.ShouldBeNull();
    }

    [Fact]
    public void A_pause_that_begins_at_the_due_instant_or_later_changes_nothing()
    {
        var due = PausedClock.DueForDuration(W, Monday, Hours(2), [new(At("2026-06-01T12:00"), null)]);

        due.ShouldBe(new DueInstant(At("2026-06-01T12:00"), Duration.Zero));
        PausedClock.DueForDays(W, Monday, 1, endOfDay: false, [new(At("2026-06-02T10:00"), null)]).At.ShouldBe(At("2026-06-02T10:00"));
    }

    [Fact]
    public void A_pause_in_closed_hours_moves_nothing() =>
        PausedClock.DueForDuration(W, Monday, Hours(4), [Of("2026-06-01T12:30", "2026-06-01T14:00")]).At.ShouldBe(At("2026-06-01T15:30"));

    [Fact]
    public void A_day_target_moves_by_the_open_time_of_each_pause_that_begins_before_it()
    {
        Pause[] pauses = [Of("2026-06-01T11:00", "2026-06-01T12:00"), Of("2026-06-02T10:30", "2026-06-02T12:30"), Of("2026-06-02T16:00", "2026-06-02T17:00")];

        var due = PausedClock.DueForDays(W, Monday, 1, endOfDay: false, pauses);

        due.ShouldBe(new DueInstant(At("2026-06-02T14:30"), Hours(3)));
    }

    [Fact]
    public void An_open_end_counts_to_the_instant_asked()
    {
        Pause[] pauses = [new(At("2026-06-01T11:00"), null)];

        PausedClock.Running(W, Monday, At("2026-06-02T12:00"), pauses).ShouldBe(Hours(1));
        PausedClock.Paused(W, Monday, At("2026-06-02T12:00"), pauses).ShouldBe(Hours(1.5 + 4 + 3));
    }

    [Theory]
    [InlineData("2026-05-20T09:30", "2026-05-20T07:30:00Z")]
    [InlineData("2026-05-20T09:30:05.1234567", "2026-05-20T07:30:05.1234567Z")]
    [InlineData("2026-05-20T09:30:05.000000001Z", "2026-05-20T09:30:05.000000001Z")]
    [InlineData("2026-05-20T09:30:05.100-05:30", "2026-05-20T15:00:05.1Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:30+01:00", "2026-10-25T01:30:00Z")]
    public void Times_are_read_as_they_are_written(string text, string utc) => WireTime.Utc(At(text)).ShouldBe(utc);

    [Theory]
    [InlineData("")]
    [InlineData("2026-05-20")]
    [InlineData("2026-05-20 09:30")]
    [InlineData("2026-05-20T9:30")]
    [InlineData("2026-05-20T24:00")]
    [InlineData("2026-05-20T09:30:60")]
    [InlineData("2026-05-20T09:30:05.")]
    [InlineData("2026-05-20T09:30:05.1234567891")]
    [InlineData("2026-05-20T09:30.5")]
    [InlineData("2026-05-20T09:30+0200")]
    [InlineData("2026-05-20T09:30+2:00")]
    [InlineData("2026-05-20T09:30z")]
    [InlineData("2026-02-29T09:30")]
    [InlineData("9999-12-31T23:59-18:00")]
    [InlineData("Z")]
    public void Other_times_are_refused(string text) => Should.Throw<Refused>(() => At(text)).Field.ShouldBe("at");

    private static Pause Of(string from, string to) => new(At(from), At(to));
}
