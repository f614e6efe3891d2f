using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// An event log held in columns: what happened (activity), to which case, when, and where known in which transition of its life, by whom
/// and on whose behalf. Everything that is counted, discovered or checked starts from here, or from a <see cref="LogView"/> of a part of it.
/// </summary>
/// <remarks>
/// <para>Cases are numbered from 0 in the order of their first appearance. Their events lie one after the other: those of case <c>c</c> are
/// <c>CaseOffsets[c]</c> to <c>CaseOffsets[c + 1] - 1</c>, in the order of time; events of the same instant keep the order of the file.</para>
/// <para>A trace of a XES is a case, even when another trace bears the same name; in a CSV, and for events added one by one, a case is all
/// that bears its name. A case without a usable event is no case: it is counted in <see cref="LeftOut"/>. Every case here has one or more.</para>
/// <para>Immutable, and safe for several threads.</para>
/// </remarks>
public sealed class EventLog
{
    private readonly EventColumns _columns;
    private readonly Dictionary<string, AttributeColumn> _attributes;

    internal EventLog(EventColumns columns)
    {
        (_columns, Whole) = (columns, null!);
        _attributes = columns.Attributes.ToDictionary(column => column.Name);
        Whole = new(this);
        if (columns.Ticks.Length > 0)
        {
            (First, Last) = (Instant.FromUnixTimeTicks(columns.Ticks.Min()), Instant.FromUnixTimeTicks(columns.Ticks.Max()));
        }
    }

    public int CaseCount => _columns.CaseOffsets.Length - 1;

    public int EventCount => _columns.Ticks.Length;

    /// <summary>The first instant of the log, or null when it is empty.</summary>
    public Instant? First { get; }

    /// <summary>The last instant of the log, or null when it is empty.</summary>
    public Instant? Last { get; }

    /// <summary>The names of cases by number. In a XES two cases may bear one name.</summary>
    public IReadOnlyList<string> CaseNames => _columns.CaseNames;

    public NameTable Activities => _columns.Activities;

    public NameTable Transitions => _columns.Transitions;

    public NameTable Resources => _columns.Resources;

    /// <summary>On whom things wait: for the product's own events those of <see cref="PartyNames"/>, else whatever the log says.</summary>
    public NameTable Parties => _columns.Parties;

    /// <summary>Where the events of each case begin; one more entry than cases, the last one being <see cref="EventCount"/>.</summary>
    public ReadOnlySpan<int> CaseOffsets => _columns.CaseOffsets;

    /// <summary>Number of the activity of each event.</summary>
    public ReadOnlySpan<int> EventActivities => _columns.Activity;

    /// <summary>Instant of each event: Unix time in units of 100 ns, UTC.</summary>
    public ReadOnlySpan<long> EventTicks => _columns.Ticks;

    /// <summary>Number of the transition of each event, -1 where it has none; empty when no event has one.</summary>
    public ReadOnlySpan<int> EventTransitions => _columns.Transition;

    /// <summary>Number of the resource of each event, -1 where it has none; empty when no event has one.</summary>
    public ReadOnlySpan<int> EventResources => _columns.Resource;

    /// <summary>Number of the party of each event, -1 where it is unknown; empty when it is unknown for all.</summary>
    public ReadOnlySpan<int> EventParties => _columns.Party;

    /// <summary>The attributes that were asked for when the log was loaded, by name, and that it has.</summary>
    public IReadOnlyDictionary<string, AttributeColumn> Attributes => _attributes;

    /// <summary>Events and cases that could not be used.</summary>
    public LeftOut LeftOut => _columns.LeftOut;

    /// <summary>Events passed over because they are of another transition than the one that was asked for.</summary>
    public long OfOtherTransitions => _columns.OfOtherTransitions;

    /// <summary>Events that give a day and no hour: they were read as the day's first instant.</summary>
    public long DaysWithoutHour => _columns.DaysWithoutHour;

    /// <summary>What was guessed about the file, for people to check.</summary>
    public IReadOnlyList<string> Guesses => _columns.Guesses;

    internal DayMonthProof? Dates => _columns.Dates;

    internal bool ReadsMonthFirst => _columns.ReadsMonthFirst;

    internal bool HasOtherBytes => _columns.HasOtherBytes;

    /// <summary>All cases and all events.</summary>
    public LogView Whole { get; }

    /// <summary>The distinct sequences of activities, most frequent first.</summary>
    public VariantTable Variants => Whole.Variants;

    /// <inheritdoc cref="LoadEventLog.Run"/>
    public static EventLog Load(Stream stream, EventLogOptions? options = null, CancellationToken token = default) => LoadEventLog.Run(stream, options ?? new(), token);
}

/// <summary>Names of the parties that the product tells apart, for <see cref="EventLog.Parties"/>.</summary>
public static class PartyNames
{
    public const string Company = "company";

    public const string Provider = "provider";

    public const string ThirdParty = "thirdParty";
}
