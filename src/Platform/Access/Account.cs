using Microsoft.AspNetCore.Identity;
using NodaTime;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access;

/// <summary>A person who can sign in. One account serves all the companies that the person belongs to.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>How the person is named to others; the e-mail address when nothing else was given.</summary>
    public string DisplayName { get; set; } = "";

    public Instant CreatedAt { get; init; }

    /// <summary>When a link to choose another password was last sent, so that nobody fills a person's mailbox with them.</summary>
    public Instant? PasswordLinkAt { get; init; }
}

/// <summary>A person's place in a company.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Guid AccountId { get; private init; }

    public Guid CompanyId { get; private init; }

    public Company Company { get; private init; } = null!;

    public Role Role { get; private set; }

    public Instant Since { get; private init; }

    /// <summary>Kind of what the membership is limited to; null when it is not.</summary>
    public string? ScopeKind { get; private set; }

    public Guid? ScopeId { get; private set; }

    /// <summary>What alone the person sees of the company: one provider, with its contracts and commitments. Null is all of it.</summary>
    public SubjectRef? Scope => ScopeId is { } id ? new SubjectRef(ScopeKind!, id) : null;

    internal void LimitTo(SubjectRef? scope) => (ScopeKind, ScopeId) = (scope?.Kind, scope?.Id);

    internal void ChangeRole(Role role) => Role = role;

    public static Membership Create(Guid accountId, Company company, Role role, Instant since) =>
        new() { AccountId = accountId, CompanyId = company.Id, Company = company, Role = role, Since = since };
}
