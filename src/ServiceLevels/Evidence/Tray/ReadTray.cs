using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Evidence.Tray;

/// <summary>Reads what was dropped, by where it stands.</summary>
internal sealed class ReadTray(Db db, Tenant tenant, IClock clock)
{
    public const int PageSize = 25;
    private const int MonthsBack = 15;
    private const int MonthsAhead = 2;

    public async Task<TrayView> RunAsync(FileState show, int page, CancellationToken token)
    {
        var counts = await db.Set<EvidenceFile>().GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.State == show)
            .OrderByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(token);
        var ids = files.ConvertAll(row => row.Id);
        var commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).ToListAsync(token);
        var names = commitments.ToDictionary(row => row.Id, row => row.Name);
        var proposals = (await db.Set<CellProposal>().AsNoTracking().Where(row => row.State == ProposalState.Open && ids.Contains(row.FileId)).ToListAsync(token)).ToLookup(row => row.FileId);
        var proofs = (await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != null && ids.Contains(row.FileId.Value) && row.WithdrawnAt == null).ToListAsync(token)).ToLookup(row => row.FileId!.Value);
        var rows = files.ConvertAll(file => new TrayRow(
            file,
            [.. proposals[file.Id].Select(row => new TrayProposal(row.Id, Cell(row.CommitmentId, row.OccurrenceKey, names), row.Reason, row.At, row.On, row.AttestedBy))],
            [.. proofs[file.Id].DistinctBy(row => (row.CommitmentId, row.OccurrenceKey)).Select(row => new TrayPlace(row.CommitmentId, row.OccurrenceKey, Cell(row.CommitmentId, row.OccurrenceKey, names)))]));
        return new TrayView(counts, rows, Schedules(commitments), Months());
    }

    private IReadOnlyList<Choice> Schedules(List<Commitment> commitments)
    {
        var today = Today();
        return [.. commitments.Where(row => !row.IsArchived && row.Versions.Count > 0 && row.InForce(today).Rule.Schedule is not null).OrderBy(row => row.Name, StringComparer.CurrentCulture).Select(row => new Choice(row.Id.ToString(), row.Name))];
    }

    private IReadOnlyList<Choice> Months()
    {
        var month = new DateOnly(Today().Year, Today().Month, 1);
        return [.. Enumerable.Range(-MonthsAhead, MonthsBack + MonthsAhead + 1).Select(back => month.AddMonths(-back)).Select(first => new Choice(first.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), Moments.Month(first)))];
    }

    private DateOnly Today() => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private static string Cell(Guid commitment, string key, Dictionary<Guid, string> names) => names.GetValueOrDefault(commitment, "?") + ", " + PeriodName(key);

    /// <summary>The period of an occurrence in words.</summary>
    public static string PeriodName(string key) => DateOnly.TryParseExact(key + "-01", "yyyy-MM-dd", out var month) ? Moments.Month(month) : DateOnly.TryParseExact(key, "yyyy-MM-dd", out var day) ? Moments.Short(day) : key;
}

/// <summary>What the page of dropped files shows.</summary>
public sealed record TrayView(IReadOnlyDictionary<FileState, int> Counts, IReadOnlyList<TrayRow> Rows, IReadOnlyList<Choice> Commitments, IReadOnlyList<Choice> Months)
{
    /// <summary>Value of the current month among <see cref="Months"/>: the two that follow stand before it.</summary>
    public string? CurrentMonth => Months.Skip(2).FirstOrDefault()?.Value;

    public int Count(FileState state) => Counts.GetValueOrDefault(state);
}

public sealed record TrayRow(EvidenceFile File, IReadOnlyList<TrayProposal> Proposals, IReadOnlyList<TrayPlace> Places);

public sealed record TrayProposal(Guid Id, string Cell, string Reason, Instant? At, DateOnly? On, SourceClass AttestedBy);

public sealed record TrayPlace(Guid CommitmentId, string OccurrenceKey, string Cell);
