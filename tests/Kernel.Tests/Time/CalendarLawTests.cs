using CsCheck;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

/// <summary>The laws that hold for every calendar, and the comparison with the definition taken literally.</summary>
public class CalendarLawTests
{
    private const int Samples = 300;

    [Fact]
    public void Elapsed_time_adds_up() => Question().Sample(
        question =>
        {
            var (calendar, a, b, c, _) = question;
            calendar.Elapsed(a, c).ShouldBe(calendar.Elapsed(a, b) + calendar.Elapsed(b, c));
        },
        iter: Samples);

    [Fact]
    public void What_was_added_has_elapsed_and_no_earlier_instant_has_it() => Question().Sample(
        question =>
        {
            var (calendar, a, _, _, length) = question;
            var added = calendar.Add(a, length);
            calendar.Elapsed(a, added).ShouldBe(length);
            if (length > Duration.Zero)
            {
                calendar.Elapsed(a, added - Duration.Epsilon).ShouldBeLessThan(length);
            }
        },
        iter: Samples);

    [Fact]
    public void What_was_subtracted_elapses_and_no_later_instant_has_it() => Question().Sample(
        question =>
        {
            var (calendar, a, _, _, length) = question;
            var from = calendar.Subtract(a, length);
            calendar.Elapsed(from, a).ShouldBe(length);
            if (length > Duration.Zero)
            {
                calendar.Elapsed(from + Duration.Epsilon, a).ShouldBeLessThan(length);
            }
        },
        iter: Samples);

    [Fact]
    public void Adding_is_monotone_in_both_arguments() => Question().Sample(
        question =>
        {
            var (calendar, a, b, _, length) = question;
            calendar.Add(a, length).ShouldBeLessThanOrEqualTo(calendar.Add(b, length));
            calendar.Add(a, length).ShouldBeLessThanOrEqualTo(calendar.Add(a, length + Duration.FromMinutes(1)));
        },
        iter: Samples);

    [Fact]
    public void Hours_shifted_with_the_time_zone_give_the_same_lengths() =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[12, 23], Gen.Int[-11, 11], Gen.Int[0, 5_000_000], Gen.Int[0, 5_000_000]).Sample(
            (open, close, offset, from, length) =>
            {
                var here = Calendars.AllDays($"""[["{open:00}:00","{close:00}:00"]]""", zone: "Etc/UTC");
                var there = Calendars.AllDays($"""[["{open:00}:00","{close:00}:00"]]""", zone: $"Etc/GMT{-offset:+0;-0;+0}");
                var start = Instant.FromUtc(2026, 1, 1, 0, 0).PlusNanoseconds(from * 1_000_000_007L);
                var end = start + Duration.FromSeconds(length);
                var shift = Duration.FromHours(offset);
                there.Elapsed(start - shift, end - shift).ShouldBe(here.Elapsed(start, end));
            },
            iter: Samples);

    [Fact]
    public void A_closed_period_in_closed_time_changes_nothing() => Question().Sample(
        question =>
        {
            var (calendar, a, _, c, length) = question;
            var definition = calendar.Definition;
            var closed = Enumerable.Range(0, 60).Select(day => LocalDate.FromDateTime(a.ToDateTimeUtc()).PlusDays(day).ToDateOnly()).Where(date => !calendar.HasOpening(date));
            var more = BusinessCalendar.Compile(definition with { Closures = [.. definition.Closures, .. closed.Select(date => new Closure(date, date))] });
            more.Elapsed(a, c).ShouldBe(calendar.Elapsed(a, c));
            more.Add(a, length).ShouldBe(calendar.Add(a, length));
            more.AddDays(a, 5, endOfDay: true).ShouldBe(calendar.AddDays(a, 5, endOfDay: true));
        },
        iter: Samples);

    [Fact]
    public void Agrees_with_the_definition_taken_literally() => Question().Sample(
        question =>
        {
            var (calendar, a, b, c, length) = question;
            var literal = new LiteralCalendar(calendar.Definition);
            calendar.Elapsed(a, c).ShouldBe(literal.Elapsed(a, c));
            calendar.ElapsedTicks(a.ToUnixTimeTicks(), c.ToUnixTimeTicks()).ShouldBe((long)literal.Elapsed(Ticked(a), Ticked(c)).TotalTicks);
            calendar.IsOpen(b).ShouldBe(literal.IsOpen(b));
            var added = calendar.Add(a, length);
            literal.Elapsed(a, added).ShouldBe(length);
        },
        iter: Samples);

    [Fact]
    public void Running_and_paused_time_make_up_elapsed_time() => Gen.Select(Question(), Gen.Int[-50_000, 50_000].Array[6]).Sample(
        (question, minutes) =>
        {
            var (calendar, a, _, c, length) = question;
            Pause[] pauses = [PauseOf(a, minutes[0], minutes[1]), PauseOf(a, minutes[2], minutes[3]), PauseOf(a, minutes[4], minutes[5])];
            var merged = pauses.AsSpan(0, PausedClock.Merge(pauses, a));

            (PausedClock.Running(calendar, a, c, merged) + PausedClock.Paused(calendar, a, c, merged)).ShouldBe(calendar.Elapsed(a, c));
            if (PausedClock.DueForDuration(calendar, a, length, merged).At is { } due && length > Duration.Zero)
            {
                PausedClock.Running(calendar, a, due, merged).ShouldBe(length);
                PausedClock.Running(calendar, a, due - Duration.Epsilon, merged).ShouldBeLessThan(length);
            }
        },
        iter: Samples);

    private static Pause PauseOf(Instant around, int first, int second) =>
        new(around + Duration.FromMinutes(Math.Min(first, second)), around + Duration.FromMinutes(Math.Max(first, second)));

    private static Instant Ticked(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());

    /// <summary>A calendar, three instants in order and a length.</summary>
    private static Gen<(BusinessCalendar Calendar, Instant A, Instant B, Instant C, Duration Length)> Question() =>
        from calendar in RandomCalendar.Any
        from start in Gen.Long[0, 40L * 365 * 86_400]
        from nanoseconds in Gen.Int[0, 999_999_999]
        from first in Gen.Long[0, 40L * 86_400]
        from second in Gen.Long[0, 40L * 86_400]
        from length in Gen.Frequency((1, Gen.Const(0L)), (9, Gen.Long[1, 500L * 3600]))
        let a = Instant.FromUnixTimeSeconds(start).PlusNanoseconds(nanoseconds)
        let b = a + Duration.FromSeconds(first)
        select (calendar, a, b, b + Duration.FromSeconds(second), Duration.FromSeconds(length));
}
