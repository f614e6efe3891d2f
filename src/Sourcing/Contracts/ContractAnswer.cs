using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Where a contract stands on a day, and why, in sentences with dates. Every date that ends something is its last day.</summary>
public sealed class ContractAnswer(Contract contract, TermState? state, DateOnly today)
{
    /// <summary>The answer of the page: term in force, last day to give notice, last safe posting day, locked in until.</summary>
    public string Answer() => string.Join(' ', contract.Length switch
    {
        ContractLength.OpenEnded => OpenEnded(),
        _ when state is { } term => InTerm(term),
        _ => Unknown(),
    });

    /// <summary>"Si la lettre arrive le ..., le contrat finit le ...": of a contract without a term, with a notice; else null.</summary>
    /// <param name="arrival">The day from which the notice counts.</param>
    public string? IfNoticeCountsFrom(DateOnly arrival)
    {
        if (contract is not { Length: ContractLength.OpenEnded, Notice: ContractNotice.Given })
        {
            return null;
        }

        var sentence = contract.NoticeRunsFrom switch
        {
            NoticeRunsFrom.FirstPresentation => Texts.Contract_AnswerIfPresented,
            NoticeRunsFrom.Sending => Texts.Contract_AnswerIfSent,
            _ => Texts.Contract_AnswerIfArrives,
        };
        return ContractTerms.OpenEndedLastDay(arrival, contract.NoticeMonths, contract.NoticeDays) is { } last ? sentence.With(Moments.Long(arrival), Moments.Long(last)) : null;
    }

    /// <summary>How the dates come about, one step after the other.</summary>
    /// <param name="zone">Zone whose holidays count for the letter.</param>
    public IReadOnlyList<string> Steps(HolidayZone zone)
    {
        if (contract is { Length: ContractLength.OpenEnded, Notice: ContractNotice.Given })
        {
            return [Texts.Contract_StepOpenEnded.With(ContractWords.NoticeLength(contract))];
        }

        if (state is not { LastDay: { } lastDay } term || contract.Terms is not { } terms)
        {
            return [];
        }

        var steps = new List<string>();
        if (FirstTerm() is { } first)
        {
            steps.Add(first);
        }

        steps.AddRange(contract.Renewals.OrderBy(row => row.End).Select(row => Texts.Contract_StepExpress.With(Moments.Long(row.AgreedOn), Moments.Long(row.LastDay))));
        var firstEnd = (terms with { Renewal = Renewal.None, RenewalMonths = null }).On(today).TermEnd;
        if (term.TermEnd != firstEnd && (terms.RenewalMonths ?? terms.Months) is { } months)
        {
            steps.Add(Texts.Contract_StepRenewed.With(DateWords.Months(months), Moments.Long(lastDay)));
        }

        if (term is { NoticeBy: { } notice, LeavesOn: { } leaves })
        {
            AddNotice(steps, term, lastDay, notice, leaves, zone);
        }

        return steps;
    }

    private List<string> OpenEnded()
    {
        var sentences = new List<string> { contract.Start is { } start ? (start > today ? Texts.Contract_AnswerOpenEndedBegins : Texts.Contract_AnswerOpenEnded).With(Moments.Long(start)) : Texts.Contract_AnswerOpenEndedNoStart };
        sentences.Add(IfNoticeCountsFrom(contract.Start > today ? contract.Start.Value : today) ?? contract.Notice switch
        {
            ContractNotice.None => Texts.Contract_AnswerNoNotice,
            ContractNotice.Unknown => Texts.Contract_AnswerNoticeUnknown,
            _ => Texts.Contract_BeyondYears,
        });
        return sentences;
    }

    private List<string> Unknown()
    {
        var sentences = new List<string>();
        if (contract.Start is { } start)
        {
            sentences.Add((start > today ? Texts.Contract_AnswerBegins : Texts.Contract_AnswerSince).With(Moments.Long(start)));
        }

        sentences.Add(contract.Length == ContractLength.Fixed ? Texts.Contract_AnswerStartUnknown : Texts.Contract_AnswerLengthUnknown);
        return sentences;
    }

    private List<string> InTerm(TermState term)
    {
        if (term.LastDay is not { } lastDay)
        {
            return [Texts.Contract_AnswerBeyondYears];
        }

        if (term.Expired)
        {
            return contract.Renewal == Renewal.Express
                ? [Texts.Contract_AnswerExpired.With(Moments.Long(lastDay)), Texts.Contract_AnswerExpress]
                : [Texts.Contract_AnswerExpired.With(Moments.Long(lastDay))];
        }

        var sentences = new List<string>
        {
            contract.Start is { } start && start > today ? Texts.Contract_AnswerBefore.With(Moments.Long(lastDay), Moments.Long(start)) : Texts.Contract_AnswerTerm.With(Moments.Long(lastDay)),
        };
        if (term is { LockedInUntil: not null, LeavesOn: { } locked })
        {
            sentences.Add(Texts.Contract_AnswerLocked.With(Moments.Long(locked)));
        }

        sentences.AddRange(term.NoticeBy is { } notice ? NoticeOf(notice, term.PostBy) : [WithoutNoticeDay()]);
        return sentences;
    }

    private IEnumerable<string> NoticeOf(DateOnly notice, DateOnly? postBy)
    {
        yield return Texts.Contract_AnswerNotice.With(Moments.Long(notice));
        yield return postBy is { } post
            ? (post < today ? Texts.Contract_AnswerPostPassed : Texts.Contract_AnswerPost).With(Moments.Long(post))
            : Texts.Contract_AnswerPostUnknown.With(notice.Year.ToString(CultureInfo.InvariantCulture));
    }

    private string WithoutNoticeDay() => contract.Renewal switch
    {
        Renewal.Express => Texts.Contract_AnswerExpress,
        Renewal.None => Texts.Contract_AnswerNoRenewal,
        _ => contract.Notice switch
        {
            ContractNotice.None => Texts.Contract_AnswerTacitNoNotice,
            ContractNotice.Unknown => Texts.Contract_AnswerTacitUnknown,
            _ => Texts.Contract_AnswerBeyondYears,
        },
    };

    private string? FirstTerm() => contract switch
    {
        { LastDay: { } last, Start: { } start } => Texts.Contract_StepEnd.With(Moments.Long(start), Moments.Long(last)),
        { LastDay: { } last } => Texts.Contract_StepEndOnly.With(Moments.Long(last)),
        { Months: { } months, Start: { } start } when new ContractTerms { Start = start, Months = months }.On(start).LastDay is { } first =>
            Texts.Contract_StepMonths.With(Moments.Long(start), DateWords.Months(months), Moments.Long(first)),
        _ => null,
    };

    private void AddNotice(List<string> steps, TermState term, DateOnly lastDay, DateOnly notice, DateOnly leaves, HolidayZone zone)
    {
        var length = ContractWords.NoticeLength(contract);
        if (term.LockedInUntil is not null)
        {
            steps.Add(Texts.Contract_StepPassed.With(length, Moments.Long(lastDay)));
            steps.Add(Texts.Contract_StepLocked.With(Moments.Long(leaves)));
        }

        steps.Add(Texts.Contract_StepNotice.With(length, Moments.Long(leaves), Moments.Long(notice)));
        if (term.PostBy is not { } post)
        {
            steps.Add(Texts.Contract_AnswerPostUnknown.With(notice.Year.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        var arrival = BusinessDays.For(zone).PreviousBusinessDay(notice);
        if (arrival != notice)
        {
            steps.Add(Texts.Contract_StepArrival.With(Moments.Long(arrival)));
        }

        steps.Add(contract.NoticeRunsFrom == NoticeRunsFrom.Sending
            ? Texts.Contract_StepSending.With(Moments.Long(post))
            : Texts.Contract_StepPosting.With(DateWords.Days(contract.PostingDays, DayCount.Business), Moments.Long(post)));
    }
}
