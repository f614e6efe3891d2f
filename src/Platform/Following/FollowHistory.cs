using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Following;

/// <summary>Tells every follower what was written in the current company since it last read. Two queries while nothing was.</summary>
internal sealed class FollowHistory(Db db, IEnumerable<IFollowHistory> followers, TellFollower tell)
{
    /// <summary>Lines that are told before somebody else has a turn.</summary>
    private const int MostBatches = 20;

    public async Task RunAsync(CancellationToken token)
    {
        var head = await db.Set<LedgerHead>().AsNoTracking().Select(row => row.Number).SingleOrDefaultAsync(token);
        var known = await db.Set<HistoryPosition>().AsNoTracking()
            .ToDictionaryAsync(row => row.Follower, row => row.Number, StringComparer.Ordinal, token);
        foreach (var follower in followers)
        {
            if (!known.TryGetValue(follower.Name, out var number))
            {
                number = Math.Max(0, head - follower.LinesFromBefore);
                await BeginAsync(follower.Name, number, token);
            }

            for (var batch = 0; number < head && batch < MostBatches && await tell.RunAsync(follower, token); batch++)
            {
            }
        }
    }

    // Two nodes may begin at once: the row of the first stands.
    private Task<int> BeginAsync(string follower, long number, CancellationToken token) => db.Database.ExecuteSqlAsync(
        $"""
        insert into history_positions (company_id, follower, number, failures)
        values ({db.CompanyId}, {follower}, {number}, 0) on conflict do nothing
        """,
        token);
}
