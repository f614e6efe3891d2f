using NodaTime;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>
/// An event as it lies in its narrow, append-only table; written and read by raw SQL (see <see cref="WriteEvents"/> and
/// <see cref="ReadCases"/>), this class only describes the table.
/// </summary>
/// <remarks>
/// Keys are whole numbers whose upper half is the number of the source, so that a source lies in one stretch of the table. Identity
/// is (case, activity, transition, moment, resource, twin), never who attests it.
/// </remarks>
[WithoutCompanyKey]
public sealed class StoredEvent : ICompanyOwned
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
public sealed class StoredCase : ICompanyOwned
{
    public const int MaxNameLength = IncomingEvent.MaxCaseLength;

    public long Id { get; init; }

    public Guid CompanyId { get; init; }

    public int Source { get; init; }

    public string Name { get; init; } = "";

    public byte[]? Attributes { get; init; }
}

/// <summary>A word that events of a source are made of: activities, transitions, resources, names and values of attributes.</summary>
[WithoutCompanyKey]
public sealed class StoredWord : ICompanyOwned
{
    public const int MaxLength = IncomingEvent.MaxWordLength;

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
public static class EvidenceKeys
{
    private const int SourceShift = 40;

    /// <summary>Most events, and most cases, of one source: more than a trillion.</summary>
    public const long MaxPlace = (1L << SourceShift) - 1;

    public static long First(int source) => (long)source << SourceShift;

    public static long Last(int source) => First(source) | MaxPlace;

    public static int SourceOf(long key) => (int)(key >> SourceShift);

    public static long PlaceOf(long key) => key & MaxPlace;
}
