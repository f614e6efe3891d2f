using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>A module's part in <see cref="VerifyEverything"/>: computes again what its tables and files promise.</summary>
public interface IVerify
{
    Task RunAsync(Verification found, JobProgress? progress, CancellationToken token);
}

/// <summary>What a verification has looked at, and what it found.</summary>
public sealed class Verification
{
    /// <summary>Names beyond these are only counted.</summary>
    public const int MaxNames = 50;

    public const int MaxNameLength = 300;

    /// <summary>The chain of the history, as <see cref="CheckHistory"/> saw it.</summary>
    public required HistoryCheck History { get; init; }

    /// <summary>Stored files whose hash was computed again.</summary>
    public int Files { get; set; }

    /// <summary>Imports whose digest was computed again.</summary>
    public int Imports { get; set; }

    /// <summary>Files that are gone or no longer what was received.</summary>
    public List<string> BadFiles { get; } = [];

    /// <summary>Imports whose events are no longer those that were read.</summary>
    public List<string> BadImports { get; } = [];

    /// <summary>Imports of which nothing certain can be said.</summary>
    public List<string> UncheckedImports { get; } = [];
}

/// <summary>
/// Checks the history and computes again the hash of each stored file and the digest of each import, in the background, and writes down
/// what it looked at and what it found, as a line of the history.
/// </summary>
public sealed class VerifyEverything(Db db, CheckHistory check, Tenant tenant, IEnumerable<IVerify> parts)
{
    public const string JobKindName = "history.verify";

    public const string Verb = "EverythingVerified";

    public async Task<Verification> RunAsync(JobProgress? progress, CancellationToken token)
    {
        var found = new Verification { History = await check.RunAsync(token) };
        foreach (var part in parts)
        {
            await part.RunAsync(found, progress, token);
        }

        db.Record(Verb, new SubjectRef("company", tenant.CompanyId), VerificationLine.Of(found));
        await db.SaveChangesAsync(token);
        return found;
    }

    /// <summary>The last verification's line, with when it was; null when there was none, or its details were erased.</summary>
    public async Task<(NodaTime.Instant At, VerificationLine Line)?> LastAsync(CancellationToken token)
    {
        var last = await db.LedgerEntries.AsNoTracking().Where(line => line.Verb == Verb).OrderByDescending(line => line.Number)
            .Select(line => new { line.At, Json = db.LedgerDetails.Where(detail => detail.Number == line.Number).Select(detail => detail.Json).FirstOrDefault() }).FirstOrDefaultAsync(token);
        return last?.Json is { } json && JsonSerializer.Deserialize<VerificationLine>(json) is { } line ? (last.At, line) : null;
    }
}

/// <summary>What the history remembers of a verification.</summary>
public sealed record VerificationLine(
    long Lines, long Erased, long? BrokenAt, long? DetailMissingAt, string? LastHash, int Files, int Imports,
    int BadFileCount, IReadOnlyList<string> BadFiles, int BadImportCount, IReadOnlyList<string> BadImports, int UncheckedCount, IReadOnlyList<string> Unchecked)
{
    public bool IsWhole => BrokenAt is null && DetailMissingAt is null && BadFileCount == 0 && BadImportCount == 0;

    internal static VerificationLine Of(Verification found) => new(
        found.History.Lines, found.History.Erased, found.History.BrokenAt, found.History.DetailMissingAt, found.History.LastHash, found.Files, found.Imports,
        found.BadFiles.Count, Names(found.BadFiles), found.BadImports.Count, Names(found.BadImports), found.UncheckedImports.Count, Names(found.UncheckedImports));

    private static List<string> Names(List<string> names) =>
        [.. names.Take(Verification.MaxNames).Select(name => name.Cut(Verification.MaxNameLength))];
}
