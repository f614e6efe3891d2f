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
        var stop = proofs.FirstOrDefault(proof => proof.Role == ProofRole.Stop && IsKept(proof));
        var outcome = OutcomeOf(proofs, stop);
        return new()
        {
            Reading = reading,
            Outcome = outcome,
            Due = _due,
            DueExplanation = _why.ToImmutable(),
            Stop = stop?.Time,
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

    private DateOnly? PrerequisiteCame => _rule.Prerequisite is null ? null : facts.Prerequisite?.Stop?.DateIn(schedule.Zone);

    /// <summary>The prerequisite's stop plus its business days.</summary>
    private DateOnly? AllowedBy => PrerequisiteCame is { } came ? schedule.Days.AddDays(came, _rule.Prerequisite!.Days, DayCount.Business) : null;

    private Outcome OutcomeOf(List<ScheduleProof> proofs, ScheduleProof? stop)
    {
        var cancelled = proofs.FirstOrDefault(proof => proof.Role == ProofRole.Cancel && IsKept(proof));
        if (cancelled is not null && (stop is null || cancelled.Time.Earliest(schedule.Zone) < stop.Time.Earliest(schedule.Zone)))
        {
            return Outcome.Cancelled;
        }

        if (stop is not null)
        {
            return Compare(stop.Time);
        }

        if (proofs.Exists(proof => proof.Role == ProofRole.Stop))
        {
            return Outcome.NoEvidence;
        }

        if (now > _due && proofs.Exists(proof => proof.Role == ProofRole.NotDone && IsKept(proof)))
        {
            return Outcome.Missed;
        }

        if (now > _due + Duration.FromDays(_rule.GraceDays))
        {
            return Outcome.NoTrace;
        }

        return _rule.WarningHours is { } hours && now > _due - Duration.FromHours(hours) ? Outcome.AtRisk : Outcome.Pending;
    }

    private Outcome Compare(EventTime stop)
    {
        var comparesDates = _rule.At is null && facts.FixedDue is null;
        if (comparesDates)
        {
            return stop.DateIn(schedule.Zone) <= _dueDate ? Outcome.Met : Outcome.Missed;
        }

        var isMetAtEarliest = stop.Earliest(schedule.Zone) <= _due;
        var isMetAtLatest = stop.Latest(schedule.Zone) <= _due;
        return isMetAtEarliest != isMetAtLatest ? Outcome.Imprecise : isMetAtEarliest ? Outcome.Met : Outcome.Missed;
    }

    private Duration LateBy(ScheduleProof? stop) => Duration.Max(Duration.Zero, (stop?.Time.Earliest(schedule.Zone) ?? now) - _due);

    private Responsibility DelayOf(Outcome outcome, ScheduleProof? stop)
    {
        if (_rule.Prerequisite is { } prerequisite && facts.FixedDue is null && BecauseOf(prerequisite, outcome, stop) is { } other)
        {
            return other;
        }

        return outcome == Outcome.NoTrace
            ? new(Imputation.Undetermined, Explanation.Of(ExplanationCode.NothingShown))
            : new(Responsibilities.ImputationOf(facts.Performer), Explanation.Of(ExplanationCode.NothingStoodInTheWay, LateBy(stop)));
    }

    private Responsibility? BecauseOf(SchedulePrerequisite prerequisite, Outcome outcome, ScheduleProof? stop)
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
        if (hadNoAgreedTime || stop is not null && stop.Time.DateIn(schedule.Zone) <= AllowedBy)
        {
            return new(others, Explanation.Of(ExplanationCode.PrerequisiteLate, came, neededBy));
        }

        return came > neededBy ? new(Imputation.Shared, Explanation.Of(ExplanationCode.PrerequisiteLateAndMore, came, neededBy)) : null;
    }
}
