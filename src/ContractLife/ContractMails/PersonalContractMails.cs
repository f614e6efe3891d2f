using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;

namespace Pupitre.ContractLife.ContractMails;

/// <summary>The mails about contracts that somebody does not want; without them there is nobody to spare.</summary>
internal sealed class PersonalContractMails(Db db) : IPersonalData
{
    public int Order => 207;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
    [
        new PersonalPiece(Texts.ContractMail_Menu,
        [
            .. (await OfAsync(whom, token)).Select(row => (object)new { topic = row.Topic.ToString(), since = row.Since.ToString() }),
        ]),
    ];

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        db.RemoveRange(await OfAsync(whom, token));
        await db.SaveChangesAsync(token);
    }

    private async Task<List<ContractMailRefusal>> OfAsync(Whom whom, CancellationToken token) =>
        (await db.Set<ContractMailRefusal>().OrderBy(row => row.Id).ToListAsync(token)).FindAll(row => whom.IsIn(row.Address));
}
