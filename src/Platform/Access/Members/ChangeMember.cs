using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>Gives a member another role. A company always keeps an owner.</summary>
public sealed class ChangeMemberRole(Db db, Tenant tenant)
{
    /// <param name="scope">What alone the person sees; null for all of it. Only a reader can be limited, and somebody of a provider always
    /// is.</param>
    public async Task RunAsync(Guid accountId, Role role, SubjectRef? scope, CancellationToken token)
    {
        if (!Enum.IsDefined(role))
        {
            throw new Refused(Texts.Member_RoleUnknown, nameof(Role));
        }

        MemberRows.CheckScope(role, scope);
        await using var transaction = await MemberRows.BeginAsync(db, tenant, token);
        var membership = await MemberRows.FindAsync(db, tenant, accountId, token);
        if (membership.Role == role && membership.Scope == scope)
        {
            return;
        }

        if (role != Role.Owner)
        {
            await MemberRows.KeepAnOwnerAsync(db, membership, token);
        }

        var before = membership.Role;
        membership.ChangeRole(role);
        membership.LimitTo(scope);
        db.Record("MemberRoleChanged", new SubjectRef("account", accountId), new { Name = await MemberRows.NameAsync(db, accountId, token), From = before.ToString(), To = role.ToString(), LimitedTo = scope?.Id });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }
}

/// <summary>Takes a person's place in the company away; their account and what they did stay. <see cref="RestoreMember"/> undoes it.</summary>
public sealed class RemoveMember(Db db, Tenant tenant, PasswordLink links, UseAccessKey keys)
{
    public async Task RunAsync(Guid accountId, CancellationToken token)
    {
        await using var transaction = await MemberRows.BeginAsync(db, tenant, token);
        var membership = await MemberRows.FindAsync(db, tenant, accountId, token);
        await MemberRows.KeepAnOwnerAsync(db, membership, token);
        db.Memberships.Remove(membership);
        await links.RevokeAsync(accountId, tenant.CompanyId, token);
        await keys.RevokeAsync(accountId, tenant.CompanyId, token);
        db.Record(MemberRows.RemovedVerb, new SubjectRef("account", accountId), new { Name = await MemberRows.NameAsync(db, accountId, token), Role = membership.Role.ToString(), membership.ScopeKind, membership.ScopeId });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }
}

/// <summary>
/// Gives a person who was removed their place back, with the role that they had: the history knows it. Who never belonged to the company
/// is invited instead.
/// </summary>
public sealed class RestoreMember(Db db, Tenant tenant, IClock clock)
{
    public async Task RunAsync(Guid accountId, CancellationToken token)
    {
        await using var transaction = await MemberRows.BeginAsync(db, tenant, token);
        var detail = await db.LedgerEntries.Where(line => line.Verb == MemberRows.RemovedVerb && line.SubjectId == accountId).OrderByDescending(line => line.Number)
            .Select(line => db.LedgerDetails.Where(row => row.Number == line.Number).Select(row => row.Json).FirstOrDefault())
            .FirstOrDefaultAsync(token) ?? throw new NotFound();
        if (await db.Memberships.AnyAsync(row => row.CompanyId == tenant.CompanyId && row.AccountId == accountId, token))
        {
            return;
        }

        var company = await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token);
        var role = RoleIn(detail);
        var membership = Membership.Create(accountId, company, role, clock.GetCurrentInstant());
        membership.LimitTo(ScopeIn(detail));
        db.Memberships.Add(membership);
        db.Record("MemberRestored", new SubjectRef("account", accountId), new { Name = await MemberRows.NameAsync(db, accountId, token), Role = role.ToString() });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }

    // Who saw one provider sees no more when they come back.
    private static SubjectRef? ScopeIn(string detail)
    {
        using var document = JsonDocument.Parse(detail);
        return document.RootElement.TryGetProperty("ScopeId", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var key) && document.RootElement.TryGetProperty("ScopeKind", out var kind) ? new SubjectRef(kind.GetString()!, key) : null;
    }

    // Lines of before the role was told give the least.
    private static Role RoleIn(string detail)
    {
        using var document = JsonDocument.Parse(detail);
        return document.RootElement.TryGetProperty("Role", out var text) && Enum.TryParse<Role>(text.GetString(), out var role) && Enum.IsDefined(role) ? role : Role.Reader;
    }
}

/// <summary>What both operations on a member ask of the database.</summary>
internal static class MemberRows
{
    public const string RemovedVerb = "MemberRemoved";

    public static void CheckScope(Role role, SubjectRef? scope)
    {
        if (scope is not null && role is not (Role.Reader or Role.Provider))
        {
            throw new Refused(Texts.Member_ScopeForReaders, nameof(InviteInput.Scope));
        }

        if (scope is null && role == Role.Provider)
        {
            throw new Refused(Texts.Member_ProviderMissing, nameof(InviteInput.Scope));
        }
    }

    /// <summary>Two owners who step down at once come one after the other: the second sees what the first did.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(Db db, Tenant tenant, CancellationToken token)
    {
        var transaction = await db.Database.BeginTransactionAsync(token);
        await LedgerChain.WaitForTurnAsync(db, tenant.CompanyId, token);
        return transaction;
    }

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
