using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>Who belongs to the company, and as what.</summary>
public sealed class ReadMembers(Db db, Tenant tenant)
{
    /// <summary>People of a company that are shown at once; a company of this product has far fewer.</summary>
    public const int MaxShown = 500;

    public Task<List<Member>> RunAsync(CancellationToken token) => Rows().OrderBy(member => member.Name).Take(MaxShown).ToListAsync(token);

    public async Task<Member> OneAsync(Guid accountId, CancellationToken token) =>
        await Rows().SingleOrDefaultAsync(member => member.AccountId == accountId, token) ?? throw new NotFound();

    private IQueryable<Member> Rows() => db.Memberships.AsNoTracking().Where(row => row.CompanyId == tenant.CompanyId)
        .Join(db.Users, row => row.AccountId, account => account.Id, (row, account) => new Member
        {
            AccountId = account.Id,
            Name = account.DisplayName,
            Email = account.Email!,
            Role = row.Role,
            ScopeKind = row.ScopeKind,
            ScopeId = row.ScopeId,
            Since = row.Since,
            HasPassword = account.PasswordHash != null,
        });
}

/// <summary>A person of the company.</summary>
public sealed record Member
{
    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public Role Role { get; init; }

    public string? ScopeKind { get; init; }

    /// <summary>What alone the person sees; null for all of the company.</summary>
    public Guid? ScopeId { get; init; }

    public SubjectRef? Scope => ScopeId is { } id ? new SubjectRef(ScopeKind!, id) : null;

    public Instant Since { get; init; }

    /// <summary>False until the person has followed the link of the invitation.</summary>
    public bool HasPassword { get; init; }
}
