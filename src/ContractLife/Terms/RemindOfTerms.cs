using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ContractLife.ContractMails;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Terms;

/// <summary>
/// Writes the reminders that are due today, each once for ever, one mail for each person whatever the number of contracts. Mails and rows
/// are saved together: a second node, or a second start, finds the rows and writes nothing.
/// </summary>
internal sealed class RemindOfTerms(Db db, ReadDecisionDates read, ReminderRecipients recipients, ReminderMail mail, IClock clock)
{
    public const string JobName = "contract-reminders";

    public Task RunAsync(CancellationToken token) => db.DoBesideOthersAsync(() => WriteAsync(token));

    private async Task WriteAsync(CancellationToken token)
    {
        var lines = await read.LinesAsync(token);
        var known = (await db.Set<ContractReminder>().AsNoTracking().Select(row => new { row.ContractId, row.TermLastDay, row.Level })
            .ToListAsync(token))
            .ToLookup(row => (row.ContractId, row.TermLastDay), row => row.Level);
        var due = lines.Where(line => line is { Term: not null, Made: null })
            .Select(line => (Line: line, Due: ReminderPlan.Due(line.Term!, [.. known[(line.Contract.Id, line.Term!.LastDay)]], read.Today)))
            .Where(item => item.Due.Write is not null || item.Due.Skip.Count > 0).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var peopleOf = await recipients.ReadAsync([.. due.Select(item => item.Line.Contract.Id)], read.Today, token);

        // A company that nobody has entered yet has nobody to remind: nothing is written down as written.
        due.RemoveAll(item => peopleOf(item.Line.Contract.Id).Count == 0);
        foreach (var (line, (write, skip)) in due)
        {
            Note(line, write, skip, peopleOf(line.Contract.Id).Count);
        }

        await mail.SendAsync(
            [
                .. due.Where(item => item.Due.Write is not null)
                    .SelectMany(item => peopleOf(item.Line.Contract.Id).Select(person => (person, item.Line))),
            ],
            token);
        await db.SaveChangesAsync(token);
    }

    private void Note(DecisionLine line, PlannedReminder? write, IReadOnlyList<PlannedReminder> skip, int people)
    {
        var now = clock.GetCurrentInstant();
        db.AddRange(skip.Select(
            planned => ContractReminder.Create(line.Contract.Id, line.Term!.LastDay, planned, isSkipped: true, now, people)));
        if (write is not { } due)
        {
            return;
        }

        var written = ContractReminder.Create(line.Contract.Id, line.Term!.LastDay, due, isSkipped: false, now, people);
        db.Add(written);
        var last = DecideContract.Text(line.Term.LastDay);
        db.Record(
            "ContractReminded", new SubjectRef(ContractDecision.Kind, written.Id),
            new { ContractId = line.Contract.Id, line.Contract.Title, DaysBefore = due.Level, TermLastDay = last, Recipients = people });
    }
}

/// <summary>The mail that reminds somebody of one or several contracts, in their own language.</summary>
internal sealed class ReminderMail(Outbox outbox, Tenant tenant, AccountLanguage languages, ChooseContractMails choose, IClock clock)
{
    /// <summary>Writes one mail to each person, about the contracts of which they want to be reminded.</summary>
    public async Task SendAsync(IReadOnlyList<(Recipient To, DecisionLine Line)> all, CancellationToken token)
    {
        var refused = await choose.RefusedAsync(ContractMailTopic.Reminders, token);
        var lines = all.Where(pair => !refused.Holds(pair.Line.Contract.Id, pair.To.Email)).ToLookup(pair => pair.To, pair => pair.Line);
        var known = await languages.OfAllAsync([.. lines.Select(group => group.Key.AccountId)], token);
        foreach (var group in lines)
        {
            var culture = AccountLanguage.CultureOf(known.GetValueOrDefault(group.Key.AccountId));
            var (subject, body) = InLanguage.Write(culture, () => Words(group.Key, [.. group]));
            if (tenant.Company.IsSample)
            {
                // Nothing leaves from a company that is made up: its mails stand ready, to be looked at.
                outbox.Prepare(group.Key.Email, subject, body, replyTo: null);
                continue;
            }

            outbox.Send(group.Key.Email, subject, body);
        }
    }

    private (string Subject, string Body) Words(Recipient to, IReadOnlyList<DecisionLine> lines)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var sorted = lines.OrderBy(line => line.NextDay(today)).ToList();
        var subject = sorted.Count == 1 ? Texts.Term_MailSubjectOne.With(tenant.Company.Name, sorted[0].Contract.Title)
            : Texts.Term_MailSubject.With(tenant.Company.Name, sorted.Count);
        var parts = sorted.ConvertAll(line =>
            Texts.Term_MailLine.With(line.Contract.Title, line.ProviderName, TermWords.ToDo(line.Term!, today)) + Link(line, to.Email));
        return (subject, Texts.Term_MailBody.With(to.Name, string.Join("\n\n", parts)));
    }

    // A program that knows no address of its own writes none: the names lead there too.
    private string Link(DecisionLine line, string to) => outbox.LinksTo("") is not { Length: > 0 } program ? ""
        : "\n" + program + tenant.Path("contracts", line.Contract.Id, "decision")
            + "\n" + Texts.ContractMail_MailStop.With(choose.Link(program, line.Contract.Id, ContractMailTopic.Reminders, to));
}
