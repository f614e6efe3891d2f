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
    public void Notice_counts_back_from_the_clamped_end()
    {
        var terms = new ContractTerms { Start = new(2026, 1, 31), Months = 1, Renewal = Renewal.Tacit, RenewalMonths = 12, NoticeMonths = 1 };

        terms.On(new(2026, 1, 15)).NoticeBy.ShouldBe(new(2026, 1, 28));
    }

    [Fact]
    public void Once_the_notice_has_passed_the_contract_is_locked_in()
    {
        Yearly.On(new(2026, 6, 28)).LockedInUntil.ShouldBeNull();

        var late = Yearly.On(new(2026, 6, 29));

        late.TermEnd.ShouldBe(new(2026, 8, 28));
        late.NoticeBy.ShouldBe(new(2027, 6, 28));
        late.LockedInUntil.ShouldBe(new(2027, 8, 28));
    }

    [Fact]
    public void Monthly_renewals_with_three_months_of_notice_take_several_steps()
    {
        var monthly = new ContractTerms { Start = new(2024, 8, 28), Months = 1, Renewal = Renewal.Tacit, NoticeMonths = 3 };

        monthly.On(new(2026, 2, 11)).ShouldBe(new TermState(new(2026, 2, 28), Expired: false, new(2026, 2, 28), new(2026, 2, 24), new(2026, 5, 28)));
    }

    [Fact]
    public void Notice_in_days_counts_days() =>
        (Yearly with { NoticeMonths = null, NoticeDays = 30 }).On(new(2026, 2, 11)).NoticeBy.ShouldBe(new(2026, 7, 29));

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
        var terms = new ContractTerms { Start = new(2025, 5, 29), Months = 12, Renewal = Renewal.Tacit, NoticeDays = 1, PostingDays = 1 };

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
        new TermState(new(2025, 8, 28), Expired: false, new(2025, 6, 28), new(2025, 6, 24), null));

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

    [Fact]
    public void The_term_in_force_holds_the_day_and_its_notice_has_not_passed() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[1, 36], Gen.Int[1, 36], Gen.Int[0, 14], Gen.Int[0, 15_000]).Sample((start, months, renewal, notice, on) =>
        {
            var first = new DateOnly(1990, 1, 1).AddDays(start);
            var day = first.AddDays(on);
            var terms = new ContractTerms { Start = first, Months = months, Renewal = Renewal.Tacit, RenewalMonths = renewal, NoticeMonths = notice };

            var state = terms.On(day);

            state.TermEnd.ShouldBeGreaterThan(day);
            state.NoticeBy!.Value.ShouldBeGreaterThanOrEqualTo(day);
            state.PostBy!.Value.ShouldBeLessThanOrEqualTo(state.NoticeBy.Value);
            (state.LockedInUntil ?? state.TermEnd).AddMonths(-notice).ShouldBe(state.NoticeBy.Value);
            if (state.LockedInUntil is not null)
            {
                state.TermEnd.AddMonths(-notice).ShouldBeLessThan(day);
            }
        });

    private static string? Refusal(ContractTerms terms) => Should.Throw<Refused>(() => terms.On(new(2026, 1, 1))).Field;
}
