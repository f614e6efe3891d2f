using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>Judges one occurrence of a schedule in one reading, section 4 of the business-time rules.</summary>
internal sealed class JudgeOccurrence(Schedule schedule, Occurrence occurrence, ScheduleFacts facts, Reading reading, Instant now)
{
    private readonly ScheduleRule _rule = schedule.Rule;
    private readonly ImmutableArray<Explanation>.Builder _why = ImmutableArray.CreateBuilder<Explanation>();
    private DateOnly _dueDate = occurrence.DueDate;
    private Instant _due = occurrence.Due;

    public ScheduleJudgement Judge()
    {
        MoveDue();
        var proofs = facts.Proofs.Where(proof => proof.Time.Earliest(schedule.Zone) <= now).OrderBy(proof => proof.Time.Earliest(schedule.Zone)).ToList();
        var stops = proofs.Where(proof => proof.Role == ProofRole.Stop).ToList();
        var work = WorkInterval.Of(stops.Where(IsKept), schedule.Zone, Decides);
        var outcome = OutcomeOf(proofs, stops, work);
        var stop = work?.Dated;
        return new()
        {
            Reading = reading,
            Outcome = outcome,
            Due = _due,
            DueExplanation = _why.ToImmutable(),
            Stop = stop,
            NoLaterThan = stop is null ? work?.Latest : null,
            Late = outcome is Outcome.Missed or Outcome.NoTrace ? LateBy(stop) : Duration.Zero,
            Delay = outcome is Outcome.Missed or Outcome.NoTrace ? DelayOf(outcome, stop) : null,
        };
    }

    private bool IsKept(ScheduleProof proof) => !reading.LeavesOut(proof.Source, proof.Confirmed);

    /// <summary>Due = the later of the rule and the prerequisite's stop plus its days; a hand overrides both; a statutory date never moves.</summary>
    private void MoveDue()
    {
        if (facts.FixedDue is { } fixedDue)
        {
            _due = fixedDue;
            _why.Add(Explanation.Of(ExplanationCode.FixedByHand, fixedDue));
            return;
        }

        _why.AddRange(occurrence.Explanation);
        if (AllowedBy is not { } allowed || allowed <= _dueDate)
        {
            return;
        }

        var code = _rule.Statutory ? ExplanationCode.StatutoryDateStays : ExplanationCode.PrerequisiteMovesDue;
        _why.Add(Explanation.Of(code, PrerequisiteCame, _rule.Prerequisite!.Days, allowed));
        if (!_rule.Statutory)
        {
            (_dueDate, _due) = (allowed, DueDate.InstantOf(allowed, _rule.At, schedule.Zone));
        }
    }

    /// <summary>When the prerequisite came. What is only known to have come by some day counts as that day where it moves nothing, and as unknown where it would.</summary>
    private DateOnly? PrerequisiteCame => _rule.Prerequisite is not { } rule ? null
        : facts.Prerequisite?.Stop is { } stop ? stop.DateIn(schedule.Zone)
        : facts.Prerequisite?.NoLaterThan?.InZone(schedule.Zone).Date.ToDateOnly() is { } bound
            && schedule.Days.AddDays(bound, rule.Days, DayCount.Business) <= occurrence.DueDate ? bound
        : null;

    /// <summary>The prerequisite's stop plus its business days.</summary>
    private DateOnly? AllowedBy => PrerequisiteCame is { } came ? schedule.Days.AddDays(came, _rule.Prerequisite!.Days, DayCount.Business) : null;

    private Outcome OutcomeOf(List<ScheduleProof> proofs, List<ScheduleProof> stops, WorkInterval? work)
    {
        if (facts.Waived)
        {
            return Outcome.Waived;
        }

        var cancelled = proofs.FirstOrDefault(proof => proof.Role == ProofRole.Cancel && IsKept(proof));
        if (cancelled is not null && (work is null || cancelled.Time.Earliest(schedule.Zone) < (work.Earliest ?? work.Latest)))
        {
            return Outcome.Cancelled;
        }

        if (work is not null)
        {
            return Compare(work);
        }

        if (stops.Count > 0)
        {
            return OfLeftOut(stops);
        }

        if (now > _due && proofs.Exists(proof => proof.Role == ProofRole.NotDone && IsKept(proof)))
        {
            return Outcome.Missed;
        }

        return now > _due + Duration.FromDays(_rule.GraceDays) ? OfNothing() : OfOpen();
    }

    /// <summary>The reading leaves every stop out. A lateness that only such a word shows leaves the work without a date; anything else leaves no evidence.</summary>
    private Outcome OfLeftOut(List<ScheduleProof> stops) =>
        Compare(WorkInterval.Of(stops, schedule.Zone, Decides)!) == Outcome.Missed ? Outcome.Undated : Outcome.NoEvidence;

    /// <summary>What was due before the commitment was entered here has its proofs elsewhere, until somebody places one or says that there is none.</summary>
    private Outcome OfNothing() =>
        facts is { EnteredAt: { } entered, NothingExpected: false, Proofs.IsEmpty: true } && _due < entered ? Outcome.NotYetProven : Outcome.NoTrace;

    private Outcome OfOpen() => _rule.WarningHours is { } hours && now > _due - Duration.FromHours(hours) ? Outcome.AtRisk : Outcome.Pending;

    private Outcome Compare(WorkInterval work)
    {
        if (IsInTime(work.Latest))
        {
            return Outcome.Met;
        }

        return work.Earliest is not { } earliest ? Outcome.Undated : IsInTime(earliest) ? Outcome.Imprecise : Outcome.Missed;
    }

    private bool Decides(WorkInterval work) => Compare(work) is Outcome.Met or Outcome.Missed;

    private bool IsInTime(Instant at)
    {
        var comparesDates = _rule.At is null && facts.FixedDue is null;
        return comparesDates ? at.InZone(schedule.Zone).Date.ToDateOnly() <= _dueDate : at <= _due;
    }

    private Duration LateBy(EventTime? stop) => Duration.Max(Duration.Zero, (stop?.Earliest(schedule.Zone) ?? now) - _due);

    private Responsibility DelayOf(Outcome outcome, EventTime? stop)
    {
        if (_rule.Prerequisite is { } prerequisite && facts.FixedDue is null && BecauseOf(prerequisite, outcome, stop) is { } other)
        {
            return other;
        }

        return outcome == Outcome.NoTrace
            ? new(Imputation.Undetermined, Explanation.Of(ExplanationCode.NothingShown))
            : new(Responsibilities.ImputationOf(facts.Performer), Explanation.Of(ExplanationCode.NothingStoodInTheWay, LateBy(stop)));
    }

    private Responsibility? BecauseOf(SchedulePrerequisite prerequisite, Outcome outcome, EventTime? stop)
    {
        var others = Responsibilities.ImputationOf(facts.PrerequisitePerformer);
        var neededBy = schedule.Days.AddDays(occurrence.DueDate, -prerequisite.Days, DayCount.Business);
        if (PrerequisiteCame is not { } came)
        {
            return facts.Prerequisite?.Outcome == Outcome.Missed
                ? new(others, Explanation.Of(ExplanationCode.PrerequisiteLate, null, neededBy))
                : outcome == Outcome.NoTrace ? null : new(Imputation.Undetermined, Explanation.Of(ExplanationCode.PrerequisiteUnknown));
        }

        // A date that moved has already been moved by the prerequisite: what is late beyond it is the performer's.
        if (!_rule.Statutory || !(came > neededBy || facts.Prerequisite!.Outcome == Outcome.Missed))
        {
            return null;
        }

        var hadNoAgreedTime = prerequisite.Days == 0;
        if (hadNoAgreedTime || stop?.DateIn(schedule.Zone) <= AllowedBy)
        {
            return new(others, Explanation.Of(ExplanationCode.PrerequisiteLate, came, neededBy));
        }

        return came > neededBy ? new(Imputation.Shared, Explanation.Of(ExplanationCode.PrerequisiteLateAndMore, came, neededBy)) : null;
    }
}
