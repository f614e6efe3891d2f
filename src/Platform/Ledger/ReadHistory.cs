using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>Reads the company's history, the newest line first.</summary>
public sealed class ReadHistory(Db db, Tenant tenant)
{
    public const int PageSize = 50;

    /// <summary>One page of the lines that the filter lets through.</summary>
    public async Task<HistoryPage> RunAsync(HistoryFilter filter, int page, CancellationToken token)
    {
        var lines = Filtered(filter);
        var total = await lines.CountAsync(token);
        var rows = await Rows(lines.OrderByDescending(line => line.Number).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(token);
        return new HistoryPage(rows, total);
    }

    /// <summary>Every line that the filter lets through, for an export.</summary>
    public IEnumerable<HistoryRow> All(HistoryFilter filter) => Rows(Filtered(filter).OrderBy(line => line.Number)).AsEnumerable();

    /// <summary>What the filters offer: the verbs, the kinds of subject and the people that the history names.</summary>
    public async Task<HistoryChoices> ChoicesAsync(CancellationToken token)
    {
        var words = await db.LedgerEntries.Select(line => new { line.Verb, line.SubjectKind }).Distinct().ToListAsync(token);
        var people = await db.Users.Where(account => db.LedgerEntries.Any(line => line.AccountId == account.Id))
            .OrderBy(account => account.DisplayName).Select(account => new { account.Id, account.DisplayName }).ToListAsync(token);
        return new HistoryChoices(
            [.. words.Select(word => word.Verb).Distinct()],
            [.. words.Select(word => word.SubjectKind).Distinct()],
            [.. people.Select(person => (person.Id, person.DisplayName))]);
    }

    /// <summary>One line, whole.</summary>
    public async Task<HistoryRow> LineAsync(long number, CancellationToken token) =>
        await Rows(db.LedgerEntries.Where(line => line.Number == number)).SingleOrDefaultAsync(token) ?? throw new NotFound();

    private IQueryable<LedgerEntry> Filtered(HistoryFilter filter)
    {
        var lines = db.LedgerEntries.AsNoTracking();
        lines = filter.Verb is null ? lines : lines.Where(line => line.Verb == filter.Verb);
        lines = filter.Kind is null ? lines : lines.Where(line => line.SubjectKind == filter.Kind);
        lines = filter.AccountId is null ? lines : lines.Where(line => line.AccountId == filter.AccountId);
        if (filter.From is { } from)
        {
            var start = StartOf(from);
            lines = lines.Where(line => line.At >= start);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = StartOf(until.AddDays(1));
            lines = lines.Where(line => line.At < end);
        }

        return lines;
    }

    private Instant StartOf(DateOnly day) => tenant.Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant();

    private IQueryable<HistoryRow> Rows(IQueryable<LedgerEntry> lines) => lines.Select(line => new HistoryRow(
        line.Number,
        line.At,
        db.Users.Where(account => account.Id == line.AccountId).Select(account => account.DisplayName).FirstOrDefault(),
        line.AccountId != null,
        line.Verb,
        line.SubjectKind,
        line.SubjectId,
        db.LedgerDetails.Where(detail => detail.Number == line.Number).Select(detail => detail.Json).FirstOrDefault(),
        line.DetailDigest,
        line.PreviousHash,
        line.Hash));
}

/// <summary>What a reader of the history asks for; null asks for everything.</summary>
/// <param name="Until">Last day, which counts.</param>
public sealed record HistoryFilter(string? Verb, string? Kind, Guid? AccountId, DateOnly? From, DateOnly? Until);

public sealed record HistoryPage(IReadOnlyList<HistoryRow> Rows, int Total);

public sealed record HistoryChoices(IReadOnlyList<string> Verbs, IReadOnlyList<string> Kinds, IReadOnlyList<(Guid Id, string Name)> People);

/// <summary>One line of the history.</summary>
/// <param name="Person">Name of who acted; null when the account is gone or the program acted by itself.</param>
/// <param name="ByPerson">False when the program acted by itself.</param>
/// <param name="DetailJson">Null when there were no details, or when they were erased.</param>
public sealed record HistoryRow(
    long Number, Instant At, string? Person, bool ByPerson, string Verb, string Kind, Guid SubjectId, string? DetailJson, string DetailDigest, string PreviousHash, string Hash)
{
    public SubjectRef Subject => new(Kind, SubjectId);

    public bool IsErased => DetailJson is null && DetailDigest.Length > 0;
}
