using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>Where a person contested or answered, by name. That a side did so stays; who it was goes.</summary>
internal sealed class PersonalDisputes(Db db) : IPersonalData
{
    public int Order => 410;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var (opened, steps) = await ReadAsync(token);
        return
        [
            new PersonalPiece(
                Texts.Dispute_Privacy,
                [
                    .. opened.Where(row => whom.IsCalled(row.PersonName))
                        .Select(row => (object)new { obligation = row.Obligation, reason = row.Reason, at = row.OpenedAt.ToString() }),
                    .. steps.Where(row => whom.IsCalled(row.PersonName))
                        .Select(row => (object)new { answer = row.Kind.ToString(), words = row.Words, at = row.At.ToString() }),
                ]),
            new PersonalPiece(
                Texts.Dispute_PrivacyReasons,
                [
                    .. opened.Where(row => whom.IsIn(row.Reason)).Select(row => (object)new { reason = row.Reason }),
                    .. steps.Where(row => whom.IsIn(row.Words)).Select(row => (object)new { reason = row.Words }),
                ],
                Texts.Dispute_PrivacyReasonsKept),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var (opened, steps) = await ReadAsync(token);
        var (ids, stepIds) = (opened.FindAll(row => whom.IsCalled(row.PersonName)).ConvertAll(row => row.Id),
            steps.FindAll(row => whom.IsCalled(row.PersonName)).ConvertAll(row => row.Id));
        var erased = await db.Set<Dispute>().Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonName, ""), token);
        erased += await db.Set<DisputeStep>().Where(row => stepIds.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonName, ""), token);
        if (erased > 0)
        {
            db.Record("NamesErased", new SubjectRef(Dispute.Kind, db.CompanyId), new { Count = erased });
            await db.SaveChangesAsync(token);
        }
    }

    // One query for both: a page has few.
    private async Task<(List<Dispute> Opened, List<DisputeStep> Steps)> ReadAsync(CancellationToken token)
    {
        var rows = await db.Set<Dispute>().AsNoTracking().OrderBy(row => row.Id)
            .Select(row => new { row, Steps = db.Set<DisputeStep>().Where(step => step.DisputeId == row.Id).ToList() }).ToListAsync(token);
        return (rows.ConvertAll(pair => pair.row), [.. rows.SelectMany(pair => pair.Steps)]);
    }
}
