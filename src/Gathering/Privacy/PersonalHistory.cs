using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Privacy;

/// <summary>
/// Lines of the history whose details name the person. The lines and their digests stay, one line says which details were erased: the chain
/// still proves that nothing else was touched.
/// </summary>
internal sealed class PersonalHistory(Db db, Tenant tenant) : IPersonalData
{
    public int Order => 800;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
        [new PersonalPiece(Texts.Privacy_History, [.. (await LinesAsync(whom, token)).Select(row => (object)new { line = row.Number, says = JsonNode.Parse(row.Json) })])];

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var lines = (await LinesAsync(whom, token)).ConvertAll(row => row.Number);
        if (lines.Count == 0)
        {
            return;
        }

        foreach (var some in lines.Chunk(EraseDetail.MaxLinesAtOnce))
        {
            await db.LedgerDetails.Where(row => some.Contains(row.Number)).ExecuteDeleteAsync(token);
            db.Record(EraseDetail.Verb, new SubjectRef("company", tenant.CompanyId), new { Lines = some, Count = some.Length });
        }

        await db.SaveChangesAsync(token);
    }

    // The line that says which details were erased names nobody: it holds numbers.
    private ValueTask<List<(long Number, string Json)>> LinesAsync(Whom whom, CancellationToken token) =>
        db.LedgerDetails.AsNoTracking().OrderBy(row => row.Number).Select(row => new { row.Number, row.Json }).AsAsyncEnumerable()
            .Where(row => whom.IsIn(row.Json)).Select(row => (row.Number, row.Json)).ToListAsync(token);
}
