using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Words;

namespace Pupitre.Gathering.Privacy;

/// <summary>The person's own row, their absences, and the parts that they play: the places become empty.</summary>
internal sealed class PersonalRow(Db db, IEnumerable<IPersonDuties> duties) : IPersonalData
{
    public int Order => 1000;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var person = await PersonRows.FindAsync(db, whom.PersonId, token);
        var parts = new List<object>();
        foreach (var contribution in duties.OrderBy(known => known.Order))
        {
            parts.AddRange((await contribution.ReadAsync([whom.PersonId], token)).Select(duty => new { part = duty.Part, of = duty.Of }));
        }

        return
        [
            new PersonalPiece(Texts.Privacy_Row, [new { name = person.Name, function = person.Function, email = person.Email, phone = person.Phone }]),
            new PersonalPiece(Texts.Privacy_Parts, parts),
            new PersonalPiece(Texts.Privacy_Absences, [.. person.Absences.OrderBy(absence => absence.From).Select(absence => (object)new { from = Moments.Short(absence.From), until = Moments.Short(absence.Until) })]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        foreach (var contribution in duties)
        {
            await contribution.ReassignAsync(whom.PersonId, to: null, token);
        }

        await PersonRows.LeaveAsync(db, await PersonRows.FindAsync(db, whom.PersonId, token), successor: null, token);
        await db.SaveChangesAsync(token);
    }
}
