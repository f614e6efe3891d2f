using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;

namespace Pupitre.Platform.Access.Members;

/// <summary>
/// Whoever is given a place in a company is one of its people: the row that has their address, or their name and no address, or a new one. It is
/// part of what gives them the place, and tells no line of its own. Somebody of a provider is one of that provider's people.
/// </summary>
public static class MemberPerson
{
    public static Task KeepAsync(Db db, Account account, CancellationToken token) => KeepAsync(db, account, side: null, token);

    /// <param name="side">The provider whose person it is; null for the company's own people.</param>
    public static async Task KeepAsync(Db db, Account account, SubjectRef? side, CancellationToken token)
    {
        var sideId = side?.Id;
        var (email, name) = (account.Email!, account.DisplayName.Trim().Folded());
        // Addresses are compared here: a query would tell capitals apart.
        var known = await db.Set<Person>().Where(row => row.SideId == sideId).OrderBy(row => row.Id).ToListAsync(token);
        var person = known.Find(row => row.AccountId == account.Id)
            ?? known.Find(row => row.AccountId is null && email.Equals(row.Email, StringComparison.OrdinalIgnoreCase))
            ?? known.Find(row => row.AccountId is null && row.Email is null && row.FoldedName == name);
        if (person is null)
        {
            person = Person.Create(Guid.CreateVersion7());
            person.Describe(new PersonInput { Name = account.DisplayName, Email = email, SideKey = PersonInput.KeyOf(side) });
            db.Add(person);
        }

        if (person.AccountId is null)
        {
            person.SignInAs(account.Id, email);
        }
    }
}
