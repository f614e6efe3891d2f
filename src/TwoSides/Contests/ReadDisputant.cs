using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.TwoSides.Contests;

/// <summary>Who acts for the company: the person who is signed in, with what they do there.</summary>
public sealed class ReadDisputant(Db db, Tenant tenant)
{
    public async Task<Disputant> RunAsync(CancellationToken token)
    {
        if (tenant.AccountId is not { } id)
        {
            return new Disputant(Party.Company, null, tenant.Company.Name, null);
        }

        var name = await db.Users.Where(row => row.Id == id).Select(row => row.DisplayName).SingleOrDefaultAsync(token)
            ?? throw new NotFound();
        var role = await db.Set<Person>().Where(row => row.AccountId == id && row.SideId == null).Select(row => row.Function)
            .FirstOrDefaultAsync(token);
        return new Disputant(Party.Company, id, name, role);
    }
}
