using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Notices.Waits;

/// <summary>Where a person was asked about a wait or answered, by name. That a side did so stays; who it was goes.</summary>
internal sealed class PersonalWaits(Db db) : IPersonalData
{
    public int Order => 425;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
    [
        new PersonalPiece(Texts.Wait_Privacy,
        [
            .. (await ReadAsync(whom, token)).Select(row =>
                (object)new { obligation = row.Obligation, at = row.AskedAt.ToString(), answer = row.Answer?.ToString() }),
        ]),
    ];

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var rows = await ReadAsync(whom, token);
        var (asked, answered) = (rows.FindAll(row => IsTo(row, whom)).ConvertAll(row => row.Id),
            rows.FindAll(row => whom.IsCalled(row.AnsweredBy ?? "")).ConvertAll(row => row.Id));
        var erased = await db.Set<WaitQuestion>().Where(row => asked.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToName, "").SetProperty(row => row.ToEmail, ""), token);
        erased += await db.Set<WaitQuestion>().Where(row => answered.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AnsweredBy, ""), token);
        if (erased > 0)
        {
            db.Record("WaitNamesErased", new SubjectRef(WaitQuestion.Kind, db.CompanyId), new { Count = erased });
            await db.SaveChangesAsync(token);
        }
    }

    private static bool IsTo(WaitQuestion row, Whom whom) =>
        whom.IsCalled(row.ToName) || whom.IsIn(row.ToEmail) || (row.AccountId is { } account && account == whom.AccountId);

    private async Task<List<WaitQuestion>> ReadAsync(Whom whom, CancellationToken token) =>
        (await db.Set<WaitQuestion>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token))
            .FindAll(row => IsTo(row, whom) || whom.IsCalled(row.AnsweredBy ?? ""));
}
