using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Mail;

/// <summary>
/// Where mails are left to be sent. The mail is part of the current unit of work: it leaves when that is saved, once, or not at all.
/// </summary>
public sealed class Outbox(Db db, Tenant tenant, IClock clock, MailSettings settings)
{
    /// <summary>Whether mails really leave; otherwise they are files in the data folder, and the page says so.</summary>
    public bool HasServer => settings.HasServer;

    /// <summary>What links in mails begin with.</summary>
    /// <param name="requested">The address that the current request came to.</param>
    public string LinksTo(string requested) => settings.Links ?? requested;

    /// <summary>Address that the program's mails come from.</summary>
    public string From => settings.From;

    private Guid? CompanyId => tenant.IsEntered ? tenant.CompanyId : null;

    /// <summary>The key of the one mail of a kind that somebody has from the company on a day, the same on every node.</summary>
    public Guid KeyOf(string kind, string to, DateOnly day) => new(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{kind} {CompanyId:N} {to.ToUpperInvariant()} {day:O}")).AsSpan(0, 16));

    /// <summary>Adds a mail to the unit of work that the program does not send: a person does, from their own mail program.</summary>
    /// <param name="id">Key of a mail that must not be written twice; null for one of its own.</param>
    public OutgoingMail Prepare(string to, string subject, string body, string? replyTo, Guid? id = null)
    {
        var mail = OutgoingMail.Create(CompanyId, to, replyTo, subject, body, clock.GetCurrentInstant(), isHeld: true, id);
        db.Add(mail);
        return mail;
    }

    /// <summary>Adds a mail to the unit of work.</summary>
    /// <param name="to">Address of the recipient.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="replyTo">Address that an answer goes to.</param>
    /// <param name="id">Key of a mail that must not be written twice; null for one of its own.</param>
    public OutgoingMail Send(string to, string subject, string body, string? replyTo = null, Guid? id = null)
    {
        var mail = OutgoingMail.Create(CompanyId, to, replyTo, subject, body, clock.GetCurrentInstant(), id: id);
        db.Add(mail);
        return mail;
    }
}
