using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>Gives a member another role. A company always keeps an owner.</summary>
public sealed class ChangeMemberRole(Db db, Tenant tenant)
{
    public async Task RunAsync(Guid accountId, Role role, CancellationToken token)
    {
        var membership = await MemberRows.FindAsync(db, tenant, accountId, token);
        if (membership.Role == role)
        {
            return;
        }

        await MemberRows.KeepAnOwnerAsync(db, membership, token);
        var before = membership.Role;
        membership.ChangeRole(role);
        db.Record("MemberRoleChanged", new SubjectRef("account", accountId), new { Name = await MemberRows.NameAsync(db, accountId, token), From = before.ToString(), To = role.ToString() });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Takes a person's place in the company away; their account and what they did stay.</summary>
public sealed class RemoveMember(Db db, Tenant tenant)
{
    public async Task RunAsync(Guid accountId, CancellationToken token)
    {
        var membership = await MemberRows.FindAsync(db, tenant, accountId, token);
        await MemberRows.KeepAnOwnerAsync(db, membership, token);
        db.Memberships.Remove(membership);
        db.Record("MemberRemoved", new SubjectRef("account", accountId), new { Name = await MemberRows.NameAsync(db, accountId, token) });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What both operations on a member ask of the database.</summary>
internal static class MemberRows
{
    public static async Task<Membership> FindAsync(Db db, Tenant tenant, Guid accountId, CancellationToken token) =>
        await db.Memberships.SingleOrDefaultAsync(row => row.CompanyId == tenant.CompanyId && row.AccountId == accountId, token) ?? throw new NotFound();

    public static async Task<string> NameAsync(Db db, Guid accountId, CancellationToken token) =>
        await db.Users.Where(account => account.Id == accountId).Select(account => account.DisplayName).SingleAsync(token);

    public static async Task KeepAnOwnerAsync(Db db, Membership membership, CancellationToken token)
    {
        var isLast = membership.Role == Role.Owner
            && !await db.Memberships.AnyAsync(row => row.CompanyId == membership.CompanyId && row.AccountId != membership.AccountId && row.Role == Role.Owner, token);
        if (isLast)
        {
            throw new Refused(Texts.Member_LastOwner);
        }
    }
}
