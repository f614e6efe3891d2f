using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Roles;

/// <summary>What is said of how well a person knows processes.</summary>
internal sealed class PersonalKnowHow(Db db) : IPersonalData
{
    public int Order => 500;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<KnowHow>().AsNoTracking().Where(row => row.PersonId == whom.PersonId)
            .Join(db.Set<Process>(), row => row.ProcessId, process => process.Id, (row, process) => new { row.Level, process.Name })
            .OrderBy(row => row.Name).ToListAsync(token);
        return [new PersonalPiece(
            Texts.Role_KnowHow, [.. rows.Select(row => (object)new { of = row.Name, level = RoleWords.Of(row.Level) })])];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        db.RemoveRange(await db.Set<KnowHow>().Where(row => row.PersonId == whom.PersonId).ToListAsync(token));
        await db.SaveChangesAsync(token);
    }
}
