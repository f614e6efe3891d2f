using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Privacy;

namespace Pupitre.Processes.Decisions;

/// <summary>Who decided, and who thought otherwise. The decision stays, and can still be verified; its frozen reasons stay as they were given.</summary>
internal sealed class PersonalDecisions(Db db) : IPersonalData
{
    public int Order => 450;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<Decision>().AsNoTracking().AsAsyncEnumerable()
            .Where(row => whom.IsIn(row.DecidedBy) || whom.IsIn(row.Dissent) || whom.IsIn(row.Content)).ToListAsync(token);
        return
        [
            new PersonalPiece(Texts.Privacy_Decisions, [.. rows.Where(Named).Select(row => (object)new { decided = row.DecidedOn.ToString("O"), by = row.DecidedBy, dissent = row.Dissent })]),
            new PersonalPiece(Texts.Privacy_Reasons, [.. rows.Where(row => whom.IsIn(row.Content)).Select(row => (object)new { decided = row.DecidedOn.ToString("O"), reason = FrozenDecision.Read(row.Content).Reason })], Texts.Privacy_ReasonsKept),
        ];

        bool Named(Decision row) => whom.IsIn(row.DecidedBy) || whom.IsIn(row.Dissent);
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<Decision>().AsNoTracking().AsAsyncEnumerable()
            .Where(row => whom.IsIn(row.DecidedBy) || whom.IsIn(row.Dissent)).Select(row => new { row.Id, IsDecider = whom.IsIn(row.DecidedBy), IsDissenter = whom.IsIn(row.Dissent) })
            .ToListAsync(token);
        var (deciders, dissenters) = (rows.Where(row => row.IsDecider).Select(row => row.Id).ToList(), rows.Where(row => row.IsDissenter).Select(row => row.Id).ToList());
        await db.Set<Decision>().Where(row => deciders.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DecidedBy, ""), token);
        await db.Set<Decision>().Where(row => dissenters.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Dissent, ""), token);
    }
}
