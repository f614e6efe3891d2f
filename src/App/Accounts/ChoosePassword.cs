using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;

namespace Pupitre.App.Accounts;

/// <summary>A password chosen through a link: the first one of somebody who was invited, or another one for one that was forgotten.</summary>
internal sealed class ChoosePassword(UserManager<Account> accounts, EndSessions end, OpenSession open, Db db, UseLink links)
{
    /// <summary>Whose link it is, while it works; else how it stands. Looking uses nothing up.</summary>
    public async Task<(LinkState State, LinkedPerson? Person)> WhoAsync(string? secret, CancellationToken token)
    {
        var (state, link) = await links.FindAsync(PasswordLink.Purpose, secret, token);
        if (state != LinkState.Good || await accounts.FindByIdAsync(link!.SubjectId.ToString()) is not { } account)
        {
            return (state == LinkState.Good ? LinkState.Unknown : state, null);
        }

        // The password is another one since: by another link, or by the person themselves.
        return link.Guard != Sha256Hex.Of(account.SecurityStamp ?? "") ? (LinkState.Used, null) : (LinkState.Good, new LinkedPerson(account, link, IsNew: account.PasswordHash is null));
    }

    /// <summary>The companies in which somebody new was given a place.</summary>
    public Task<List<string>> CompaniesOfAsync(Account account, CancellationToken token) =>
        db.Memberships.Where(row => row.AccountId == account.Id).OrderBy(row => row.Company.Name).Select(row => row.Company.Name).ToListAsync(token);

    /// <summary>Sets the password, and signs in who came with an invitation: they have just proved who they are. A password that is refused leaves the link as it was.</summary>
    public async Task<IdentityResult> RunAsync(LinkedPerson person, string password, CancellationToken token)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(token))
        {
            if (!await links.RunAsync(person.Link, token))
            {
                return IdentityResult.Failed(new IdentityErrorDescriber().InvalidToken());
            }

            var result = await accounts.ResetPasswordAsync(person.Account, await accounts.GeneratePasswordResetTokenAsync(person.Account), password);
            if (!result.Succeeded)
            {
                return result;
            }

            await accounts.SetLockoutEndDateAsync(person.Account, null);
            await end.AllAsync(person.Account.Id, token);
            await transaction.CommitAsync(token);
        }

        if (person.IsNew)
        {
            await open.RunAsync(person.Account, stay: false, token);
        }

        return IdentityResult.Success;
    }
}

/// <summary>The person that a link was sent to.</summary>
/// <param name="IsNew">They were invited and have no password yet.</param>
internal sealed record LinkedPerson(Account Account, ActionLink Link, bool IsNew);
