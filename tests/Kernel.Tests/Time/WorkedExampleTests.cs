using NodaTime;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Time.Calendars;

namespace Pupitre.Kernel.Tests.Time;

/// <summary>Section 8 of the rules of business time, and the examples told elsewhere in them.</summary>
public class WorkedExampleTests
{
    [Fact]
    public void A_holiday_and_a_weekend_between_two_hours_count_nothing() =>
        W.Elapsed(At("2026-05-07T17:00"), At("2026-05-11T10:00")).ShouldBe(Hours(2));

    [Fact]
    public void Eight_hours_from_a_Wednesday_pass_over_Ascension() =>
        Local(W.Add(At("2026-05-13T15:00"), Hours(8))).ShouldBe("2026-05-15T15:30:00");

    [Fact]
    public void Clocks_that_change_on_a_closed_Sunday_change_nothing() =>
        W.Elapsed(At("2026-03-28T12:00"), At("2026-03-30T10:00")).ShouldBe(Hours(1));

    [Fact]
    public void A_day_has_23_hours_in_March() => AlwaysOpen.Elapsed(At("2026-03-28T12:00"), At("2026-03-29T12:00")).ShouldBe(Hours(23));

    [Fact]
    public void A_day_has_25_hours_in_October() => AlwaysOpen.Elapsed(At("2026-10-24T12:00"), At("2026-10-25T12:00")).ShouldBe(Hours(25));

    [Fact]
    public void Two_pauses_move_four_hours_to_the_next_afternoon()
    {
        Pause[] pauses = [new(At("2026-06-01T11:00"), At("2026-06-02T09:30")), new(At("2026-06-02T10:00"), At("2026-06-02T10:15"))];

        var due = PausedClock.DueForDuration(W, At("2026-06-01T10:00"), Hours(4), pauses);

        Local(due.At!.Value).ShouldBe("2026-06-02T14:15:00");
        due.Paused.ShouldBe(Hours(1.5 + 4 + 0.5 + 0.25));
    }

    [Fact]
    public void Two_business_days_pass_over_the_eighth_of_May() =>
        Local(W.AddDays(At("2026-05-06T15:00"), 2)).ShouldBe("2026-05-11T15:00:00");

    [Fact]
    public void The_letter_leaves_on_Tuesday_for_a_notice_day_on_a_Sunday()
    {
        var terms = new ContractTerms { Start = new(2024, 8, 28), Months = 12, Renewal = Renewal.Tacit, RenewalMonths = 12, NoticeMonths = 2 };

        terms.On(new(2026, 2, 11)).ShouldBe(new TermState(new(2026, 8, 28), Expired: false, new(2026, 6, 27), new(2026, 6, 23), LockedInUntil: null));
    }
}
