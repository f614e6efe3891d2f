using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Providers;

namespace Pupitre.TwoSides.Sample;

/// <summary>One person of the sample's accounting firm has an account, limited to it. Nobody is written to: she does not exist.</summary>
internal sealed class InviteClerk(Db db, Tenant tenant, InvitedAccount accounts, ChangeMemberRole change) : ISampleChapter
{
    public int Order => 234;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var provider = await db.Set<Provider>().SingleAsync(row => row.Name == Cast.AccountingFirm, token);
        var account = await accounts.RunAsync(Cast.AccountingClerk.Email, Cast.AccountingClerk.Name);
        if (await db.Memberships.AnyAsync(row => row.AccountId == account.Id && row.CompanyId == tenant.CompanyId, token))
        {
            return;
        }

        db.Memberships.Add(Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token),
            Role.Reader, accounts.Now));
        await MemberPerson.KeepAsync(db, account, provider.Ref, token);
        await db.SaveChangesAsync(token);
        await change.RunAsync(account.Id, Role.Provider, provider.Ref, token);
    }
}
