using System.Text;
using NodaTime;
using Pupitre.ContractLife.ContractMails;
using Pupitre.Kernel;
using Pupitre.Notices.Deposits;
using Pupitre.Notices.Escalations;
using Pupitre.Notices.Waits;
using Pupitre.Platform.Access;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.TwoSides.Statements;

namespace Pupitre.Notices.MonthMails;

/// <summary>Puts one contract's month into a mail, in French as all that goes to a provider. The caller saves.</summary>
internal sealed class WriteMonthMail(
    Tenant tenant, Outbox outbox, DepositLinkMail deposits, ChooseContractMails choose, LadderPeople people)
{
    /// <summary>Lines of one kind; how many more there are is said.</summary>
    private const int MostLines = 20;

    private ContractMailRefusals _refused = new(new HashSet<(Guid, string)>());
    private DateOnly _month;

    /// <summary>Reads who wants none, and who answers here; once for all mails.</summary>
    public async Task OpenAsync(Instant now, CancellationToken token)
    {
        var today = now.InZone(tenant.Zone).Date.ToDateOnly();
        _month = new DateOnly(today.Year, today.Month, 1);
        _refused = await choose.RefusedAsync(ContractMailTopic.MonthSummary, token);
        await people.ReadAsync(today, token);
    }

    /// <summary>The key of the month's mail: the same on every node, and however often the work is begun.</summary>
    public Guid KeyOf(MonthSummary summary, MonthRecipient to) =>
        outbox.KeyOf($"provider-month {summary.Contract.Id:N}", to.Address, _month);

    /// <returns>Whether it was written: its recipient may want none.</returns>
    public bool Run(Guid key, MonthSummary summary, MonthRecipient to)
    {
        if (_refused.Holds(summary.Contract.Id, to.Address))
        {
            return false;
        }

        var (subject, body) = InLanguage.Write(InLanguage.French, () => (
            Texts.MonthMail_Subject.With(tenant.Company.Name, summary.Contract.Title, Moments.Month(_month)), Body(summary, to)));

        // Nothing leaves from a company that is made up: its mails stand ready, to be looked at.
        outbox.Ask(to.Address, subject, body, PilotOf(summary), key, isHeld: tenant.Company.IsSample);
        return true;
    }

    private string Body(MonthSummary summary, MonthRecipient to)
    {
        var body = new StringBuilder(Texts.MonthMail_Hello.With(to.Name, tenant.Company.Name, summary.Contract.Title));
        var zone = tenant.Zone;
        Part(body, Texts.MonthMail_Late, summary.Late, item => Due(item, zone));
        Part(body, Texts.MonthMail_Coming, summary.Coming, item => Due(item, zone));
        Part(body, Texts.MonthMail_Waits, summary.Waits, item => WaitWords.Sentence(item, summary.Facts.Find(item.CommitmentId), tenant));
        Part(body, Texts.MonthMail_Disputes, summary.Disputes, item => Texts.MonthMail_Dispute.With(item.Name, item.Record.Dispute.Reason));
        Part(body, Texts.MonthMail_Months, summary.Months,
            item => Texts.MonthMail_Month.With(StatementWords.Month(item.Month), Moments.Long(item.Until)));
        return body.Append("\n\n").Append(Foot(summary, to)).Append("\n\n").Append(tenant.Company.Name).ToString();
    }

    private static string Due(JudgedOccurrence item, DateTimeZone zone) =>
        Texts.Deposit_DueChoice.With(DepositWords.Name(item), OccurrenceWords.DueShort(item, zone));

    private static void Part<T>(StringBuilder body, string title, IReadOnlyList<T> items, Func<T, string> line)
    {
        if (items.Count == 0)
        {
            return;
        }

        body.Append("\n\n").Append(title);
        foreach (var item in items.Take(MostLines))
        {
            body.Append("\n- ").Append(line(item));
        }

        if (items.Count > MostLines)
        {
            body.Append('\n').Append(Texts.MonthMail_More.With(items.Count - MostLines));
        }
    }

    // A program that knows no address of its own writes no link: the answer comes as a mail.
    private string Foot(MonthSummary summary, MonthRecipient to)
    {
        if (outbox.LinksTo("") is not { Length: > 0 } program)
        {
            return Texts.MonthMail_Reply.With(tenant.Company.Name);
        }

        var deposit = to.Link is null ? ""
            : Texts.MonthMail_Deposit.With(program + DepositLinkMail.PathOf(deposits.Issue(to.Link))) + "\n\n";
        return deposit + Texts.MonthMail_Stop.With(choose.Link(program, summary.Contract.Id, ContractMailTopic.MonthSummary, to.Address));
    }

    private string? PilotOf(MonthSummary summary) =>
        summary.Facts.Commitments.FirstOrDefault(item => item.Row.ContractId == summary.Contract.Id) is { } first
        ? people.Of(first, LadderTarget.Pilot, summary.Facts).Select(person => person.Email).FirstOrDefault() : null;
}
