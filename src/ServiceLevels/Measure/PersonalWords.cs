using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Privacy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Words that a person confirmed, by name, and letters that were written to them. The word stays confirmed, by somebody of the company.</summary>
internal sealed class PersonalWords(Db db) : IPersonalData
{
    public int Order => 400;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var name = whom.Name;
        var words = await db.Set<WordConfirmation>().AsNoTracking().Where(row => row.Confirmer == name).Select(row => new { row.Obligation, row.Declarer, row.MadeAt }).ToListAsync(token);
        var letters = await LettersAsync(whom, token);
        return
        [
            new PersonalPiece(Texts.Privacy_Words, [.. words.Select(row => (object)new { obligation = row.Obligation, declared = row.Declarer, confirmed = row.MadeAt.ToString() })]),
            new PersonalPiece(Texts.Privacy_Letters, [.. letters.Select(row => (object)new { to = row.To, subject = row.Subject, body = row.Body })]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var name = whom.Name;
        var erased = await db.Set<WordConfirmation>().Where(row => row.Confirmer == name)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Confirmer, ""), token);
        if (erased > 0)
        {
            // What is kept in memory of confirmed words holds names: its key moves on.
            db.Record("NamesErased", new SubjectRef(ConfirmWord.Kind, db.CompanyId), new { Count = erased });
            await db.SaveChangesAsync(token);
        }

        var ids = (await LettersAsync(whom, token)).ConvertAll(row => row.Id);
        await db.Set<ProofRequest>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.To, "").SetProperty(row => row.Body, ""), token);
    }

    private async Task<List<ProofRequest>> LettersAsync(Whom whom, CancellationToken token)
    {
        var (name, email) = (whom.LikeName, whom.LikeEmail);
        var rows = await db.Set<ProofRequest>().AsNoTracking().Where(row => row.To == email || row.Body.Contains(name) || row.Body.Contains(email)).ToListAsync(token);
        return rows.FindAll(row => row.To == whom.Email || whom.IsIn(row.Body));
    }
}
