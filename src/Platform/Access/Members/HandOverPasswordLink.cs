using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>The link with which a person chooses a password: good for a day, once, and until the password is another one.</summary>
public sealed class PasswordLink(UseLink links, IClock clock)
{
    public const string Purpose = "password";

    /// <summary>How long a link works.</summary>
    private static readonly Duration _lifespan = Duration.FromDays(1);

    /// <summary>Makes a link with the current unit of work.</summary>
    /// <param name="company">The company in whose name; null when the person asks for themselves.</param>
    public string Of(Account account, string address, Guid? company) => $"{address}/account/reset?token=" + links.Issue(
        new LinkRequest(Purpose, new SubjectRef("account", account.Id), account.Email, clock.GetCurrentInstant() + _lifespan, IsOnce: true, company, account.SecurityStamp));

    /// <summary>Takes back the links that a company made for somebody.</summary>
    public Task RevokeAsync(Guid accountId, Guid company, CancellationToken token) => links.RevokeAsync(Purpose, new SubjectRef("account", accountId), company, token);
}

/// <summary>
/// Makes a link with which a member chooses a new password, for who administers the company to hand over, where no mail server can. It is
/// shown once and the history says who asked for it. An account that is also another company's is not touched: its owner here would
/// get into the other one.
/// </summary>
public sealed class HandOverPasswordLink(Db db, Tenant tenant, UserManager<Account> accounts, Outbox outbox, PasswordLink links)
{
    /// <param name="accountId">The member.</param>
    /// <param name="address">The program's own address, for the link.</param>
    /// <exception cref="Refused">A mail server sends such links itself, or the account is also another company's.</exception>
    public async Task<string> RunAsync(Guid accountId, string address, CancellationToken token)
    {
        if (outbox.HasServer)
        {
            throw new Refused(Texts.Member_LinkByMail);
        }

        if (!await db.Memberships.AnyAsync(row => row.AccountId == accountId && row.CompanyId == tenant.CompanyId, token)
            || await accounts.FindByIdAsync(accountId.ToString()) is not { } account)
        {
            throw new NotFound();
        }

        if (await db.Memberships.AnyAsync(row => row.AccountId == accountId && row.CompanyId != tenant.CompanyId, token))
        {
            throw new Refused(Texts.Member_LinkOfOthers);
        }

        var link = links.Of(account, outbox.LinksTo(address), tenant.CompanyId);
        db.Record("PasswordLinkShown", new SubjectRef("account", account.Id), new { Name = account.DisplayName });
        await db.SaveChangesAsync(token);
        return link;
    }
}
