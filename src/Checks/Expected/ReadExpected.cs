using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Deliverables.Fec;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Checks.Expected;

/// <summary>Reads what providers owe under their contracts, what was received of it, and what became of the files that Pupitre opens.</summary>
internal sealed class ReadExpected(Db db, ReadCompanyFacts readFacts, IClock clock)
{
    public const int PageSize = 20;

    private const int MonthsBack = 12;
    private const int MonthsAhead = 13;

    public async Task<ExpectedView> RunAsync(Guid? providerId, string? sort, int page, Guid? notOpenedId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var files = db.Set<AccountingFile>().AsNoTracking().Where(row => providerId == null || row.ProviderId == providerId);
        var total = await files.CountAsync(token);
        var shown = await files.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .GroupJoin(
                db.Set<AccountingFileCheck>(),
                file => file.LastCheckId,
                check => check.Id,
                (file, checks) => new { file, checks })
            .SelectMany(pair => pair.checks.DefaultIfEmpty(), (pair, check) => new ReceivedLine(
                pair.file.Id, pair.file.Name, pair.file.Closing, pair.file.ReceivedAt, pair.file.State,
                check == null ? null : check.Verdict, check == null ? 0 : check.Blocking, check == null ? 0 : check.Major, check == null ? 0 : check.Minor))
            .ToListAsync(token);
        var notOpened = notOpenedId is { } wanted ? await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == wanted, token) : null;
        return new ExpectedView(facts, [.. Sorted(Due(facts, now, providerId), sort)], shown, total, notOpened, now);
    }

    private static IEnumerable<ExpectedLine> Sorted(IEnumerable<ExpectedLine> lines, string? sort) => sort switch
    {
        "document" => lines.OrderBy(line => line.Commitment.Name, StringComparer.CurrentCulture),
        "-document" => lines.OrderByDescending(line => line.Commitment.Name, StringComparer.CurrentCulture),
        "provider" => lines.OrderBy(line => line.Commitment.Provider, StringComparer.CurrentCulture),
        "-provider" => lines.OrderByDescending(line => line.Commitment.Provider, StringComparer.CurrentCulture),
        "contract" => lines.OrderBy(line => line.Contract is null).ThenBy(line => line.Contract, StringComparer.CurrentCulture),
        "-contract" => lines.OrderByDescending(line => line.Contract, StringComparer.CurrentCulture),
        "last" => lines.OrderBy(line => line.Last?.Declared.Due ?? Instant.MaxValue),
        "-last" => lines.OrderByDescending(line => line.Last?.Declared.Due ?? Instant.MinValue),
        "-next" => lines.OrderByDescending(line => line.Next?.Declared.Due ?? Instant.MinValue),
        _ => lines,
    };

    private static List<ExpectedLine> Due(CompanyFacts facts, Instant now, Guid? providerId)
    {
        var judge = new JudgeOccurrences(facts, now);
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var lines = new List<ExpectedLine>();
        foreach (var commitment in facts.Commitments.Where(item => item.Row.Performer == Party.Provider && !item.IsClock && (providerId is null || item.Row.ProviderId == providerId)))
        {
            var occurrences = judge.Run(commitment, current - MonthsBack, current + MonthsAhead).OrderBy(item => item.Declared.Due).ToList();
            lines.Add(new ExpectedLine(
                commitment,
                facts.Contracts.FirstOrDefault(contract => contract.Id == commitment.Row.ContractId)?.Title,
                occurrences.FindLast(item => item.Declared.Due <= now),
                occurrences.Find(item => item.Declared.Due > now && item.Declared is { Stop: null, NoLaterThan: null }) ?? occurrences.Find(item => item.Declared.Due > now)));
        }

        return [.. lines.OrderBy(line => line.Next?.Declared.Due ?? Instant.MaxValue)];
    }
}

/// <summary>What the page shows.</summary>
internal sealed record ExpectedView(CompanyFacts Facts, IReadOnlyList<ExpectedLine> Lines, IReadOnlyList<ReceivedLine> Files, int Total, EvidenceFile? NotOpened, Instant Now)
{
    /// <summary>Documents whose last due date has passed without anything that shows them.</summary>
    public int Missing => Lines.Count(line => line.Last is { Standing: Standing.NoTrace or Standing.Late or Standing.LateByCompany or Standing.LateByProvider, Declared.Stop: null });
}

/// <summary>A document that a provider owes again and again.</summary>
internal sealed record ExpectedLine(CommitmentFacts Commitment, string? Contract, JudgedOccurrence? Last, JudgedOccurrence? Next);

/// <summary>A file that was received and opened.</summary>
internal sealed record ReceivedLine(Guid Id, string Name, DateOnly? Closing, Instant ReceivedAt, AccountingFileState State, OfficialVerdict? Verdict, int Blocking, int Major, int Minor);
