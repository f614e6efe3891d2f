using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>The link with which a person chooses a password.</summary>
public static class PasswordLink
{
    /// <summary>A link that serves once; its secret is already written as addresses are.</summary>
    public static async Task<string> OfAsync(UserManager<Account> accounts, Account account, string address) =>
        $"{address}/account/reset?account={account.Id:N}&token={await accounts.GeneratePasswordResetTokenAsync(account)}";
}

/// <summary>
/// Makes a link with which a member chooses a new password, for who administers the company to hand over, where no mail server can. It is
/// shown once and the history says who asked for it. An account that is also another company's is not touched: its owner here would
/// get into the other one.
/// </summary>
public sealed class HandOverPasswordLink(Db db, Tenant tenant, UserManager<Account> accounts, Outbox outbox)
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

        var link = await PasswordLink.OfAsync(accounts, account, outbox.LinksTo(address));
        db.Record("PasswordLinkShown", new SubjectRef("account", account.Id), new { Name = account.DisplayName });
        await db.SaveChangesAsync(token);
        return link;
    }
}
