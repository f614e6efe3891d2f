using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
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

        var secret = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        outbox.Send(account.Email!, Texts.Forgotten_MailSubject, Texts.Forgotten_MailBody.With(account.DisplayName, $"{outbox.LinksTo(address)}/account/reset?account={account.Id:N}&token={secret}"));
        await db.SaveChangesAsync(token);
    }
}
