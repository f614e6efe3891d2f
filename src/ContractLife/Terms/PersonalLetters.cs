using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>Letters of notice that a person is named as signing: the name becomes a gap again.</summary>
internal sealed class PersonalLetters(Db db) : IPersonalData
{
    public int Order => 260;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<NoticeLetter>().AsNoTracking().Where(row => row.Signatory != null)
            .Join(
                db.Set<Contract>(), row => row.ContractId, row => row.Id,
                (letter, contract) => new { letter.Signatory, letter.SignatoryFunction, contract.Title }).ToListAsync(token);
        var signed = rows.Where(row => whom.IsIn(row.Signatory))
            .Select(row => (object)new { contract = row.Title, signs = row.Signatory, function = row.SignatoryFunction });
        return [new PersonalPiece(Texts.Letter_Personal, [.. signed])];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        foreach (var letter in (await db.Set<NoticeLetter>().Where(row => row.Signatory != null).ToListAsync(token))
            .Where(row => whom.IsIn(row.Signatory)))
        {
            letter.ForgetSignatory();
        }

        await db.SaveChangesAsync(token);
    }
}
