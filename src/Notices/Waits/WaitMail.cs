using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>
/// The mail that asks one person about waits: all of a business day in one. Whoever had theirs is asked on the next one; a wait that is
/// over by then is asked about no more.
/// </summary>
internal sealed class WaitMail(Db db, Tenant tenant, Outbox outbox, UseLink links, AccountLanguage languages)
{
    /// <summary>What the link of a mail is good for: to answer its questions.</summary>
    public const string Purpose = "wait";

    private const int LinkDays = 30;

    public async Task SendAsync(
        IReadOnlyList<WaitQuestion> open, IReadOnlyList<DeclaredWait> waits, CompanyFacts facts, Instant now,
        Func<DeclaredWait, string?> pilotOf, CancellationToken token)
    {
        var isRead = await outbox.IsReadAsync(token);
        var still = waits.ToDictionary(item => item.Case.Wait!.EventId);
        var unsent = open.Where(row => row.MailId is null && row.DroppedAt is null).ToList();

        // What evidence reopened is asked though the wait is over by now.
        foreach (var over in unsent.Where(row => row.ReopenedAt is null && !still.ContainsKey(row.EventId)))
        {
            over.Drop(now);
        }

        var today = now.InZone(tenant.Zone).Date.ToDateOnly();
        var byPerson = unsent.Where(row => row.DroppedAt is null)
            .GroupBy(row => outbox.KeyOf("waits", row.ToEmail, today)).ToDictionary(group => group.Key, group => group.ToList());
        var had = await db.Set<OutgoingMail>().Where(mail => byPerson.Keys.Contains(mail.Id)).Select(mail => mail.Id).ToListAsync(token);
        var spoken = await languages.OfAllAsync(
            [.. byPerson.Values.SelectMany(group => group).Select(row => row.AccountId).OfType<Guid>().Distinct()], token);
        foreach (var (key, group) in byPerson.Where(pair => !had.Contains(pair.Key)).OrderBy(pair => pair.Key))
        {
            var to = group[0];
            var culture = AccountLanguage.CultureOf(to.AccountId is { } id ? spoken.GetValueOrDefault(id) : null);
            var words = InLanguage.Write(culture, () => Words(key, group, facts, now, isRead));
            var isTheirs = to.AskedOf == Party.Provider;
            Write(key, to.ToEmail, words, isTheirs && still.TryGetValue(to.EventId, out var item) ? pilotOf(item) : null);
            group.ForEach(row => row.SendBy(key));
        }
    }

    // Nothing leaves from a company that is made up: its mails stand ready, to be looked at.
    private void Write(Guid key, string to, (string Subject, string Body) words, string? replyTo) =>
        outbox.Ask(to, words.Subject, words.Body, replyTo, key, isHeld: tenant.Company.IsSample);

    private (string Subject, string Body) Words(
        Guid key, List<WaitQuestion> questions, CompanyFacts facts, Instant now, bool isRead)
    {
        var body = new StringBuilder(Texts.Escalation_MailHello.With(questions[0].ToName)).Append("\n\n");
        foreach (var (place, question) in AnswerWaitByReply.InOrder(questions).Index())
        {
            body.Append(isRead && questions.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{place + 1}. ") : "- ")
                .Append(WaitWords.Sentence(question, facts.Find(question.CommitmentId), tenant))
                .Append(question.ReopenedAt is null ? "" : " " + Texts.Wait_ReopenedSentence).Append('\n');
        }

        body.Append('\n').Append(Foot(key, questions, now, isRead)).Append("\n\n").Append(tenant.Company.Name);
        return (Texts.Wait_MailSubject.With(tenant.Company.Name, questions.Count), body.ToString());
    }

    // Where nobody outside can open the program a mail carries no link: the answer comes as a mail.
    private string Foot(Guid key, List<WaitQuestion> questions, Instant now, bool isRead)
    {
        var to = questions[0];
        var reply = questions.Count > 1 ? Texts.Wait_MailReplyEach : Texts.Wait_MailReply;
        if (outbox.PublicLinks is not { } program)
        {
            return isRead || to.AskedOf == Party.Provider ? reply : Texts.Wait_MailOpen;
        }

        var until = now + Duration.FromDays(LinkDays);
        var secret = links.Issue(new LinkRequest(
            Purpose, new SubjectRef(OutgoingMail.Kind, key), to.ToEmail, until, IsOnce: false, tenant.CompanyId));
        return Texts.Wait_MailLink + "\n" + program + "/wait?token=" + secret + (isRead ? "\n\n" + reply : "");
    }
}
