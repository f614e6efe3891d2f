using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>Reads the outcome off a finished sweep, in the order that section 3 states.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ClockOutcome(Clock clock, DueStart due, long asOf, bool comparesDates)
{
    public ClockVerdict Of(ref ClockSweep sweep)
    {
        var openPause = sweep.Stop is null && sweep.CancelledAt is null ? sweep.OpenPauseSince : null;
        if (openPause is null)
        {
            sweep.PassLast();
        }

        var outcome = OutcomeOf(sweep, openPause);
        return new()
        {
            Outcome = outcome,
            StartTicks = sweep.Start,
            StopTicks = sweep.Stop,
            CancelledTicks = sweep.CancelledAt,
            RunningTicks = sweep.Running,
            PausedTicks = sweep.Paused,
            ProviderPausedTicks = sweep.ProviderPaused,
            FirstPassFailed = sweep.Reopened,
            LateTicks = outcome == Outcome.Missed ? Late(sweep) : 0,
            AllowedTicks = Allowed(sweep, openPause),
        };
    }

    private Outcome OutcomeOf(in ClockSweep sweep, long? openPause)
    {
        if (due.IsMissing)
        {
            return Outcome.NotApplicable;
        }

        if (sweep.CancelledAt is not null)
        {
            return Outcome.Cancelled;
        }

        if (sweep.Stop is { } stop)
        {
            return IsKept(sweep, stop) ? Outcome.Met : Outcome.Missed;
        }

        if (sweep.StopLeftOut)
        {
            return Outcome.NoEvidence;
        }

        var isDueUnknown = sweep.Due.IsUnknownWhilePausedSince(openPause);
        if (!isDueUnknown && !IsKept(sweep, asOf))
        {
            return Outcome.Missed;
        }

        return openPause is not null ? Outcome.Paused : IsAtRisk(sweep) ? Outcome.AtRisk : Outcome.Pending;
    }

    /// <summary>Whether a stop at <paramref name="at"/> is in time; for an open case, whether its due instant has not passed at as-of.</summary>
    private bool IsKept(in ClockSweep sweep, long at)
    {
        if (sweep.Due.At is { } dueAt)
        {
            var open = new OpenTime(clock.Calendar);
            return at <= dueAt || (comparesDates && open.DateOf(at) <= open.DateOf(dueAt));
        }

        return sweep.Running <= TargetTicks || at <= due.NotBefore;
    }

    private bool IsAtRisk(in ClockSweep sweep)
    {
        if (clock.Rule.Warning is not { } warning)
        {
            return false;
        }

        var remaining = sweep.Due.At is { } dueAt ? new OpenTime(clock.Calendar).Elapsed(asOf, dueAt) : TargetTicks - sweep.Running;
        return remaining < warning.BclCompatibleTicks;
    }

    private long Late(in ClockSweep sweep)
    {
        var open = new OpenTime(clock.Calendar);
        var until = sweep.Stop ?? asOf;
        if (sweep.Due.At is { } dueAt)
        {
            return open.Elapsed(dueAt, until);
        }

        var late = sweep.Running - TargetTicks;
        return due.NotBefore is { } notBefore ? Math.Min(late, open.Elapsed(notBefore, until)) : late;
    }

    private long? Allowed(in ClockSweep sweep, long? openPause)
    {
        if (due.IsMissing || due.NotBefore is not null || sweep.Due.IsUnknownWhilePausedSince(openPause))
        {
            return null;
        }

        if (sweep.Due.At is not { } dueAt)
        {
            return TargetTicks;
        }

        var at = sweep.Stop ?? sweep.CancelledAt ?? openPause ?? asOf;
        var open = new OpenTime(clock.Calendar);
        return dueAt < at ? sweep.Running - open.Elapsed(dueAt, at)
            : OpenTime.InstantOf(dueAt) < clock.Calendar.Latest ? sweep.Running + open.Elapsed(at, dueAt) : null;
    }

    private long TargetTicks => ((DurationTarget)clock.Rule.Target).Length.BclCompatibleTicks;
}
