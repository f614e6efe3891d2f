using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>What one check of an accounting file said, kept as it was said: a later check with other inputs is another row.</summary>
public sealed class AccountingFileCheck : ICompanyOwned
{
    public const string Kind = "accounting-file-check";

    /// <summary>Changes of entries that a kept report lists; the file itself has them all.</summary>
    public const int MostChangesKept = 2000;

    private const int MaxReportBytes = 256 << 20;

    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private AccountingFileCheck()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid AccountingFileId { get; private init; }

    /// <summary>Place among the checks of the file, from 1.</summary>
    public int Number { get; private init; }

    public Instant CheckedAt { get; private init; }

    public Guid? CheckedBy { get; private init; }

    /// <summary>The file of the same year received before, which it was held against; null without one.</summary>
    public Guid? PreviousFileId { get; private init; }

    /// <summary>The file of the year before, whose closing its opening was held against; null without one.</summary>
    public Guid? YearBeforeFileId { get; private init; }

    public OfficialVerdict Verdict { get; private init; }

    public int Blocking { get; private init; }

    public int Major { get; private init; }

    public int Minor { get; private init; }

    public int Info { get; private init; }

    /// <summary>The report as JSON, packed; its findings are facts, which every reader reads in their own language.</summary>
    public byte[] Packed { get; private init; } = [];

    internal static AccountingFileCheck Of(AccountingFile file, FecReport report, Guid? previousFileId, Guid? yearBeforeFileId, Instant now, Guid? by) => new()
    {
        AccountingFileId = file.Id,
        Number = file.Checks + 1,
        CheckedAt = now,
        CheckedBy = by,
        PreviousFileId = previousFileId,
        YearBeforeFileId = yearBeforeFileId,
        Verdict = report.Official.Verdict,
        Blocking = Count(report, ControlSeverity.Blocking),
        Major = Count(report, ControlSeverity.Major),
        Minor = Count(report, ControlSeverity.Minor),
        Info = Count(report, ControlSeverity.Info),
        Packed = Pack(report),
    };

    /// <summary>The report, whole but for changes beyond <see cref="MostChangesKept"/>.</summary>
    public FecReport Report()
    {
        using var unpacked = new BrotliStream(new MemoryStream(Packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<FecReport>(unpacked, _json)!;
    }

    // What was definitive goes first, then what was changed or deleted: thousands of added entries must not hide one that vanished.
    private static int Weight(EntryChange change) => change.Kind == EntryChangeKind.Added ? 0 : change.WasValidated ? 2 : 1;

    private static byte[] Pack(FecReport report)
    {
        var kept = report.Interim is { Changes.Length: > MostChangesKept } interim
            ? report with { Interim = interim with { Changes = [.. interim.Changes.OrderByDescending(Weight).Take(MostChangesKept)] } }
            : report;
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, kept, _json);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(packed.Length, MaxReportBytes);
        return packed.ToArray();
    }

    private static int Count(FecReport report, ControlSeverity severity) => report.Controls.Count(finding => finding.Severity == severity);
}
