using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Pupitre.Kernel;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Keeps passwords and tokens so that the database alone does not give them away: protected by the program's keys, for one company and one
/// mailbox. They are shown to nobody and stand in no log, no history and no export.
/// </summary>
public sealed class MailboxSecret(IDataProtectionProvider protection, Tenant tenant)
{
    public string Protect(Guid mailboxId, string secret) => Protector(mailboxId).Protect(secret);

    /// <exception cref="Refused">The keys are not those that it was protected by: the password is asked anew.</exception>
    public string Open(Guid mailboxId, string secret)
    {
        try
        {
            return Protector(mailboxId).Unprotect(secret);
        }
        catch (CryptographicException)
        {
            throw new Refused(Texts.Mailbox_SecretLost);
        }
    }

    public string Protect(Guid mailboxId, OAuthTokens tokens) => Protect(mailboxId, JsonSerializer.Serialize(tokens));

    public OAuthTokens OpenTokens(Guid mailboxId, string secret) => JsonSerializer.Deserialize<OAuthTokens>(Open(mailboxId, secret))!;

    private IDataProtector Protector(Guid mailboxId) =>
        protection.CreateProtector("pupitre.mailbox", tenant.CompanyId.ToString("N"), mailboxId.ToString("N"));
}
