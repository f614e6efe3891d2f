using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Comments;

/// <summary>Comments that a person wrote, or that name them: they go whole.</summary>
internal sealed class PersonalComments(Db db) : IPersonalData
{
    public int Order => 520;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
    [
        new PersonalPiece(
            Texts.Comment_Personal,
            [.. (await RowsAsync(whom, token)).Select(row =>
                (object)new { by = row.Author, on = row.WrittenAt.ToString(), text = row.Text })]),
    ];

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var ids = (await RowsAsync(whom, token)).ConvertAll(row => row.Id);
        await db.Set<ProcessComment>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(token);
    }

    private ValueTask<List<ProcessComment>> RowsAsync(Whom whom, CancellationToken token) =>
        db.Set<ProcessComment>().AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable()
            .Where(row => (row.AuthorId is not null && row.AuthorId == whom.AccountId) || whom.IsCalled(row.Author) || whom.IsIn(row.Text))
            .ToListAsync(token);
}
