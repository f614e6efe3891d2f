using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Pupitre.Platform.Mail;

/// <summary>Hands a mail to the mail server, signed in by password or by token.</summary>
internal sealed class SendMail(MailSettings settings, KeepSendingToken tokens)
{
    private const int TimeoutMs = 30_000;

    public MailSettings Settings => settings;

    public async Task RunAsync(MimeMessage message, CancellationToken token)
    {
        using var client = new SmtpClient { Timeout = TimeoutMs };
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, token);
        if (settings.OAuth is not null)
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(settings.User ?? settings.From, await tokens.FreshAsync(token)), token);
        }
        else if (!string.IsNullOrEmpty(settings.User))
        {
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", token);
        }

        await client.SendAsync(message, token);
        await client.DisconnectAsync(quit: true, token);
    }
}
