using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Following;

/// <summary>One follower of the history.</summary>
/// <param name="Position">Null before it was first started here.</param>
/// <param name="Behind">Lines that it has yet to read.</param>
public sealed record FollowerLine(IFollowHistory Follower, HistoryPosition? Position, long Behind);

/// <summary>Says how far each follower has read, and what stands in its way.</summary>
public sealed class ReadFollowers(Db db, IEnumerable<IFollowHistory> followers)
{
    public async Task<IReadOnlyList<FollowerLine>> RunAsync(CancellationToken token)
    {
        var head = await db.Set<LedgerHead>().AsNoTracking().Select(row => row.Number).SingleOrDefaultAsync(token);
        var positions = await db.Set<HistoryPosition>().AsNoTracking().ToListAsync(token);
        return [.. followers.Select(follower => Line(follower, positions.Find(row => row.Follower == follower.Name), head))];
    }

    private static FollowerLine Line(IFollowHistory follower, HistoryPosition? position, long head) =>
        new(follower, position, head - (position?.Number ?? Math.Max(0, head - follower.LinesFromBefore)));
}

/// <summary>Has a follower try again now what it could not read.</summary>
public sealed class RetryFollower(Db db, IEnumerable<IFollowHistory> followers)
{
    /// <exception cref="NotFound">There is no such follower.</exception>
    public async Task RunAsync(string name, CancellationToken token)
    {
        if (!followers.Any(follower => follower.Name == name))
        {
            throw new NotFound();
        }

        await db.Set<HistoryPosition>().Where(row => row.Follower == name)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, (NodaTime.Instant?)null), token);
    }
}
