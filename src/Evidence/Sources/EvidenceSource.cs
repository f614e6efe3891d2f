using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Sources;

/// <summary>
/// Where events come from: the export of a ticketing tool, an Excel sheet kept by the company, what its people type. Identity of an
/// event, the words it is made of and the rules of who attests it belong to its source.
/// </summary>
public sealed class EvidenceSource : ICompanyOwned, IVersioned
{
    public const string Kind = "evidence-source";

    public const int MaxNameLength = 120;

    private EvidenceSource()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Small number, unique in the database: first part of the keys of the narrow tables.</summary>
    public int Number { get; private init; }

    public string Name { get; private set; } = "";

    public SourceOrigin Origin { get; private init; }

    /// <summary>Whose work the events tell; null when they tell of nobody's in particular.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>Number of the version of mapping and rules in force.</summary>
    public int CurrentVersion { get; private set; }

    /// <summary>Number of the last import.</summary>
    public int LastImport { get; private set; }

    public Instant CreatedAt { get; private init; }

    internal static EvidenceSource Create(SourceNumber number, string name, SourceOrigin origin, Guid? providerId, Instant now) => new()
    {
        Number = number.Id,
        Name = name,
        Origin = origin,
        ProviderId = providerId,
        CreatedAt = now,
    };

    internal void Rename(string name, Guid? providerId)
    {
        Name = name;
        ProviderId = providerId;
    }

    internal int NextVersion() => ++CurrentVersion;

    internal int NextImport() => ++LastImport;
}

/// <summary>How events enter a source.</summary>
public enum SourceOrigin
{
    /// <summary>Tables: CSV, XLSX, pasted, or an event log in XES.</summary>
    Table,

    /// <summary>Typed in by the company's own people.</summary>
    Typed,
}

/// <summary>Hands out the numbers of sources; one row for each, whatever the company.</summary>
public sealed class SourceNumber
{
    public int Id { get; private init; }

    public Instant TakenAt { get; init; }
}

/// <summary>Says that a commitment is measured on a source.</summary>
public sealed class SourceUse : ICompanyOwned
{
    private SourceUse()
    {
    }

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    public Guid SourceId { get; private init; }

    public static SourceUse Create(Guid commitmentId, Guid sourceId) => new() { CommitmentId = commitmentId, SourceId = sourceId };
}
