using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Measure;

/// <summary>The events of a log reduced to what a clock needs, 24 bytes each, grouped by case in order of replay.</summary>
internal sealed class MeasuredLog
{
    private readonly List<CaseItem> _items = [];
    private readonly Dictionary<string, int> _cases = [];
    private readonly Dictionary<int, DateOnly> _targetDates = [];
    private string? _lastCase;
    private int _lastNumber;
    private bool _isUsable;

    private MeasuredLog()
    {
    }

    public int Cases => _cases.Count;

    /// <summary>The last instant of the log, or null when it is empty.</summary>
    public Instant? Last { get; private set; }

    /// <summary>Events whose time lies outside the years that the calendar knows: left out.</summary>
    public long OutsideCalendar { get; private set; }

    /// <summary>Times without an hour, read as midnight.</summary>
    public long DaysWithoutHour { get; private set; }

    /// <summary>Reads the whole log.</summary>
    /// <param name="reader">The log.</param>
    /// <param name="commitment">Says what an event means and who attests it.</param>
    /// <param name="lifecycle">Keeps only events with that transition; all when null.</param>
    public static MeasuredLog Read(EventLogReader reader, MeasuredCommitment commitment, string? lifecycle = null)
    {
        var log = new MeasuredLog();
        var meaning = new EventMeaning(reader, commitment);
        var (earliest, latest) = (commitment.Calendar.Earliest, commitment.Calendar.Latest);
        while (reader.Read())
        {
            log._isUsable = true;
            if (lifecycle is not null && !string.Equals(reader.Transition, lifecycle, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (reader.Time < earliest || reader.Time > latest)
            {
                log.OutsideCalendar++;
                continue;
            }

            log.Add(reader, meaning);
        }

        if (!log._isUsable)
        {
            reader.RefuseUnusable();
        }

        return log;
    }

    /// <summary>Judges every case in the three readings.</summary>
    public void Judge(Clock clock, Instant asOf, JudgedCase judged)
    {
        var (events, starts) = ByCase();
        Span<ClockVerdict> verdicts = new ClockVerdict[Readings.All.Count];
        for (var number = 0; number < Cases; number++)
        {
            var ofCase = events.AsSpan(starts[number], starts[number + 1] - starts[number]);
            Clock.Order(ofCase);
            clock.JudgeAll(ofCase, asOf, verdicts, new(_targetDates.TryGetValue(number, out var date) ? date : null));
            judged(verdicts);
        }
    }

    private void Add(EventLogReader reader, EventMeaning meaning)
    {
        var (roles, source) = meaning.OfCurrent();
        var number = NumberOf(reader.Case);
        _items.Add(new(ClockEvent.At(reader.Time, roles, source), number));
        Last = Last > reader.Time ? Last : reader.Time;
        DaysWithoutHour += reader.IsDay ? 1 : 0;
        if (meaning.TargetDateOfCurrent(roles) is { } date)
        {
            _targetDates.TryAdd(number, date);
        }
    }

    private int NumberOf(string caseId)
    {
        if (ReferenceEquals(caseId, _lastCase))
        {
            return _lastNumber;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_cases, caseId, out var isKnown);
        if (!isKnown)
        {
            number = _cases.Count - 1;
        }

        (_lastCase, _lastNumber) = (caseId, number);
        return number;
    }

    /// <summary>Groups the events by case, in the order of the file, which breaks ties of time.</summary>
    private (ClockEvent[] Events, int[] Starts) ByCase()
    {
        var starts = new int[Cases + 1];
        foreach (ref readonly var item in CollectionsMarshal.AsSpan(_items))
        {
            starts[item.Case + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.AsSpan(0, Cases).ToArray();
        var events = new ClockEvent[_items.Count];
        foreach (ref readonly var item in CollectionsMarshal.AsSpan(_items))
        {
            events[next[item.Case]++] = item.Event;
        }

        return (events, starts);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct CaseItem(ClockEvent Event, int Case);
}

/// <summary>Receives the verdicts of one case, in the order of <see cref="Readings.All"/>.</summary>
internal delegate void JudgedCase(ReadOnlySpan<ClockVerdict> verdicts);
