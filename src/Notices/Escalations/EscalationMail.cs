using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// Gathers what is due to one person into one mail a business day. Whoever has had theirs waits for the next day, and is told nothing
/// of what is done by then. The mail's key is made of company, address and day: it is written once, on however many nodes.
/// </summary>
internal sealed class EscalationMail(Db db, Tenant tenant, Outbox outbox, UseLink links, AccountLanguage languages)
{
    /// <summary>What the link of a mail is good for: to say that one takes care of something.</summary>
    public const string Purpose = "escalation";

    /// <summary>How long the link works.</summary>
    private const int LinkDays = 30;

    public async Task SendAsync(
        Ladders ladders, EscalationPast past, IReadOnlyList<(EscalationRecipient Recipient, EscalationNotice Notice)> written,
        Func<LadderObligation, string?> pilotOf, CancellationToken token)
    {
        var isRead = await outbox.IsReadAsync(token);
        var open = ladders.Obligations.ToDictionary(item => item.Name);
        var lines = past.Waiting.Concat(written)
            .Select(pair => (pair.Recipient, pair.Notice,
                Item: open.GetValueOrDefault(new ObligationKey(pair.Notice.CommitmentId, pair.Notice.Obligation)))).ToList();
        foreach (var (recipient, _, _) in lines.Where(line => IsNoLongerNeeded(line.Notice, line.Item)))
        {
            recipient.Drop(ladders.Now);
        }

        // What is silent for a while waits on.
        var byPerson = lines.Where(line => line.Item is { Silence: null } && line.Recipient.DroppedAt is null)
            .GroupBy(line => outbox.KeyOf("escalations", line.Recipient.Email, ladders.Today))
            .ToDictionary(group => group.Key, group => group.ToList());
        var had = await db.Set<OutgoingMail>().Where(mail => byPerson.Keys.Contains(mail.Id)).Select(mail => mail.Id).ToListAsync(token);
        var accounts = byPerson.Values.SelectMany(group => group).Select(line => line.Recipient.AccountId).OfType<Guid>().Distinct()
            .ToList();
        var spoken = await languages.OfAllAsync(accounts, token);
        foreach (var (key, group) in byPerson.Where(pair => !had.Contains(pair.Key)).OrderBy(pair => pair.Key))
        {
            var to = group[0].Recipient;
            var culture = AccountLanguage.CultureOf(to.AccountId is { } id ? spoken.GetValueOrDefault(id) : null);
            var words = InLanguage.Write(
                culture, () => Words(key, to, [.. group.Select(line => (line.Notice, line.Item!))], ladders.Now, isRead));

            // Whoever is outside answers to the one who conducts the process, and not to an address that nobody reads.
            Write(key, to.Email, words, to.AccountId is null ? pilotOf(group[0].Item!) : null);
            group.ForEach(line => line.Recipient.SendBy(key));
        }
    }

    private static bool IsNoLongerNeeded(EscalationNotice notice, LadderObligation? item) =>
        notice.AnsweredAt is not null || item is null or { Silence: LadderSilence.SwitchedOff or LadderSilence.GivenUp };

    // Nothing leaves from a company that is made up: its mails stand ready, to be looked at.
    private void Write(Guid key, string to, (string Subject, string Body) words, string? replyTo) =>
        outbox.Ask(to, words.Subject, words.Body, replyTo, key, isHeld: tenant.Company.IsSample);

    private (string Subject, string Body) Words(
        Guid key, EscalationRecipient to, IReadOnlyList<(EscalationNotice Notice, LadderObligation Item)> lines, Instant now,
        bool isRead)
    {
        var body = new StringBuilder(Texts.Escalation_MailHello.With(to.Name)).Append("\n\n");
        if (to.InsteadOf is { } away)
        {
            body.Append(Texts.Escalation_MailInstead.With(away)).Append("\n\n");
        }

        foreach (var (notice, item) in lines.OrderByDescending(line => line.Notice.Rung).ThenBy(line => line.Item.Due))
        {
            body.Append("- ").Append(EscalationWords.Line(notice, item, tenant.Zone)).Append('\n');
        }

        body.Append('\n').Append(Foot(key, to, now, isRead)).Append("\n\n").Append(tenant.Company.Name);
        return (Texts.Escalation_MailSubject.With(tenant.Company.Name, lines.Count), body.ToString());
    }

    // Where nobody outside can open the program a mail carries no link: the answer comes as a mail.
    private string Foot(Guid key, EscalationRecipient to, Instant now, bool isRead)
    {
        if (outbox.PublicLinks is not { } program)
        {
            return isRead ? Texts.Escalation_MailReplyYes : to.AccountId is null ? Texts.Escalation_MailReply : Texts.Escalation_MailOpen;
        }

        var until = now + Duration.FromDays(LinkDays);
        var secret = links.Issue(new LinkRequest(
            Purpose, new SubjectRef(OutgoingMail.Kind, key), to.Email, until, IsOnce: false, tenant.CompanyId));
        return Texts.Escalation_MailLink + "\n" + program + "/escalation?token=" + secret
            + (isRead ? "\n\n" + Texts.Escalation_MailReplyYes : "");
    }
}
