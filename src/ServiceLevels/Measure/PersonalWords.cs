using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Words that a person confirmed, by name, and letters that were written to them. The word stays confirmed, by somebody of the company.</summary>
internal sealed class PersonalWords(Db db) : IPersonalData
{
    public int Order => 400;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var words = await WordsAsync(whom, token);
        var letters = await LettersAsync(whom, token);
        return
        [
            new PersonalPiece(Texts.Privacy_Words, [.. words.Select(row => (object)new { obligation = row.Obligation, declared = row.Declarer, confirmed = row.MadeAt.ToString() })]),
            new PersonalPiece(Texts.Privacy_Letters, [.. letters.Select(row => (object)new { to = row.To, subject = row.Subject, body = row.Body })]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var words = (await WordsAsync(whom, token)).ConvertAll(row => row.Id);
        var erased = await db.Set<WordConfirmation>().Where(row => words.Contains(row.Id))
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

    private ValueTask<List<WordConfirmation>> WordsAsync(Whom whom, CancellationToken token) =>
        db.Set<WordConfirmation>().AsNoTracking().AsAsyncEnumerable().Where(row => whom.IsCalled(row.Confirmer)).ToListAsync(token);

    private ValueTask<List<ProofRequest>> LettersAsync(Whom whom, CancellationToken token) =>
        db.Set<ProofRequest>().AsNoTracking().AsAsyncEnumerable().Where(row => whom.IsIn(row.To) || whom.IsIn(row.Body)).ToListAsync(token);
}
