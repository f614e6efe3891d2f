using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Evidence.Events;

/// <summary>
/// An event as it lies in its narrow, append-only table; written and read by raw SQL (see <see cref="WriteEvents"/> and
/// <see cref="ReadCases"/>), this class only describes the table.
/// </summary>
/// <remarks>
/// Keys are whole numbers whose upper half is the number of the source, so that a source lies in one stretch of the table. Identity
/// is (case, activity, transition, moment, resource, twin), never who attests it.
/// </remarks>
[WithoutCompanyKey]
internal sealed class StoredEvent : ICompanyOwned
{
    /// <summary>Number of the source and place in it: see <see cref="EvidenceKeys"/>.</summary>
    public long Id { get; init; }

    public Guid CompanyId { get; init; }

    public long CaseId { get; init; }

    /// <summary>Microseconds since 1970: of the moment, or of the local day taken as if it were in UTC.</summary>
    public long At { get; init; }

    /// <summary>1 when only the day is known, 0 for a moment.</summary>
    public int IsDay { get; init; }

    /// <summary>Number of the word; 0 for none.</summary>
    public int Activity { get; init; }

    public int Transition { get; init; }

    public int Resource { get; init; }

    /// <summary>0, then 1, 2... for events that are exactly alike inside one file.</summary>
    public int Twin { get; init; }

    /// <summary>Number of the first import that holds it.</summary>
    public int Import { get; init; }

    /// <summary>Line of that import's file.</summary>
    public int Line { get; init; }

    /// <summary>Names and values of the other columns, packed: see <see cref="PackedAttributes"/>.</summary>
    public byte[]? Attributes { get; init; }
}

/// <summary>A followed case: the invoice, the employee, the question.</summary>
[WithoutCompanyKey]
internal sealed class StoredCase : ICompanyOwned
{
    public const int MaxNameLength = 200;

    public long Id { get; init; }

    public Guid CompanyId { get; init; }

    public int Source { get; init; }

    public string Name { get; init; } = "";

    public byte[]? Attributes { get; init; }
}

/// <summary>A word that events of a source are made of: activities, transitions, resources, names and values of attributes.</summary>
[WithoutCompanyKey]
internal sealed class StoredWord : ICompanyOwned
{
    public const int MaxLength = 500;

    public int Source { get; init; }

    /// <summary>From 1; 0 stands for the absent word.</summary>
    public int Number { get; init; }

    public Guid CompanyId { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>A further import that holds an event already known. The first one stands on the event itself.</summary>
[WithoutCompanyKey]
internal sealed class Attestation : ICompanyOwned
{
    public long EventId { get; init; }

    public int Import { get; init; }

    public Guid CompanyId { get; init; }

    public int Line { get; init; }

    /// <summary>The other columns as this import gives them, when they differ from the event's; null when they are the same.</summary>
    public byte[]? Attributes { get; init; }
}

/// <summary>Keys of the narrow tables.</summary>
internal static class EvidenceKeys
{
    private const int SourceShift = 40;

    /// <summary>Most events, and most cases, of one source: more than a trillion.</summary>
    public const long MaxPlace = (1L << SourceShift) - 1;

    public static long First(int source) => (long)source << SourceShift;

    public static long Last(int source) => First(source) | MaxPlace;

    public static int SourceOf(long key) => (int)(key >> SourceShift);

    public static long PlaceOf(long key) => key & MaxPlace;
}

/// <summary>Moments and days as whole numbers.</summary>
internal static class EvidenceTime
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>Events before it are rejected: such years come from empty or broken fields.</summary>
    public static readonly LocalDate Earliest = new(1900, 1, 1);

    /// <summary>Events from this day on are rejected.</summary>
    public static readonly LocalDate Latest = new(2200, 1, 1);

    public static long Of(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds() / 1000;

    public static long Of(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * MicrosecondsPerDay;

    public static Instant ToInstant(long microseconds) => NodaConstants.UnixEpoch + Duration.FromTicks(microseconds * 10);

    public static DateOnly ToDay(long microseconds) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Math.Floor((double)microseconds / MicrosecondsPerDay));
}
