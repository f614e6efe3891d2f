using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Imports;

/// <summary>
/// One file (or one typed event) taken into a source. Its events count only from the moment it is done, and only until it is
/// withdrawn; they stay on record either way.
/// </summary>
public sealed class Import : ICompanyOwned, IVersioned
{
    public const string Kind = "import";

    public const int MaxFileNameLength = 255;
    public const int MaxReasonLength = 500;

    private Import()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid SourceId { get; private init; }

    /// <summary>Place among the source's imports, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Version of the source's mapping that it was read with.</summary>
    public int SourceVersion { get; private init; }

    /// <summary>SHA-256 of the file; of the typed words for a typed event.</summary>
    public string FileHash { get; private init; } = "";

    public string FileName { get; private init; } = "";

    public long SizeBytes { get; private init; }

    public ImportState State { get; private set; }

    /// <summary>The job that runs it.</summary>
    public Guid? JobId { get; private set; }

    public Instant StartedAt { get; private init; }

    public Guid? StartedBy { get; private init; }

    public Instant? FinishedAt { get; private set; }

    /// <summary>Whether the good rows count although others were rejected.</summary>
    public bool TakesGoodRowsOnly { get; private init; }

    public ImportCounts Counts { get; private set; } = new();

    /// <summary>The last moment that the file tells of: open obligations are judged as known until then.</summary>
    public Instant? KnownUntil { get; private set; }

    /// <summary>SHA-256 over the identities of its events in the order of the file.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Why it stopped, in words, when it did.</summary>
    public string? Problem { get; private set; }

    public Instant? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    public string? WithdrawalReason { get; private set; }

    /// <summary>Its events count.</summary>
    public bool IsLive => State == ImportState.Done && WithdrawnAt is null;

    internal static Import Start(Sources.EvidenceSource source, string fileHash, string fileName, long sizeBytes, bool takesGoodRowsOnly, Instant now, Guid? by) => new()
    {
        SourceId = source.Id,
        Number = source.NextImport(),
        SourceVersion = source.CurrentVersion,
        FileHash = fileHash,
        FileName = fileName,
        SizeBytes = sizeBytes,
        TakesGoodRowsOnly = takesGoodRowsOnly,
        StartedAt = now,
        StartedBy = by,
        State = ImportState.Running,
    };

    /// <param name="jobId">Null for work that runs it itself.</param>
    internal void RunBy(Guid? jobId) => JobId = jobId;

    internal void Finish(ImportCounts counts, Instant? knownUntil, string digest, Instant now)
    {
        State = ImportState.Done;
        Counts = counts;
        KnownUntil = knownUntil;
        Digest = digest;
        FinishedAt = now;
    }

    internal void Fail(ImportCounts counts, string problem, Instant now)
    {
        State = ImportState.Failed;
        Counts = counts;
        Problem = problem;
        FinishedAt = now;
    }

    internal void Await(ImportCounts counts, Instant? knownUntil, string digest, Instant now)
    {
        Finish(counts, knownUntil, digest, now);
        State = ImportState.ToDecide;
    }

    internal void Interrupt(Instant now)
    {
        State = ImportState.Interrupted;
        FinishedAt = now;
    }

    internal void Withdraw(string? reason, Instant now, Guid? by)
    {
        WithdrawnAt ??= now;
        WithdrawnBy = by;
        WithdrawalReason = reason;
    }
}

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>Being read; nothing of it counts yet.</summary>
    Running,

    /// <summary>Read to its end; some rows were bad, and a person has to say whether the good ones count.</summary>
    ToDecide,

    /// <summary>Read to its end; it counts unless it is withdrawn.</summary>
    Done,

    /// <summary>Stopped by a bad file or by the person's choice; nothing of it counts.</summary>
    Failed,

    /// <summary>The program stopped in the middle; nothing of it counts.</summary>
    Interrupted,
}

/// <summary>What an import brought.</summary>
public sealed record ImportCounts
{
    /// <summary>Cases that the source did not know.</summary>
    public int CasesAdded { get; init; }

    /// <summary>Events that nothing live told before.</summary>
    public int EventsAdded { get; init; }

    /// <summary>Events already known, which gained an attestation.</summary>
    public int SeenAgain { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public int Rejected { get; init; }

    public int Events => EventsAdded + SeenAgain;
}

/// <summary>A row of a file that could not be read, with the reason in words.</summary>
[WithoutCompanyKey]
public sealed class RejectedRow : ICompanyOwned
{
    public const int MaxReasonLength = 300;
    public const int MaxTextLength = 1000;

    private RejectedRow()
    {
    }

    public Guid ImportId { get; private init; }

    /// <summary>Place among the import's rejected rows.</summary>
    public int Place { get; private init; }

    public Guid CompanyId { get; private init; }

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>The row as it stands in the file, cut.</summary>
    public string Text { get; private init; } = "";

    internal static RejectedRow Create(Guid importId, int place, int line, string reason, string text) => new()
    {
        ImportId = importId,
        Place = place,
        Line = line,
        Reason = reason.Cut(MaxReasonLength),
        Text = text.Cut(MaxTextLength),
    };
}
