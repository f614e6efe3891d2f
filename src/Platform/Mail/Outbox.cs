using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Replies;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Mail;

/// <summary>
/// Where mails are left to be sent. The mail is part of the current unit of work: it leaves when that is saved, once, or not at all.
/// </summary>
public sealed class Outbox(Db db, Tenant tenant, IClock clock, MailSettings settings, IEnumerable<IReceiveAnswers> boxes)
{
    private ReplyBox? _box;

    /// <summary>Whether mails really leave; otherwise they are files in the data folder, and the page says so.</summary>
    public bool HasServer => settings.HasServer;

    /// <summary>What links in mails begin with.</summary>
    /// <param name="requested">The address that the current request came to.</param>
    public string LinksTo(string requested) => settings.Links ?? requested;

    /// <summary>What links begin with in mails to whoever may be outside; null when nobody there can open them.</summary>
    public string? PublicLinks => settings.IsPublic && settings.Links is { Length: > 0 } links ? links : null;

    /// <summary>Whether <see cref="LinksTo"/> works inside the company's network alone.</summary>
    public bool IsForInsideOnly => !settings.IsPublic;

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

    /// <summary>Learns in which mailbox answers are read. Asked before the mail is put into words: these say how to answer.</summary>
    /// <returns>Whether an answer by mail is read.</returns>
    public async Task<bool> IsReadAsync(CancellationToken token)
    {
        foreach (var box in boxes)
        {
            _box ??= await box.FindAsync(token);
        }

        return _box is not null;
    }

    /// <summary>
    /// Adds a mail that asks something: it can be answered by a mail where <see cref="IsReadAsync"/> said so, and goes to
    /// <paramref name="replyTo"/> otherwise.
    /// </summary>
    /// <param name="isHeld">It is not for the program to send.</param>
    public OutgoingMail Ask(string to, string subject, string body, string? replyTo, Guid? id = null, bool isHeld = false)
    {
        var secret = _box is null ? null : ReplyToken.New();
        var answers = secret is null ? replyTo : _box!.AddressOf(secret);
        var mail = OutgoingMail.Create(CompanyId, to, answers, subject, body, clock.GetCurrentInstant(), isHeld, id, secret);
        db.Add(mail);
        return mail;
    }
}
