using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Links;

/// <summary>
/// Enters the company in whose name a link was made, for somebody who has no account: in a scope of its own, whose page shows what the
/// link is for and nothing else of the company.
/// </summary>
public sealed class EnterLink(Db db, Tenant tenant)
{
    /// <returns>The company; null when there is none any more, and nothing was entered.</returns>
    public async Task<Company?> RunAsync(ActionLink link, CancellationToken token)
    {
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == link.ForCompany, token);
        if (company is not null)
        {
            tenant.EnterAsProgram(company);
        }

        return company;
    }
}
