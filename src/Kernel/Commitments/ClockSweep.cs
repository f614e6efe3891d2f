using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Commitments;

/// <summary>
/// One pass over the events of one case in one reading. Between two events the clock does one thing (runs, is paused, is stopped), so
/// the pass only adds up the open time of stretches and never keeps a list of pauses.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct ClockSweep
{
    private readonly ClockRule _rule;
    private readonly OpenTime _open;
    private readonly Reading _reading;
    private readonly List<Stretch>? _story;
    private ClockState _pause;
    private long _since;
    private long? _heldSince;
    private long _heldUntil;

    /// <param name="rule">The rule.</param>
    /// <param name="open">The calendar.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="due">Where the due instant begins, moved by pauses as they pass.</param>
    /// <param name="story">Receives the stretches, or null when nobody reads them.</param>
    public ClockSweep(ClockRule rule, OpenTime open, Reading reading, DueTracker due, List<Stretch>? story = null)
    {
        (_rule, _open, _reading, Due, _story) = (rule, open, reading, due, story);
        _pause = ClockState.Idle;
    }

    public DueTracker Due;

    public ClockState State { get; private set; }

    public long? Start { get; private set; }

    /// <summary>The last stop; undone when the clock was reopened.</summary>
    public long? Stop { get; private set; }

    public long? CancelledAt { get; private set; }

    public bool Reopened { get; private set; }

    /// <summary>Since the clock last began to run, there was a stop that the reading leaves out.</summary>
    public bool StopLeftOut { get; private set; }

    public long Running { get; private set; }

    public long Paused { get; private set; }

    public long ProviderPaused { get; private set; }

    /// <summary>The pause that is open where the sweep ended began here.</summary>
    public readonly long? OpenPauseSince => State.IsPaused() ? _heldSince : null;

    /// <summary>Replays <paramref name="events"/>, in order, up to <paramref name="asOf"/>.</summary>
    public void Run(ReadOnlySpan<ClockEvent> events, long asOf)
    {
        foreach (ref readonly var item in events)
        {
            if (item.Ticks > asOf)
            {
                break;
            }

            UpdatePause(item);
            var next = After(item);
            if (next != State)
            {
                Enter(next, item.Ticks);
            }

            if (State == ClockState.Over)
            {
                return;
            }
        }

        Close(State == ClockState.Stopped ? _since : asOf);
    }

    private void UpdatePause(in ClockEvent item)
    {
        if (_rule.Pause is not { } pause)
        {
            return;
        }

        var opens = item.Roles.Has(EventRoles.Pause) && !_reading.LeavesOut(item.Source, item.Confirmed);
        if (pause.To is null || item.Roles.Has(EventRoles.PauseEnd))
        {
            _pause = ClockState.Idle;
        }

        if (opens)
        {
            var opened = ClockStates.PausedBy(item);
            _pause = _pause == ClockState.Idle ? opened : ClockStates.Stronger(_pause, opened);
        }
    }

    /// <summary>What the clock does after <paramref name="item"/>.</summary>
    private ClockState After(in ClockEvent item)
    {
        if (State == ClockState.Idle)
        {
            if (!item.Roles.Has(EventRoles.Start))
            {
                return ClockState.Idle;
            }

            Start = item.Ticks;
            return RunningOrPaused;
        }

        if (State == ClockState.Stopped)
        {
            return item.Roles.Has(EventRoles.Reopen) ? Reopen() : ClockState.Stopped;
        }

        var isLeftOut = _reading.LeavesOut(item.Source, item.Confirmed);
        if (item.Roles.Has(EventRoles.Stop) && !isLeftOut)
        {
            Stop = item.Ticks;
            return _rule.Reopen is null ? ClockState.Over : ClockState.Stopped;
        }

        if (item.Roles.Has(EventRoles.Cancel) && !isLeftOut)
        {
            CancelledAt = item.Ticks;
            return ClockState.Over;
        }

        // Reopened by an event whose stop the reading leaves out: it ran all along, and that stop no longer speaks.
        StopLeftOut = item.Roles.Has(EventRoles.Stop) || (StopLeftOut && !item.Roles.Has(EventRoles.Reopen));
        return RunningOrPaused;
    }

    private readonly ClockState RunningOrPaused => _pause == ClockState.Idle ? ClockState.Running : _pause;

    private ClockState Reopen()
    {
        Stop = null;
        StopLeftOut = false;
        Reopened = true;
        return RunningOrPaused;
    }

    private void Enter(ClockState next, long at)
    {
        Close(at);
        (State, _since) = (next, at);
    }

    /// <summary>Adds up what the clock did from <see cref="_since"/> to <paramref name="at"/>.</summary>
    private void Close(long at)
    {
        if (State is ClockState.Idle or ClockState.Over)
        {
            return;
        }

        var open = at > _since ? _open.Elapsed(_since, at) : 0;
        Held(at);
        if (State == ClockState.Running)
        {
            Running += open;
        }
        else if (State.IsPaused())
        {
            Paused += open;
            ProviderPaused += State == ClockState.PausedByProvider ? open : 0;
        }

        if (_story is not null && at > _since)
        {
            _story.Add(new(OpenTime.InstantOf(_since), OpenTime.InstantOf(at), State.Kind(), NodaTime.Duration.FromTicks(open), State.Source()));
        }
    }

    /// <summary>Joins held stretches that touch, so that the due instant is moved by whole pauses, each judged by where it began.</summary>
    private void Held(long at)
    {
        if (State.IsHeld())
        {
            _heldSince ??= _since;
            _heldUntil = at;
        }
        else if (at > _since && _heldSince is { } since)
        {
            Due.Pass(since, _heldUntil, _open);
            _heldSince = null;
        }
    }

    /// <summary>Moves the due instant by the last held stretch, when it has ended (at the stop).</summary>
    public void PassLast()
    {
        if (_heldSince is { } since)
        {
            Due.Pass(since, _heldUntil, _open);
            _heldSince = null;
        }
    }
}
