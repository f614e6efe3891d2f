using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>
/// The live events of one source in memory: words as numbers, cases one after the other, events of a case by time, then by line,
/// then by recording number. Made for one computation and thrown away.
/// </summary>
public sealed class SourceCases
{
    /// <summary>The source.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Words by number; 0 is the absent word.</summary>
    public required IReadOnlyList<string?> Words { get; init; }

    /// <summary>Number of cases that have a live event.</summary>
    public int CaseCount => CaseKeys.Length;

    /// <summary>Number of live events.</summary>
    public int EventCount => Events.Length;

    /// <summary>Key of each case, in the order of first recording: what <see cref="ReadCases.OneAsync"/> asks for.</summary>
    public required long[] CaseKeys { get; init; }

    /// <summary>Name of each case.</summary>
    public required string[] CaseNames { get; init; }

    public RecordedEvent[] Events { get; init; } = [];

    /// <summary>Start of each case in <see cref="Events"/>, and the end of the last.</summary>
    internal int[] Offsets { get; init; } = [0];

    /// <summary>Number of the value of each attribute that was asked for, event by event; the case's own value where the event has none.</summary>
    public IReadOnlyDictionary<string, int[]> Attributes { get; init; } = new Dictionary<string, int[]>();

    /// <summary>The last moment that the source's live imports tell of; null without any.</summary>
    public Instant? KnownUntil { get; init; }

    /// <summary>Events of the case at <paramref name="place"/>.</summary>
    public ReadOnlySpan<RecordedEvent> EventsOf(int place) => Events.AsSpan(Offsets[place], Offsets[place + 1] - Offsets[place]);

    /// <summary>Place of the first event of a case among all events, for <see cref="EventMatcher.Matches"/>.</summary>
    public int FirstEventOf(int place) => Offsets[place];

    /// <summary>
    /// Prepares a pattern for these events. Its attributes must have been asked for when the cases were read.
    /// </summary>
    public EventMatcher Matcher(EventPattern pattern) => EventMatcher.Compile(pattern, this);
}

/// <summary>An event with who attests it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordedEvent
{
    /// <summary>Recording number.</summary>
    public required long Id { get; init; }

    /// <summary>Microseconds since 1970; for a day, of the local day taken as if it were in UTC.</summary>
    public required long At { get; init; }

    public required int Activity { get; init; }

    public required int Transition { get; init; }

    public required int Resource { get; init; }

    /// <summary>Line of the file that first told of it.</summary>
    public required int Line { get; init; }

    public required bool IsDay { get; init; }

    /// <summary>The strongest class among its live attestations.</summary>
    public required SourceClass AttestedBy { get; init; }

    /// <summary>The moment, or the day.</summary>
    public EventTime Time => IsDay ? EventTime.On(EvidenceTime.ToDay(At)) : EventTime.At(EvidenceTime.ToInstant(At));
}

/// <summary>Distinct words of sources, each list in alphabetical order.</summary>
public sealed record SeenWords(
    IReadOnlyList<string> Activities,
    IReadOnlyList<string> Transitions,
    IReadOnlyList<string> Resources,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes);

/// <summary>One case, whole: its live events, each with all who attest it.</summary>
/// <param name="MeasuredBy">The commitments that are measured on its source.</param>
/// <param name="KnownUntil">The last moment that the source's live imports tell of; null without any.</param>
public sealed record RecordedCase(
    long Key, Guid SourceId, string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<AttestedEvent> Events, IReadOnlyList<Guid> MeasuredBy, Instant? KnownUntil);

/// <summary>An event of a case, as <see cref="CaseEvent"/>, with the imports that hold it.</summary>
public sealed record AttestedEvent(CaseEvent Event, IReadOnlyList<EventAttestation> Attestations);

/// <summary>One import's word for an event.</summary>
/// <param name="ImportedBy">Name of the person who brought the file; null when nobody did.</param>
public sealed record EventAttestation(Guid ImportId, string FileName, int Line, SourceClass AttestedBy, string? ImportedBy, Instant ImportedAt, bool IsLive);
