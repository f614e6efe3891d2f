using CsCheck;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public class LeaveContractTests
{
    private const HolidayZone Zone = HolidayZone.Metropole;

    private static readonly ContractTerms Yearly = new()
    {
        Start = new(2024, 8, 28),
        Months = 12,
        Renewal = Renewal.Tacit,
        NoticeMonths = 2
    };

    private static readonly DateOnly Today = new(2026, 2, 11);

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber]
        .Select(DateOnly.FromDayNumber);

    private static readonly Gen<ContractTerms> AnyTerms = Gen.Select(AnyDay, Gen.Int[1, 36], Gen.Int[1, 24], Gen.Int[0, 9], Gen.Int[0, 5],
        Gen.Enum<NoticeRunsFrom>())
        .Select((start, months, renewal, notice, posting, from) => new ContractTerms
        {
            Start = start,
            Months = months,
            Renewal = Renewal.Tacit,
            RenewalMonths = renewal,
            NoticeMonths = notice,
            PostingDays = posting,
            NoticeRunsFrom = from,
        });

    [Fact]
    public void It_can_end_with_the_term_in_force_and_says_by_when_to_post()
    {
        var answer = LeaveContract.On(Yearly, new(2026, 8, 27), Today, Zone);

        answer.Verdict.ShouldBe(LeavingVerdict.ByNotice);
        answer.Wanted.ShouldBe(new Departure(new(2026, 8, 27), new(2026, 6, 27), new(2026, 6, 23)));
        answer.Next.ShouldBeNull();
    }

    [Fact]
    public void Inside_a_term_it_names_the_ends_before_and_after()
    {
        var answer = LeaveContract.On(Yearly, new(2027, 6, 30), Today, Zone);

        answer.Verdict.ShouldBe(LeavingVerdict.NotThatDay);
        answer.Before!.Value.LastDay.ShouldBe(new(2026, 8, 27));
        answer.Next!.Value.LastDay.ShouldBe(new(2027, 8, 27));
    }

    [Fact]
    public void Once_the_notice_has_passed_the_next_end_is_a_term_later()
    {
        var answer = LeaveContract.On(Yearly, new(2026, 8, 27), new(2026, 6, 28), Zone);

        answer.Verdict.ShouldBe(LeavingVerdict.NoticePassed);
        answer.Wanted!.Value.NoticeBy.ShouldBe(new(2026, 6, 27));
        answer.Before.ShouldBeNull();
        answer.Next!.Value.LastDay.ShouldBe(new(2027, 8, 27));
    }

    [Theory]
    [InlineData("2024-08-27", LeavingVerdict.BeforeStart)]
    [InlineData("2026-02-10", LeavingVerdict.Passed)]
    public void A_day_that_cannot_be_any_more_is_named_as_such(string wanted, LeavingVerdict verdict) =>
        LeaveContract.On(Yearly, DateOnly.Parse(wanted), Today, Zone).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("2027-03-31", LeavingVerdict.ByItself)]
    [InlineData("2027-04-01", LeavingVerdict.Over)]
    [InlineData("2027-03-30", LeavingVerdict.NotThatDay)]
    public void Without_tacit_renewal_it_ends_by_itself(string wanted, LeavingVerdict verdict) =>
        LeaveContract.On(new() { Start = new(2026, 4, 1), Months = 12, Renewal = Renewal.Express, NoticeMonths = 3 },
            DateOnly.Parse(wanted), new(2026, 5, 1), Zone).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_letter_that_leaves_on_the_last_safe_day_ends_the_term_and_a_day_later_the_next_one()
    {
        LeaveContract.Writing(Yearly, new(2026, 6, 23), Zone)
            .ShouldBe(new WritingAnswer(new(2026, 6, 26), new Departure(new(2026, 8, 27), new(2026, 6, 27), new(2026, 6, 23))));
        LeaveContract.Writing(Yearly, new(2026, 6, 24), Zone).Leaves!.Value.LastDay.ShouldBe(new(2027, 8, 27));
    }

    [Fact]
    public void A_term_beyond_the_calendar_gives_no_answer_instead_of_a_wrong_one()
    {
        var answer = LeaveContract.On(new() { Start = new(9998, 1, 1), Months = 12, Renewal = Renewal.Tacit, NoticeMonths = 1 },
            new(9999, 12, 31), new(9998, 12, 20), Zone);

        answer.Verdict.ShouldBe(LeavingVerdict.NotThatDay);
        answer.Next.ShouldBeNull();
        LeaveContract.Writing(Yearly, new(9999, 12, 31), Zone).ShouldBe(new WritingAnswer(null, null));
    }

    [Theory]
    [InlineData("2026-08-31", LeavingVerdict.NotThatDay, "2026-08-28", "2026-09-01")]
    [InlineData("2026-08-28", LeavingVerdict.ByNotice, null, null)]
    [InlineData("2026-07-31", LeavingVerdict.NoticePassed, null, "2026-08-16")]
    public void Without_a_term_it_ends_on_days_that_a_notice_can_run_out_on(string wanted, LeavingVerdict verdict, string? before,
        string? next)
    {
        var answer = new OpenEndedTerms(new(2020, 1, 1), 6, null, NoticeRunsFrom.Reception, 3).LeaveOn(DateOnly.Parse(wanted), Today, Zone);

        answer.Verdict.ShouldBe(verdict);
        answer.Before?.LastDay.ShouldBe(before is null ? default : DateOnly.Parse(before));
        answer.Next?.LastDay.ShouldBe(next is null ? default : DateOnly.Parse(next));
        (answer.Before is null).ShouldBe(before is null);
        (answer.Next is null).ShouldBe(next is null);
    }

    [Fact]
    public void A_letter_is_in_time_exactly_when_it_leaves_by_the_last_safe_posting_day() =>
        Gen.Select(AnyDay, AnyDay, Gen.Int[0, 10], Gen.Enum<NoticeRunsFrom>()).Sample((posted, noticeBy, days, from) =>
            PostingDays.Arrival(posted, from, days, Zone) <= noticeBy == posted <= PostingDays.LastDay(noticeBy, from, days, Zone));

    [Fact]
    public void Whatever_can_end_on_a_day_ends_on_that_day_when_the_letter_leaves_on_its_last_safe_day() =>
        Gen.Select(AnyTerms, AnyDay, AnyDay).Sample((terms, wanted, today) =>
        {
            var answer = LeaveContract.On(terms, wanted, today, Zone);
            foreach (var departure in new[] { answer.Verdict == LeavingVerdict.ByNotice ? answer.Wanted : null, answer.Before,
                answer.Next }.OfType<Departure>())
            {
                (departure.NoticeBy >= today).ShouldBeTrue();
                if (departure.PostBy is { } post)
                {
                    LeaveContract.Writing(terms, post, Zone).Leaves!.Value.LastDay.ShouldBe(departure.LastDay);
                }
            }

            (answer.Before?.LastDay < wanted || answer.Before is null).ShouldBeTrue();
            (answer.Next?.LastDay > wanted || answer.Next is null).ShouldBeTrue();
        });

    [Fact]
    public void The_end_that_is_named_next_is_the_one_of_the_state_on_that_day() =>
        Gen.Select(AnyTerms, AnyDay).Sample((terms, today) =>
        {
            var state = terms.On(today);
            var leaves = state.LeavesOn!.Value;
            var answer = LeaveContract.On(terms, leaves, today, Zone);
            return leaves < today || leaves < terms.Start
                || (answer.Verdict == LeavingVerdict.ByNotice && answer.Wanted == new Departure(leaves, state.NoticeBy, state.PostBy));
        });

    [Fact]
    public void An_open_ended_contract_never_ends_later_than_asked_nor_could_it_end_nearer() =>
        Gen.Select(AnyDay, AnyDay, Gen.Int[0, 24], Gen.Bool, Gen.Int[0, 10]).Sample((wanted, today, length, inMonths, posting) =>
        {
            var terms = new OpenEndedTerms(null, inMonths ? length : null, inMonths ? null : length, NoticeRunsFrom.Reception, posting);
            var answer = terms.LeaveOn(wanted, today, Zone);
            return answer.Verdict switch
            {
                LeavingVerdict.ByNotice => answer.Wanted!.Value.LastDay == wanted,
                LeavingVerdict.NotThatDay => answer.Before!.Value.LastDay < wanted && answer.Next!.Value.LastDay > wanted,
                LeavingVerdict.NoticePassed => answer.Next is null || answer.Next.Value.NoticeBy >= today,
                _ => wanted < today,
            };
        });
}
