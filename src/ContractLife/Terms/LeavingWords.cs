using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>"If we want to leave on that day" and "if we write on that day", answered in sentences for one contract.</summary>
internal sealed class LeavingWords(Contract contract, DateOnly today, HolidayZone zone)
{
    private readonly ContractTerms? _terms = DecisionTerm.EngineTerms(contract);
    private readonly OpenEndedTerms? _openEnded = contract.IsOpenEnded && contract.Notice != ContractNotice.Unknown
        ? new OpenEndedTerms(contract.Start, contract.NoticeMonths, contract.NoticeDays, contract.NoticeRunsFrom, contract.PostingDays)
        : null;

    /// <summary>Whether enough is known of the contract to answer.</summary>
    public bool CanTell => !ReadContracts.IsIncomplete(contract) && (_terms is not null || _openEnded is not null);

    /// <summary>What leaving on a day takes, or why it cannot be, and when it can.</summary>
    public IReadOnlyList<string> Leave(DateOnly wanted)
    {
        var answer = _openEnded?.LeaveOn(wanted, today, zone) ?? LeaveContract.On(_terms!, wanted, today, zone);
        var said = new List<string> { Verdict(answer, wanted) };
        if (answer is { Verdict: LeavingVerdict.ByNotice, Wanted: { } departure })
        {
            said.AddRange(Taking(departure));
            return said;
        }

        if (answer.Before is { } before)
        {
            said.Add(Texts.Leave_Before.With(Moments.Long(before.LastDay)) + " " + string.Join(' ', Taking(before)));
        }

        if (answer.Next is { } next)
        {
            said.Add(next.NoticeBy is null ? Texts.Leave_NextByItself.With(Moments.Long(next.LastDay))
                : Texts.Leave_Next.With(Moments.Long(next.LastDay)) + " " + string.Join(' ', Taking(next)));
        }

        return said;
    }

    /// <summary>When the contract ends once a letter has left on a day.</summary>
    public IReadOnlyList<string> Write(DateOnly postedOn)
    {
        var answer = _openEnded?.Write(postedOn, zone) ?? LeaveContract.Writing(_terms!, postedOn, zone);
        if (_terms is { Renewal: not Renewal.Tacit } && answer.Leaves is { } end)
        {
            return [(end.LastDay < postedOn ? Texts.Leave_Over : Texts.Leave_WriteByItself).With(Moments.Long(end.LastDay))];
        }

        if (answer.Arrival is not { } arrival)
        {
            return [Texts.Leave_NoHolidays.With(postedOn.Year)];
        }

        var counts = (contract.NoticeRunsFrom == NoticeRunsFrom.Sending ? Texts.Leave_WriteCountsSent : Texts.Leave_WriteCounts)
            .With(Moments.Long(postedOn), Moments.Long(arrival));
        return answer.Leaves is { } leaves ? [counts, Texts.Leave_WriteEnds.With(Moments.Long(leaves.LastDay))]
            : [counts, Texts.Contract_AnswerBeyondYears];
    }

    private string Verdict(LeavingAnswer answer, DateOnly wanted) => answer.Verdict switch
    {
        LeavingVerdict.ByNotice => Texts.Leave_Possible.With(Moments.Long(wanted)),
        LeavingVerdict.ByItself => Texts.Leave_ByItself.With(Moments.Long(wanted)),
        LeavingVerdict.NoticePassed when answer.Wanted is { NoticeBy: { } notice } =>
            Texts.Leave_NoticePassed.With(Moments.Long(wanted), Moments.Long(notice)),
        LeavingVerdict.NoticePassed => Texts.Leave_TooSoon.With(Moments.Long(wanted)),
        LeavingVerdict.Over => Texts.Leave_Over.With(Moments.Long(answer.Wanted!.Value.LastDay)),
        LeavingVerdict.BeforeStart => Texts.Leave_BeforeStart.With(Moments.Long(wanted)),
        LeavingVerdict.Passed => Texts.Leave_Passed.With(Moments.Long(wanted)),
        _ => (_openEnded is null ? Texts.Leave_NotThatDay : Texts.Leave_NotThatDayOpen).With(Moments.Long(wanted)),
    };

    private IEnumerable<string> Taking(Departure departure)
    {
        if (departure.NoticeBy is not { } notice)
        {
            yield break;
        }

        yield return departure.PostBy is { } post
            ? (post < today ? Texts.Leave_HandBy.With(Moments.Long(notice), Moments.Long(post))
                : Texts.Leave_PostBy.With(Moments.Long(post), Moments.Long(notice)))
            : Texts.Leave_NoticeBy.With(Moments.Long(notice));
    }
}
