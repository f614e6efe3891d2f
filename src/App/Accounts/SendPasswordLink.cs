using Microsoft.AspNetCore.Identity;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.App.Accounts;

/// <summary>Mails a link that lets a person choose a new password. To an unknown address nothing is sent, and the page says the same.</summary>
internal sealed class SendPasswordLink(UserManager<Account> accounts, Outbox outbox, Db db)
{
    public async Task RunAsync(string email, string address, CancellationToken token)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            return;
        }

        var link = await PasswordLink.OfAsync(accounts, account, outbox.LinksTo(address));
        outbox.Send(account.Email!, Texts.Forgotten_MailSubject, Texts.Forgotten_MailBody.With(account.DisplayName, link));
        await db.SaveChangesAsync(token);
    }
}
