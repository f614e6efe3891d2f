using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Following;

/// <summary>
/// Tells one follower its next lines. Numbers have no gaps and are given while the head of the history is locked, so that no smaller one
/// can appear behind a larger one. Of several nodes the one that takes the row reads; when it dies, another one may after a while.
/// </summary>
internal sealed partial class TellFollower(Db db, Tenant tenant, IServiceScopeFactory scopes, IClock clock, ILogger<TellFollower> logger)
{
    public const int Batch = 200;

    private const int MostPauseMinutes = 360;

    private static readonly Duration _held = Duration.FromMinutes(10);

    /// <summary>Shorter than the row is held: who takes too long has stopped before somebody else begins.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(8);

    /// <returns>Whether lines were read, so that there may be more.</returns>
    public async Task<bool> RunAsync(IFollowHistory follower, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var position = await db.Set<HistoryPosition>().AsNoTracking().SingleOrDefaultAsync(row => row.Follower == follower.Name, token);
        if (position is null || position.HeldUntil >= now || position.NextAttemptAt > now)
        {
            return false;
        }

        var lines = await LinesAsync(position.Number, token);
        if (follower.Age > Duration.Zero)
        {
            // By number: clocks of nodes differ, and a younger line before an older one is not passed over.
            lines = [.. lines.TakeWhile(line => line.At <= now - follower.Age)];
        }

        var holder = Guid.CreateVersion7();
        if (lines.Count == 0 || !await TakeAsync(position, holder, now, token))
        {
            return false;
        }

        var (number, problem) = await TryAsync(follower.Name, position.Number, lines, holder, token);
        await (problem is null ? MoveAsync(holder, number) : FailAsync(holder, number, problem));
        return problem is null;
    }

    private Task<List<FollowedLine>> LinesAsync(long after, CancellationToken token) =>
        db.LedgerEntries.AsNoTracking().Where(line => line.Number > after).OrderBy(line => line.Number).Take(Batch)
            .Select(line => new FollowedLine(
                line.Number, line.At, line.AccountId, line.Verb, new SubjectRef(line.SubjectKind, line.SubjectId),
                db.LedgerDetails.Where(detail => detail.Number == line.Number).Select(detail => detail.Json).FirstOrDefault()))
            .ToListAsync(token);

    // One statement that only one node's look can win.
    private async Task<bool> TakeAsync(HistoryPosition position, Guid holder, Instant now, CancellationToken token)
    {
        var until = now + _held;
        return await db.Set<HistoryPosition>()
            .Where(row => row.Follower == position.Follower && row.Number == position.Number)
            .Where(row => row.HeldUntil == null || row.HeldUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, holder).SetProperty(row => row.HeldUntil, until), token) == 1;
    }

    // When the lines cannot be read together they are read one by one: only what cannot be read itself stands in the way.
    private async Task<(long Number, Exception? Problem)> TryAsync(
        string follower, long number, List<FollowedLine> lines, Guid holder, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(_patience);
        try
        {
            if (await ReadAsync(follower, lines, patience.Token, token) is not { } problem)
            {
                return (lines[^1].Number, null);
            }

            if (lines.Count == 1)
            {
                return (number, problem);
            }

            Failed(problem, follower, lines[0].Number, lines[^1].Number);
            foreach (var line in lines)
            {
                if (await ReadAsync(follower, [line], patience.Token, token) is { } own)
                {
                    return (number, own);
                }

                number = line.Number;
            }

            return (number, null);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            await LetGoAsync(holder);
            throw;
        }
    }

    private async Task<Exception?> ReadAsync(
        string follower, IReadOnlyList<FollowedLine> lines, CancellationToken patience, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(tenant.Company);
        try
        {
            // What is told may leave the machine: a power cut must not take back what it was told of.
            scope.ServiceProvider.GetRequiredService<DurableCommits>().Flush();
            await scope.ServiceProvider.GetServices<IFollowHistory>().Single(known => known.Name == follower).ReadAsync(lines, patience);
            return null;
        }
        catch (Exception problem) when (!token.IsCancellationRequested)
        {
            return problem;
        }
    }

    private Task<int> MoveAsync(Guid holder, long number) => Held(holder).ExecuteUpdateAsync(set => set
        .SetProperty(row => row.Number, number).SetProperty(row => row.Holder, (Guid?)null)
        .SetProperty(row => row.HeldUntil, (Instant?)null)
        .SetProperty(row => row.Failures, 0).SetProperty(row => row.FailingSince, (Instant?)null)
        .SetProperty(row => row.NextAttemptAt, (Instant?)null).SetProperty(row => row.Problem, (string?)null));

    private async Task FailAsync(Guid holder, long number, Exception problem)
    {
        var now = clock.GetCurrentInstant();
        var position = await Held(holder).AsNoTracking().SingleOrDefaultAsync();
        if (position is null)
        {
            return;
        }

        // A line that was passed since begins its own count.
        var failures = position.Number == number ? position.Failures + 1 : 1;
        var since = position.Number == number ? position.FailingSince ?? now : now;
        var next = now + Duration.FromMinutes(Math.Min(MostPauseMinutes, Math.Pow(2, Math.Min(failures, 10) - 1)));
        var said = problem is Refused ? problem.Message : problem.GetType().Name + " : " + problem.Message;
        Failed(problem, position.Follower, number + 1, number + 1);
        await Held(holder).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Number, number).SetProperty(row => row.Holder, (Guid?)null)
            .SetProperty(row => row.HeldUntil, (Instant?)null)
            .SetProperty(row => row.Failures, failures).SetProperty(row => row.FailingSince, since)
            .SetProperty(row => row.NextAttemptAt, next).SetProperty(row => row.Problem, said.Cut(HistoryPosition.MaxProblemLength)));
    }

    private Task<int> LetGoAsync(Guid holder) => Held(holder).ExecuteUpdateAsync(set => set
        .SetProperty(row => row.Holder, (Guid?)null).SetProperty(row => row.HeldUntil, (Instant?)null));

    private IQueryable<HistoryPosition> Held(Guid holder) => db.Set<HistoryPosition>().Where(row => row.Holder == holder);

    [LoggerMessage(Level = LogLevel.Error, Message = "Follower {Follower} could not read lines {From} to {To} of the history")]
    private partial void Failed(Exception problem, string follower, long from, long to);
}
