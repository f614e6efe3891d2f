using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;

namespace Pupitre.Platform.Access.Members;

/// <summary>Whoever is given a place in a company is one of its people: the row that has their address or name, or a new one.</summary>
public static class MemberPerson
{
    public static async Task KeepAsync(Db db, Account account, CancellationToken token)
    {
        var email = account.Email!;
        var known = await db.Set<Person>().Where(row => row.SideId == null && (row.AccountId == account.Id || row.Email == email)).OrderBy(row => row.Id).FirstOrDefaultAsync(token);
        var person = known ?? await new NamePerson(db).KeepAsync(new PersonInput { Name = account.DisplayName, Email = email }, token);
        if (person.AccountId is null)
        {
            person.SignInAs(account.Id, email);
        }
    }
}
