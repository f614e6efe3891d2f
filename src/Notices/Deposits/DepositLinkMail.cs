using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;

namespace Pupitre.Notices.Deposits;

/// <summary>The mail with a deposit link, in French as all that goes to a provider. The caller saves.</summary>
internal sealed class DepositLinkMail(Tenant tenant, UseLink links, Outbox outbox)
{
    /// <summary>Makes a new secret, after which those before cease to work, and mails it.</summary>
    public async Task<string> SendAsync(DepositLink link, string contract, string? message, string address, CancellationToken token)
    {
        await links.RevokeAsync(DepositLink.Purpose, link.Ref, tenant.CompanyId, token);
        var path = outbox.LinksTo(address) + PathOf(Issue(link));
        var own = string.IsNullOrWhiteSpace(message) ? "" : message.Trim() + "\n\n";
        var (subject, body) = InLanguage.Write(InLanguage.French, () => (
            Texts.Deposit_MailSubject.With(tenant.Company.Name, contract),
            Texts.Deposit_MailBody.With(link.PersonName, tenant.Company.Name, contract, Moments.Short(link.Until))));
        Write(link, subject, own + body + "\n\n" + path + "\n");
        return path;
    }

    /// <summary>One more secret of a link, beside those that are in mails already.</summary>
    public string Issue(DepositLink link) => links.Issue(new LinkRequest(
        DepositLink.Purpose, link.Ref, link.Email, LocalTimes.StartOf(link.Until.AddDays(1), tenant.Zone), IsOnce: false,
        tenant.CompanyId));

    public static string PathOf(string secret) => "/deposit?token=" + Uri.EscapeDataString(secret);

    /// <summary>Leaves a mail to its person in the current unit of work.</summary>
    public void Write(DepositLink link, string subject, string body)
    {
        if (tenant.Company.IsSample)
        {
            // Nothing leaves from a company that is made up: its mails stand ready, to be looked at.
            outbox.Prepare(link.Email, subject, body, replyTo: null);
            return;
        }

        outbox.Send(link.Email, subject, body);
    }
}
