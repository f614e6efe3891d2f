using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Evidence.Events;

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

    /// <summary>Number of cases.</summary>
    public int CaseCount => CaseNumbers.Length;

    /// <summary>Number of events.</summary>
    public int EventCount => Events.Length;

    /// <summary>Key of each case (see <see cref="ReadCases"/>), in the order of first recording.</summary>
    public required long[] CaseNumbers { get; init; }

    /// <summary>Name of each case.</summary>
    public required string[] CaseNames { get; init; }

    internal RecordedEvent[] Events { get; init; } = [];

    /// <summary>Start of each case in <see cref="Events"/>, and the end of the last.</summary>
    internal int[] Offsets { get; init; } = [0];

    /// <summary>The last moment that the source's live imports tell of; null without any.</summary>
    public Instant? KnownUntil { get; init; }

    /// <summary>Events of one case, by its place.</summary>
    public ReadOnlySpan<RecordedEvent> EventsOf(int place) => Events.AsSpan(Offsets[place], Offsets[place + 1] - Offsets[place]);
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
}

/// <summary>
/// Where a company's evidence stands. It moves when an import is done or withdrawn, when rules of who attests are corrected and when
/// a proof is placed or withdrawn, and at nothing else.
/// </summary>
/// <param name="Key">Text that is equal exactly when the evidence is the same.</param>
public readonly record struct EvidencePosition(string Key);

/// <summary>Distinct words of sources, each list in alphabetical order.</summary>
public sealed record SeenWords(
    IReadOnlyList<string> Activities,
    IReadOnlyList<string> Transitions,
    IReadOnlyList<string> Resources,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes);
