using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Pupitre.Deliverables.Fec;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Reads lines of the kept file again: those of a finding in their entries, those of an account.</summary>
internal sealed class ReadBookLines(ReadAccountingFile read, Db db, FileStore store)
{
    /// <summary>Lines that a page reads at the most; the file itself can be downloaded.</summary>
    public const int MaxLines = 2000;

    /// <summary>The lines of a finding of either layer, each within its whole entry.</summary>
    /// <exception cref="NotFound">The last check has no such finding.</exception>
    public async Task<FoundLines> OfFindingAsync(Guid id, string rule, string variant, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        var report = found.Report!;
        var control = report.Controls.FirstOrDefault(finding => finding.Rule == rule && (finding.Variant == variant || (finding.Variant.Length == 0 && variant == "-")));
        var official = report.Official.Findings.FirstOrDefault(finding => finding.Rule == rule && finding.Class.ToString() == variant);
        var (numbers, message, explanation, question) = (control, official) switch
        {
            ({ } fact, _) => (Numbers(fact.Records, fact.Lines), fact.Message, fact.Explanation, fact.Question),
            (_, { } fact) => (Numbers(fact.Records, fact.Lines), fact.Message, fact.Explanation, (string?)null),
            _ => throw new NotFound(),
        };
        var lines = await Task.Run(() => FecLines.InTheirEntries(Open(found.File), numbers, MaxLines, token), token);
        return new FoundLines(found, message, explanation, question, numbers.ToHashSet(), lines);
    }

    /// <summary>The general ledger of an account.</summary>
    public async Task<(CheckedFile Found, AccountBalance Account, IReadOnlyList<FecLineText> Lines)> OfAccountAsync(Guid id, string account, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        var balance = found.Report!.Books.TrialBalance.FirstOrDefault(item => item.Account == account) ?? throw new NotFound();
        return (found, balance, await Task.Run(() => FecLines.OfAccount(Open(found.File), account, null, MaxLines, token), token));
    }

    /// <summary>An entry that changed, as the file received before and this one write it.</summary>
    /// <exception cref="NotFound">The last check knows of no such change.</exception>
    public async Task<EntryVersions> OfChangeAsync(Guid id, string? journal, string? number, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        var change = found.Report!.Interim?.Changes.FirstOrDefault(item => item.Entry.Journal == journal && item.Entry.Number == number) ?? throw new NotFound();
        var earlier = found.Check!.PreviousFileId is { } previous
            ? await db.Set<AccountingFile>().AsNoTracking().Include(row => row.Parts).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == previous, token)
            : null;
        var was = change.Before ?? change.Entry;
        IReadOnlyList<FecLineText> LinesOf(AccountingFile? file, FecEntry entry, bool isThere) =>
            file is null || !isThere ? [] : FecLines.OfEntry(Open(file), entry.Journal, entry.Number, MaxLines, token);
        return await Task.Run(
            () => new EntryVersions(found, earlier, change, LinesOf(earlier, was, change.Kind != EntryChangeKind.Added), LinesOf(found.File, change.Entry, change.Kind != EntryChangeKind.Deleted)), token);
    }

    /// <summary>Where records share a line, the finding names its records.</summary>
    private static ImmutableArray<long> Numbers(ImmutableArray<long> records, ImmutableArray<long> lines) => records.IsDefaultOrEmpty ? lines : records;

    private FecFile Open(AccountingFile file) => FecFile.Group([.. file.Parts.OrderBy(part => part.Number).Select(part => new FecPart(part.Name, () => store.OpenRead(part.Hash)))])[0];
}

/// <summary>Lines of a finding.</summary>
/// <param name="Numbers">The lines concerned, by their own numbers; the others are in the same entries.</param>
internal sealed record FoundLines(CheckedFile Found, string Message, string Explanation, string? Question, IReadOnlySet<long> Numbers, IReadOnlyList<FecLineText> Lines)
{
    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyList<FoundEntry> Entries => field ??= [.. Lines.GroupBy(line => (line.Journal, line.Entry)).Select(entry => new FoundEntry([.. entry], entry.Count(line => Numbers.Contains(line.Record))))];
}

/// <summary>An entry of a finding, whole.</summary>
/// <param name="Concerned">How many of its lines the finding is about.</param>
public sealed record FoundEntry(IReadOnlyList<FecLineText> Lines, int Concerned)
{
    /// <summary>Rules that are about entries as a whole; each names an entry by one of its lines.</summary>
    private static readonly (string Rule, string? Variant)[] _ofEntries =
        [("FEC-02", "Entries"), ("FEC-03", null), ("FEC-09", "Rate"), ("FEC-11", null), ("FEC-12", null), ("FEC-14", "Miscellaneous"), ("FEC-14", "LastDay"), ("FEC-17", null)];

    public static bool IsWholeBy(string rule, string variant) => _ofEntries.Any(item => item.Rule == rule && (item.Variant is null || item.Variant == variant));

    public decimal Debit => Lines.Sum(line => line.Debit);
}
