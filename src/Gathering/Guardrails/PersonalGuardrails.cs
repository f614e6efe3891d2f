using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;

namespace Pupitre.Gathering.Guardrails;

/// <summary>
/// Exceptions that a person accepted, or whose reason names them. That an exception stands, and until when, stays: it is the company's
/// decision; who accepted it goes with an erased account, and the reason goes whole.
/// </summary>
internal sealed class PersonalGuardrails(Db db) : IPersonalData
{
    public int Order => 150;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
    [
        new PersonalPiece(
            Texts.Guardrail_Personal,
            [.. (await RowsAsync(whom, token)).Select(row =>
                (object)new
                {
                    guardrail = row.Key,
                    reason = row.Reason,
                    until = row.AcceptedUntil?.ToString("O", CultureInfo.InvariantCulture),
                })]),
    ];

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var ids = (await RowsAsync(whom, token)).ConvertAll(row => row.Id);
        foreach (var record in await db.Set<GuardrailRecord>().Where(row => ids.Contains(row.Id)).ToListAsync(token))
        {
            record.Forget(who: record.AcceptedBy is not null && record.AcceptedBy == whom.AccountId);
        }

        await db.SaveChangesAsync(token);
    }

    private ValueTask<List<GuardrailRecord>> RowsAsync(Whom whom, CancellationToken token) =>
        db.Set<GuardrailRecord>().AsNoTracking().Where(row => row.Reason != null || row.AcceptedBy != null).OrderBy(row => row.Id)
            .AsAsyncEnumerable()
            .Where(row => (row.AcceptedBy is not null && row.AcceptedBy == whom.AccountId) || whom.IsIn(row.Reason)).ToListAsync(token);
}
