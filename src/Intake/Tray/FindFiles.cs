using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Tray;

/// <summary>Finds one page of the received files, and how many stand where, in one query: by the database, and where words are looked for by what they say.</summary>
internal sealed class FindFiles(Db db, NarrowFiles narrow)
{
    public const int PageSize = 25;

    /// <summary>Files whose words are looked at, the newest first.</summary>
    public const int MostSearched = 10_000;

    /// <param name="provider">Of the filter, when it names one.</param>
    public Task<FoundFiles> RunAsync(FileFilter filter, CellChoices choices, Provider? provider, CancellationToken token)
    {
        var narrowed = narrow.Run(filter, choices, provider);
        return filter.Words.Count == 0 ? PageAsync(narrowed, filter, token) : SearchAsync(narrowed, filter, token);
    }

    private async Task<FoundFiles> PageAsync(IQueryable<EvidenceFile> narrowed, FileFilter filter, CancellationToken token)
    {
        var taken = narrow.InState(narrowed, FileState.Dismissed);
        var counted = await narrowed.GroupBy(row => row.State).Select(group => new { State = group.Key, Count = group.Count(), TakenBack = taken.Count() }).ToListAsync(token);
        var all = counted.Sum(row => row.Count);
        var counts = counted.ToDictionary(row => row.State, row => row.Count);
        counts[FileState.Dismissed] = counted is [var any, ..] ? any.TakenBack : 0;
        var page = PageOf(filter, filter.State is { } state ? counts.GetValueOrDefault(state) : all);
        return new FoundFiles(counts, all, Sorted(narrow.InState(narrowed, filter.State), filter.Sort).Skip((page - 1) * PageSize).Take(PageSize), null, page, IsCut: false);
    }

    private async Task<FoundFiles> SearchAsync(IQueryable<EvidenceFile> narrowed, FileFilter filter, CancellationToken token)
    {
        var taken = narrow.InState(narrowed, FileState.Dismissed);
        var looked = await narrowed.OrderByDescending(row => row.Id).Take(MostSearched)
            .Select(row => new SearchedFile(row.Id, row.Name, row.Subject, row.Sender, row.SubjectName, row.ProviderName, row.Excerpt, row.Recognised, row.State, taken.Any(other => other.Id == row.Id)))
            .ToListAsync(token);
        var matching = looked.FindAll(row => row.Says(filter.Words));
        var counts = matching.Where(row => row.State != FileState.Dismissed).GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count());
        counts[FileState.Dismissed] = matching.Count(row => row.IsTakenBack);
        var shown = Sorted(matching.Where(row => filter.State is null || (filter.State == FileState.Dismissed ? row.IsTakenBack : row.State == filter.State)), filter.Sort).Select(row => row.Id).ToList();
        var page = PageOf(filter, shown.Count);
        var ids = shown.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new FoundFiles(counts, matching.Count, db.Set<EvidenceFile>().AsNoTracking().Where(row => ids.Contains(row.Id)), ids, page, looked.Count == MostSearched);
    }

    private static int PageOf(FileFilter filter, int total) => Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));

    // A state is kept by its name: a database has no number of it.
    private static readonly Expression<Func<EvidenceFile, int>> _urgency =
        row => row.State == FileState.Proposed ? 0 : row.State == FileState.Tray ? 1 : row.State == FileState.Table ? 2 : row.State == FileState.Placed ? 3 : row.State == FileState.Container ? 4 : 5;

#pragma warning disable CA1304, CA1311 // The database does it, by its own rules.
    // What waits for somebody stands first; among the like, the newest.
    private static IQueryable<EvidenceFile> Sorted(IQueryable<EvidenceFile> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name.ToLower()).ThenBy(row => row.Id),
        "-name" => rows.OrderByDescending(row => row.Name.ToLower()).ThenBy(row => row.Id),
        "state" => rows.OrderBy(_urgency).ThenByDescending(row => row.Id),
        "-state" => rows.OrderByDescending(_urgency).ThenByDescending(row => row.Id),
        "received" => rows.OrderBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.Id),
    };
#pragma warning restore CA1304, CA1311

    private static IEnumerable<SearchedFile> Sorted(IEnumerable<SearchedFile> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => Folded.Of(row.Name), StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(row => Folded.Of(row.Name), StringComparer.Ordinal),
        "state" => rows.OrderBy(row => UrgencyOf(row.State)),
        "-state" => rows.OrderByDescending(row => UrgencyOf(row.State)),
        "received" => rows.Reverse(),
        _ => rows,
    };

    // As _urgency, in memory.
    private static int UrgencyOf(FileState state) => state switch { FileState.Proposed => 0, FileState.Tray => 1, FileState.Table => 2, FileState.Placed => 3, FileState.Container => 4, _ => 5 };

    /// <summary>What a search looks at of a file.</summary>
    private sealed record SearchedFile(Guid Id, string Name, string? Subject, string? Sender, string? About, string? Provider, string Excerpt, string Kind, FileState State, bool IsTakenBack)
    {
        public bool Says(IReadOnlyList<string> words)
        {
            var text = Folded.Of(string.Join(' ', Name, Subject, Sender, About, Provider, EvidenceWords.Of(Kind)));
            return words.All(word => text.Contains(word, StringComparison.Ordinal) || Excerpt.Contains(word, StringComparison.Ordinal));
        }
    }
}

/// <summary>One page of the received files.</summary>
/// <param name="Counts">How many stand where, whatever state is wanted.</param>
/// <param name="All">How many in all.</param>
/// <param name="Rows">Those of the page.</param>
/// <param name="Order">Their order, when the database does not give it.</param>
/// <param name="Page">From 1, within what there is.</param>
/// <param name="IsCut">Whether there are more files than were looked at.</param>
internal sealed record FoundFiles(IReadOnlyDictionary<FileState, int> Counts, int All, IQueryable<EvidenceFile> Rows, List<Guid>? Order, int Page, bool IsCut);
