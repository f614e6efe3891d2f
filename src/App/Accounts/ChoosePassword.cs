using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;

namespace Pupitre.App.Accounts;

/// <summary>A password chosen through the link of a mail: the first one of somebody who was invited, or another one for one that was forgotten.</summary>
internal sealed class ChoosePassword(UserManager<Account> accounts, EndSessions end, OpenSession open, Db db)
{
    /// <summary>Whose link it is, while it works; null when it was used, is too old or was cut.</summary>
    public async Task<LinkedPerson?> WhoAsync(string? accountId, string? secret)
    {
        var account = secret is not null && Guid.TryParseExact(accountId, "N", out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (account is null || !await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, secret!))
        {
            return null;
        }

        return new LinkedPerson(account, secret!, IsNew: account.PasswordHash is null);
    }

    /// <summary>The companies in which somebody new was given a place.</summary>
    public Task<List<string>> CompaniesOfAsync(Account account, CancellationToken token) =>
        db.Memberships.Where(row => row.AccountId == account.Id).OrderBy(row => row.Company.Name).Select(row => row.Company.Name).ToListAsync(token);

    /// <summary>Sets the password, and signs in who came with an invitation: they have just proved who they are.</summary>
    public async Task<IdentityResult> RunAsync(LinkedPerson person, string password, CancellationToken token)
    {
        var result = await accounts.ResetPasswordAsync(person.Account, person.Secret, password);
        if (!result.Succeeded)
        {
            return result;
        }

        await accounts.SetLockoutEndDateAsync(person.Account, null);
        await end.AllAsync(person.Account.Id, token);
        if (person.IsNew)
        {
            await open.RunAsync(person.Account, stay: false, token);
        }

        return result;
    }
}

/// <summary>The person that a link was sent to.</summary>
/// <param name="IsNew">They were invited and have no password yet.</param>
internal sealed record LinkedPerson(Account Account, string Secret, bool IsNew);
