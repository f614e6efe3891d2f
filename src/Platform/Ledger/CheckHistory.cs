using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Ledger;

/// <summary>Computes a company's history again from its first line, and says whether any line was altered, removed or put in.</summary>
public sealed class CheckHistory(Db db)
{
    public async Task<HistoryCheck> RunAsync(CancellationToken token)
    {
        var head = await db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync(token);
        var details = db.LedgerDetails.AsNoTracking();
        var lines = db.LedgerEntries.AsNoTracking().OrderBy(line => line.Number)
            .Select(line => new { Line = line, Detail = details.FirstOrDefault(detail => detail.Number == line.Number) });
        var (count, erased, previous) = (0L, 0L, LedgerHead.NoHash);
        await foreach (var found in lines.AsAsyncEnumerable().WithCancellation(token))
        {
            if (!Follows(found.Line, count, previous) || (found.Detail is { } detail && detail.ComputeDigest() != found.Line.DetailDigest))
            {
                return new HistoryCheck(count, erased, count + 1);
            }

            count++;
            previous = found.Line.Hash;
            erased += found.Detail is null && found.Line.DetailDigest.Length > 0 ? 1 : 0;
        }

        var isWhole = head is null ? count == 0 : head.Number == count && head.Hash == previous;
        return new HistoryCheck(count, erased, isWhole ? null : count + 1);
    }

    private static bool Follows(LedgerEntry line, long count, string previous) =>
        line.Number == count + 1 && line.PreviousHash == previous && line.ComputeHash() == line.Hash;
}

/// <summary>What a check of the history found.</summary>
/// <param name="Lines">Lines that stand as they were written.</param>
/// <param name="Erased">Among them, lines whose details were erased since; their digest still stands in the chain.</param>
/// <param name="BrokenAt">Number of the first line that is altered or missing; null when all stand.</param>
public sealed record HistoryCheck(long Lines, long Erased, long? BrokenAt)
{
    public bool IsWhole => BrokenAt is null;
}
