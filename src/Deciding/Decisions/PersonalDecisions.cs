using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Deciding.Decisions;

/// <summary>Who decided, and who thought otherwise. The decision stays, and can still be verified; its frozen reasons stay as they were
/// given.</summary>
internal sealed class PersonalDecisions(Db db) : IPersonalData
{
    public int Order => 450;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<Decision>().AsNoTracking().AsAsyncEnumerable()
            .Where(row => whom.IsIn(row.DecidedBy) || whom.IsIn(row.Dissent) || whom.IsIn(row.Content)).ToListAsync(token);
        var named = rows.Where(row => whom.IsIn(row.DecidedBy) || whom.IsIn(row.Dissent))
            .Select(row => (object)new { decided = Moments.Short(row.DecidedOn), by = row.DecidedBy, dissent = row.Dissent });
        var reasons = rows.Where(row => whom.IsIn(row.Content))
            .Select(row => (object)new { decided = Moments.Short(row.DecidedOn), reason = FrozenDecision.Read(row.Content).Reason });
        return
        [
            new PersonalPiece(Texts.Privacy_Decisions, [.. named]),
            new PersonalPiece(Texts.Privacy_Reasons, [.. reasons], Texts.Privacy_ReasonsKept),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<Decision>().AsNoTracking().AsAsyncEnumerable()
            .Select(row => new { row.Id, IsDecider = whom.IsIn(row.DecidedBy), IsDissenter = whom.IsIn(row.Dissent) })
            .Where(row => row.IsDecider || row.IsDissenter)
            .ToListAsync(token);
        var deciders = rows.Where(row => row.IsDecider).Select(row => row.Id).ToList();
        var dissenters = rows.Where(row => row.IsDissenter).Select(row => row.Id).ToList();
        await db.Set<Decision>().Where(row => deciders.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DecidedBy, ""), token);
        await db.Set<Decision>().Where(row => dissenters.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Dissent, ""), token);
    }
}
