using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Pupitre.Deliverables.Fec;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Reads what the same controls found in each file received of one company's books: what is new, what is solved, what is still there.</summary>
internal sealed class ReadFindingsOverTime(Db db)
{
    /// <summary>Files side by side; the last ones received.</summary>
    public const int MaxFiles = 8;

    public async Task<FindingsOverTime> RunAsync(Guid id, CancellationToken token)
    {
        var file = await db.Set<AccountingFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var files = await db.Set<AccountingFile>().AsNoTracking()
            .Where(row => row.LastCheckId != null && (row.Id == id || (row.Prefix == file.Prefix && row.Prefix != "")))
            .OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(MaxFiles).ToListAsync(token);
        var wanted = files.ConvertAll(row => row.LastCheckId!.Value);
        var checks = await db.Set<AccountingFileCheck>().AsNoTracking().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.AccountingFileId, token);
        List<CheckedFile> read = [.. Enumerable.Reverse(files).Where(row => checks.ContainsKey(row.Id)).Select(row => new CheckedFile(row, checks[row.Id], checks[row.Id].Report()))];
        return FindingsOverTime.Of(file, [.. read.Where(found => FileWords.HasBooks(found.Report!))]);
    }
}

/// <summary>The findings of several files, one row for each thing found, one column for each file in the order of reception.</summary>
public sealed record FindingsOverTime(AccountingFile File, IReadOnlyList<CheckedFile> Files, IReadOnlyList<FindingRow> Rows)
{
    /// <summary>Whether the files are of more than one fiscal year.</summary>
    public bool SpansYears => Files.DistinctBy(found => found.File.Closing).Skip(1).Any();

    internal static FindingsOverTime Of(AccountingFile file, IReadOnlyList<CheckedFile> files)
    {
        var found = files.Select(item => item.Report!.Controls.Where(finding => finding.Severity != ControlSeverity.Info).DistinctBy(Key).ToDictionary(Key)).ToList();
        var rows = found.SelectMany(item => item).GroupBy(pair => pair.Key, pair => pair.Value)
            .Select(group => new FindingRow(group.Last(), [.. found.Select((item, at) => Cell(found, group.Key, at))]))
            .OrderBy(row => row.Last.Severity).ThenBy(row => row.Last.Rule, StringComparer.Ordinal).ThenBy(row => row.Last.Variant, StringComparer.Ordinal);
        return new FindingsOverTime(file, files, [.. rows]);
    }

    private static FindingCell Cell(List<Dictionary<(string, string), ControlFinding>> found, (string, string) key, int at)
    {
        var (now, before) = (found[at].GetValueOrDefault(key), at == 0 ? null : found[at - 1].GetValueOrDefault(key));
        return new FindingCell(now, (now, before) switch
        {
            _ when at == 0 => FindingChange.None,
            ({ }, null) => FindingChange.New,
            ({ }, { }) => FindingChange.Still,
            (null, { }) => FindingChange.Solved,
            _ => FindingChange.None,
        });
    }

    private static (string Rule, string Variant) Key(ControlFinding finding) => (finding.Rule, finding.Variant);
}

/// <summary>One thing that was found in at least one of the files.</summary>
/// <param name="Last">As it was found last.</param>
public sealed record FindingRow(ControlFinding Last, ImmutableArray<FindingCell> Cells);

/// <summary>What one file says of it; null when it says nothing.</summary>
public sealed record FindingCell(ControlFinding? Finding, FindingChange Change);

/// <summary>What became of a finding since the file before.</summary>
public enum FindingChange
{
    /// <summary>It is in neither, or there is no file before.</summary>
    None,

    New,
    Still,
    Solved,
}
