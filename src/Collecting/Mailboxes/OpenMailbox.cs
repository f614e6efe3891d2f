using MailKit;
using MailKit.Security;
using Pupitre.Kernel;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Connects to a mailbox, signs in and opens its folder to read: nothing in it is marked, moved or removed.</summary>
internal sealed class OpenMailbox(MailboxSecret secrets, FreshToken tokens)
{
    /// <exception cref="Refused">It has no password, or no token can be had.</exception>
    public async Task<MailboxClient> RunAsync(Mailbox mailbox, CancellationToken token)
    {
        var client = new MailboxClient();
        try
        {
            await ConnectAsync(client, mailbox, token);
            await SignInAsync(client, mailbox, token);
            await FolderAsync(client, mailbox, token);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public static Task ConnectAsync(MailboxClient client, Mailbox mailbox, CancellationToken token) =>
        client.ConnectAsync(mailbox.Host, mailbox.Port, SecurityOf(mailbox.Tls), token);

    public async Task SignInAsync(MailboxClient client, Mailbox mailbox, CancellationToken token)
    {
        if (mailbox.Secret is not { } secret)
        {
            throw new Refused(mailbox.SignIn == MailboxSignIn.OAuth ? Texts.Mailbox_NotSignedIn : Texts.Mailbox_NoPassword);
        }

        if (mailbox.SignIn == MailboxSignIn.OAuth)
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(mailbox.User, await tokens.RunAsync(mailbox, token)), token);
            return;
        }

        await client.AuthenticateAsync(mailbox.User, secrets.Open(mailbox.Id, secret), token);
    }

    public static async Task<IMailFolder> FolderAsync(MailboxClient client, Mailbox mailbox, CancellationToken token)
    {
        var folder = mailbox.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
            ? client.Inbox
            : await client.GetFolderAsync(mailbox.Folder, token);
        if (!folder.IsOpen)
        {
            await folder.OpenAsync(FolderAccess.ReadOnly, token);
        }

        return folder;
    }

    private static SecureSocketOptions SecurityOf(MailboxTls tls) => tls switch
    {
        MailboxTls.Tls => SecureSocketOptions.SslOnConnect,
        MailboxTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
