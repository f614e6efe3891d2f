using Microsoft.EntityFrameworkCore;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Texts of monthly statements that name a person: they are erased beside what was hashed, so that a closed month still verifies.
/// </summary>
internal sealed class PersonalStatements(Db db) : IPersonalData
{
    public int Order => 410;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var comments = await CommentsAsync(whom, token);
        var rows = await RowsAsync(whom, token);
        return
        [
            new PersonalPiece(
                Texts.Privacy_StatementComments,
                    [.. comments.Select(row => (object)new { by = row.ByName, text = row.Text, at = row.At.ToString() })]),
            new PersonalPiece(
                Texts.Privacy_Statements,
                    [.. rows.SelectMany(row => Named(row, whom)).Select(text => (object)new { text = text.Value.Text })]),
            new PersonalPiece(
                Texts.Privacy_Credits,
                [.. (await ClaimsAsync(whom, token)).Select(row => (object)new { by = row.AgreedName, at = row.AgreedAt.ToString() })]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var comments = (await CommentsAsync(whom, token)).ConvertAll(row => row.Id);
        await db.Set<StatementComment>().Where(row => comments.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ByName, "").SetProperty(row => row.Text, ""), token);
        var claims = (await ClaimsAsync(whom, token)).ConvertAll(row => row.Id);
        await db.Set<CreditClaim>().Where(row => claims.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AgreedName, ""), token);
        foreach (var found in await RowsAsync(whom, token))
        {
            var row = await db.Set<MonthStatement>().SingleAsync(item => item.Id == found.Id, token);
            var gone = Named(row, whom).Select(text => text.Key).ToHashSet();
            var file = new StatementFile
            {
                Hashed = ReadOnlyMemory<byte>.Empty,
                Hash = row.Hash ?? "",
                Clear = StatementFile.ReadClear(row.Clear ?? "{}").Where(text => !gone.Contains(text.Key)).ToDictionary(),
            };
            row.Erase(row.Clear is null ? null : file.WriteClear(), whom.IsCalled(row.ProviderAgreedName));
            db.Record("StatementTextsErased", row.Ref, new { row.ContractId, Count = gone.Count });
            await db.SaveChangesAsync(token);
        }
    }

    private static IEnumerable<KeyValuePair<string, ClearText>> Named(MonthStatement row, Whom whom) =>
        row.Clear is { } clear ? StatementFile.ReadClear(clear).Where(text => whom.IsIn(text.Value.Text)) : [];

    private ValueTask<List<StatementComment>> CommentsAsync(Whom whom, CancellationToken token) =>
        db.Set<StatementComment>().AsNoTracking().AsAsyncEnumerable().Where(row => whom.IsCalled(row.ByName) || whom.IsIn(row.Text))
            .ToListAsync(token);

    private ValueTask<List<CreditClaim>> ClaimsAsync(Whom whom, CancellationToken token) =>
        db.Set<CreditClaim>().AsNoTracking().Where(row => row.AgreedName != null).AsAsyncEnumerable()
            .Where(row => whom.IsCalled(row.AgreedName)).ToListAsync(token);

    private ValueTask<List<MonthStatement>> RowsAsync(Whom whom, CancellationToken token) =>
        db.Set<MonthStatement>().AsNoTracking().AsAsyncEnumerable()
            .Where(row => whom.IsCalled(row.ProviderAgreedName) || whom.IsIn(row.Clear)).ToListAsync(token);
}
