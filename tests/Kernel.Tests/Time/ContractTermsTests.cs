using CsCheck;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public class ContractTermsTests
{
    private static readonly ContractTerms Yearly = new() { Start = new(2024, 8, 28), Months = 12, Renewal = Renewal.Tacit, NoticeMonths = 2 };

    [Theory]
    [InlineData(1, "2026-02-28")]
    [InlineData(2, "2026-03-31")]
    [InlineData(13, "2027-02-28")]
    [InlineData(25, "2028-02-29")]
    public void A_term_from_the_31st_never_drifts(int months, string end) =>
        new ContractTerms { Start = new(2026, 1, 31), Months = months }.On(new(2026, 2, 1)).TermEnd.ShouldBe(DateOnly.Parse(end));

    [Fact]
    public void Renewals_count_from_the_original_day()
    {
        var monthly = new ContractTerms { Start = new(2026, 1, 31), Months = 1, Renewal = Renewal.Tacit };

        monthly.On(new(2026, 2, 27)).TermEnd.ShouldBe(new(2026, 2, 28));
        monthly.On(new(2026, 2, 28)).TermEnd.ShouldBe(new(2026, 3, 31));
        monthly.On(new(2026, 3, 31)).TermEnd.ShouldBe(new(2026, 4, 30));
    }

    [Fact]
    public void Notice_counts_back_from_the_last_day_of_the_clamped_term()
    {
        var terms = new ContractTerms { Start = new(2026, 1, 31), Months = 1, Renewal = Renewal.Tacit, RenewalMonths = 12, NoticeMonths = 1 };

        terms.On(new(2026, 1, 15)).NoticeBy.ShouldBe(new(2026, 1, 27));
    }

    [Fact]
    public void Once_the_notice_has_passed_the_contract_is_locked_in()
    {
        Yearly.On(new(2026, 6, 27)).LockedInUntil.ShouldBeNull();

        var late = Yearly.On(new(2026, 6, 28));

        late.TermEnd.ShouldBe(new(2026, 8, 28));
        late.LastDay.ShouldBe(new(2026, 8, 27));
        late.NoticeBy.ShouldBe(new(2027, 6, 27));
        late.LockedInUntil.ShouldBe(new(2027, 8, 28));
        late.LeavesOn.ShouldBe(new(2027, 8, 27));
    }

    [Fact]
    public void Monthly_renewals_with_three_months_of_notice_take_several_steps()
    {
        var monthly = new ContractTerms { Start = new(2024, 8, 28), Months = 1, Renewal = Renewal.Tacit, NoticeMonths = 3 };

        monthly.On(new(2026, 2, 11)).ShouldBe(new TermState(new(2026, 2, 28), Expired: false, new(2026, 2, 27), new(2026, 2, 24), new(2026, 5, 28)));
    }

    [Fact]
    public void Notice_in_days_counts_days() =>
        (Yearly with { NoticeMonths = null, NoticeDays = 30 }).On(new(2026, 2, 11)).NoticeBy.ShouldBe(new(2026, 7, 28));

    [Fact]
    public void What_counts_from_sending_leaves_on_the_last_business_day_itself()
    {
        (Yearly with { NoticeRunsFrom = NoticeRunsFrom.Sending }).On(new(2026, 2, 11)).PostBy.ShouldBe(new(2026, 6, 26));
        (Yearly with { NoticeRunsFrom = NoticeRunsFrom.FirstPresentation }).On(new(2026, 2, 11)).PostBy.ShouldBe(new(2026, 6, 23));
        (Yearly with { PostingDays = 0 }).On(new(2026, 2, 11)).PostBy.ShouldBe(new(2026, 6, 26));
    }

    [Fact]
    public void The_zones_holidays_count_for_the_letter()
    {
        var terms = new ContractTerms { Start = new(2025, 5, 30), Months = 12, Renewal = Renewal.Tacit, NoticeDays = 1, PostingDays = 1 };

        terms.On(new(2026, 1, 1)).PostBy.ShouldBe(new(2026, 5, 27));
        terms.On(new(2026, 1, 1), HolidayZone.Guadeloupe).PostBy.ShouldBe(new(2026, 5, 26));
    }

    [Fact]
    public void Only_a_tacit_renewal_has_a_notice_day()
    {
        (Yearly with { Renewal = Renewal.None }).On(new(2025, 1, 1)).ShouldBe(new TermState(new(2025, 8, 28), Expired: false, null, null, null));
        (Yearly with { Renewal = Renewal.Express }).On(new(2025, 8, 28)).ShouldBe(new TermState(new(2025, 8, 28), Expired: true, null, null, null));
        (Yearly with { NoticeMonths = null }).On(new(2026, 1, 1)).ShouldBe(new TermState(new(2026, 8, 28), Expired: false, null, null, null));
    }

    [Fact]
    public void Before_the_start_the_initial_term_is_told() => Yearly.On(new(2020, 1, 1)).ShouldBe(
        new TermState(new(2025, 8, 28), Expired: false, new(2025, 6, 27), new(2025, 6, 24), null));

    [Fact]
    public void An_explicit_end_anchors_the_renewals()
    {
        var terms = new ContractTerms { Start = new(2024, 3, 10), End = new(2024, 12, 31), Renewal = Renewal.Tacit, RenewalMonths = 2 };

        terms.On(new(2024, 12, 31)).TermEnd.ShouldBe(new(2025, 2, 28));
        terms.On(new(2025, 2, 28)).TermEnd.ShouldBe(new(2025, 4, 30));
        terms.On(new(2025, 7, 1)).TermEnd.ShouldBe(new(2025, 8, 31));
    }

    [Fact]
    public void Contradictions_are_refused_by_the_input()
    {
        Refusal(Yearly with { End = new(2026, 1, 1) }).ShouldBe("Months");
        Refusal(Yearly with { Months = null }).ShouldBe("Months");
        Refusal(Yearly with { Months = 0 }).ShouldBe("Months");
        Refusal(Yearly with { Months = null, End = new(2024, 8, 28) }).ShouldBe("End");
        Refusal(Yearly with { Months = null, End = new(2025, 8, 28) }).ShouldBe("RenewalMonths");
        Refusal(Yearly with { RenewalMonths = 0 }).ShouldBe("RenewalMonths");
        Refusal(Yearly with { NoticeDays = 30 }).ShouldBe("NoticeDays");
        Refusal(Yearly with { NoticeMonths = -1 }).ShouldBe("NoticeMonths");
        Refusal(Yearly with { PostingDays = -1 }).ShouldBe("PostingDays");
    }

    [Theory]
    [InlineData("2027-04-01", 6, "2026-09-30")] // lastDay 31 March, clamped
    [InlineData("2027-01-01", 3, "2026-09-30")] // lastDay 31 December, clamped
    [InlineData("2026-08-28", 2, "2026-06-27")]
    [InlineData("2026-03-01", 3, "2025-11-28")] // lastDay 28 February: the safe day and not 30 November
    [InlineData("2028-03-01", 3, "2027-11-29")] // lastDay 29 February
    [InlineData("2023-04-01", 6, "2022-09-30")] // the lease of the decision
    [InlineData("2026-05-01", 1, "2026-03-30")]
    public void The_last_day_of_notice_is_the_last_day_less_the_notice(string end, int notice, string noticeBy)
    {
        var terms = new ContractTerms { Start = new(2020, 1, 1), End = DateOnly.Parse(end), Renewal = Renewal.Tacit, RenewalMonths = 12, NoticeMonths = notice };

        terms.On(DateOnly.Parse(noticeBy)).NoticeBy.ShouldBe(DateOnly.Parse(noticeBy));
        terms.On(DateOnly.Parse(noticeBy)).LockedInUntil.ShouldBeNull();
        terms.On(DateOnly.Parse(noticeBy).AddDays(1)).LockedInUntil.ShouldBe(DateOnly.Parse(end).AddMonths(12));
    }

    [Theory]
    [InlineData("2126-01-01", 12)]
    [InlineData("2025-01-01", 1200)]
    [InlineData("1900-01-01", 600)]
    public void Dates_beyond_the_known_holidays_come_without_a_posting_day(string start, int months)
    {
        var state = new ContractTerms { Start = DateOnly.Parse(start), Months = months, Renewal = Renewal.Tacit, NoticeMonths = 3 }.On(DateOnly.Parse(start));

        state.NoticeBy.ShouldBe(DateOnly.Parse(start).AddMonths(months).AddDays(-1).AddMonths(-3));
        state.PostBy.ShouldBeNull();
    }

    [Fact]
    public void Dates_beyond_the_year_9999_are_left_out()
    {
        var terms = new ContractTerms { Start = new(9999, 12, 31), Months = 12, Renewal = Renewal.Tacit, NoticeMonths = 3 };

        terms.On(new(2026, 1, 1)).ShouldBe(new TermState(null, Expired: false, null, null, null));
        (terms with { Renewal = Renewal.None }).On(new(9999, 12, 31)).ShouldBe(new TermState(null, Expired: false, null, null, null));
        (Yearly with { NoticeMonths = 1200 }).On(new(9990, 1, 1)).LeavesOn.ShouldBeNull();
    }

    [Fact]
    public void No_valid_terms_and_no_day_ever_fail() =>
        Gen.Select(Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int[1, 1200], Gen.Int[0, 1200], Gen.Int[0, DateOnly.MaxValue.DayNumber]).Sample((start, months, notice, on) =>
        {
            var first = DateOnly.FromDayNumber(start);
            var terms = new ContractTerms { Start = first, Months = months, Renewal = Renewal.Tacit, NoticeMonths = notice };

            var state = terms.On(DateOnly.FromDayNumber(on));

            (state.PostBy is null || state.PostBy <= state.NoticeBy).ShouldBeTrue();
            (state.LastDay is null || state.LastDay >= DateOnly.FromDayNumber(on)).ShouldBeTrue();
        }, iter: 2_000);

    [Fact]
    public void Without_a_term_the_contract_ends_its_notice_after_the_letter()
    {
        ContractTerms.OpenEndedLastDay(new(2026, 11, 28), 3, null).ShouldBe(new(2027, 2, 28));
        ContractTerms.OpenEndedLastDay(new(2026, 11, 30), 3, null).ShouldBe(new(2027, 2, 28));
        ContractTerms.OpenEndedLastDay(new(2026, 11, 28), null, 45).ShouldBe(new(2027, 1, 12));
        ContractTerms.OpenEndedLastDay(new(2026, 11, 28), null, null).ShouldBe(new(2026, 11, 28));
        ContractTerms.OpenEndedLastDay(new(9999, 12, 1), 3, null).ShouldBeNull();
    }

    [Fact]
    public void A_notice_on_its_last_day_ends_the_term_and_one_a_day_later_does_not() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[1, 36], Gen.Int[1, 36], Gen.Int[0, 14], Gen.Int[0, 15_000]).Sample((start, months, renewal, notice, on) =>
        {
            var first = new DateOnly(1990, 1, 1).AddDays(start);
            var day = first.AddDays(on);
            var terms = new ContractTerms { Start = first, Months = months, Renewal = Renewal.Tacit, RenewalMonths = renewal, NoticeMonths = notice };

            var state = terms.On(day);
            var (noticeBy, leaves) = (state.NoticeBy!.Value, state.LeavesOn!.Value);

            state.LastDay!.Value.ShouldBeGreaterThanOrEqualTo(day);
            state.LastDay!.Value.AddDays(1).ShouldBe(state.TermEnd!.Value);
            noticeBy.ShouldBeGreaterThanOrEqualTo(day);
            state.PostBy!.Value.ShouldBeLessThanOrEqualTo(noticeBy);
            ContractTerms.OpenEndedLastDay(noticeBy, notice, null)!.Value.ShouldBeLessThanOrEqualTo(leaves);
            // Only at the end of a month may a letter that is a day late still run to the same day: the safe day is given all the same.
            if (leaves.AddDays(1).Month == leaves.Month)
            {
                ContractTerms.OpenEndedLastDay(noticeBy.AddDays(1), notice, null)!.Value.ShouldBeGreaterThan(leaves);
            }

            if (state.LockedInUntil is not null)
            {
                state.LastDay!.Value.AddMonths(-notice).ShouldBeLessThan(day);
            }
        });

    [Fact]
    public void A_notice_in_days_ends_on_the_last_day_itself() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[1, 36], Gen.Int[0, 400]).Sample((start, months, notice) =>
        {
            var first = new DateOnly(1990, 1, 1).AddDays(start);
            var state = new ContractTerms { Start = first, Months = months, Renewal = Renewal.Tacit, NoticeDays = notice }.On(first);

            ContractTerms.OpenEndedLastDay(state.NoticeBy!.Value, null, notice).ShouldBe(state.LeavesOn);
        });

    private static string? Refusal(ContractTerms terms) => Should.Throw<Refused>(() => terms.On(new(2026, 1, 1))).Field;
}
