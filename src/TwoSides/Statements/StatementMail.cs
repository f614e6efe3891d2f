using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Writes to both sides that a month lies before them, and that it is closed, with its hash. It leaves with the unit of work that opens or
/// closes, so once. To the provider in French, with a link that needs no account.
/// </summary>
internal sealed class StatementMail(Db db, Tenant tenant, Outbox outbox, UseLink links, AccountLanguage languages)
{
    public const string Purpose = "month-statement";

    public Task OpenedAsync(MonthStatement row, CancellationToken token) => SendAsync(
        row,
        (about, day) =>
            ((row.IsCorrection ? Texts.Statement_MailCorrection : Texts.Statement_MailOpened).With(about),
                Texts.Statement_MailOpenedBody.With(about, day)),
        isOpening: true,
        token);

    public Task ClosedAsync(MonthStatement row, CancellationToken token) => SendAsync(
        row,
        (about, _) => (Texts.Statement_MailClosed.With(about), Texts.Statement_MailClosedBody.With(about, row.Hash)),
        isOpening: false,
        token);

    private async Task SendAsync(
        MonthStatement row, Func<string, string, (string Subject, string Body)> words, bool isOpening, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleAsync(item => item.Id == row.ContractId, token);
        var people = await (from member in db.Memberships.AsNoTracking()
                            join account in db.Users on member.AccountId equals account.Id
                            where member.CompanyId == tenant.CompanyId && member.ScopeId == null && account.Email != null
                                && (member.Role == Role.Owner || member.Role == Role.Pilot)
                            orderby account.Id
                            select new { account.Id, account.Email }).ToListAsync(token);
        var spoken = await languages.OfAllAsync([.. people.Select(person => person.Id)], token);
        foreach (var person in people)
        {
            Write(AccountLanguage.CultureOf(spoken.GetValueOrDefault(person.Id)), person.Email!, OwnLink(row));
        }

        if (await db.Set<Provider>().AsNoTracking().Where(item => item.Id == contract.ProviderId).Select(item => item.Email)
            .SingleOrDefaultAsync(token) is { } provider)
        {
            Write(InLanguage.French, provider, isOpening ? ProviderLink(row, provider) : ClosedLink(row, provider));
        }

        void Write(CultureInfo culture, string to, string link)
        {
            var (subject, body) = InLanguage.Write(culture, () =>
                words(Texts.Statement_About.With(StatementWords.Month(row.Month), contract.Title), Moments.Long(row.Until)));
            body = body + link + "\n\n" + tenant.Company.Name;
            if (tenant.Company.IsSample)
            {
                // Nothing leaves from a company that is made up: its mails stand ready, to be looked at.
                outbox.Prepare(to, subject, body, replyTo: null);
                return;
            }

            outbox.Send(to, subject, body);
        }
    }

    // A program that knows no address of its own writes none: the names lead there too.
    private string OwnLink(MonthStatement row) =>
        outbox.LinksTo("") is { Length: > 0 } program ? "\n\n" + program + StatementWords.Path(tenant, row) : "";

    // Theirs for a year, whatever becomes of the contract.
    private string ClosedLink(MonthStatement row, string to)
    {
        if (outbox.LinksTo("") is not { Length: > 0 } program)
        {
            return "";
        }

        var until = row.ClosedAt!.Value + Duration.FromDays(ClosedByLink.Days);
        var secret = links.Issue(new LinkRequest(ClosedByLink.Purpose, row.Ref, to, until, IsOnce: false, tenant.CompanyId));
        return "\n\n" + InLanguage.Write(InLanguage.French, () => Texts.Statement_MailDownload.With(ClosedByLink.Days)) + "\n" + program
            + "/month-statement/closed?token=" + secret;
    }

    private string ProviderLink(MonthStatement row, string to)
    {
        if (outbox.LinksTo("") is not { Length: > 0 } program)
        {
            return "\n\n" + Texts.Statement_MailReply;
        }

        var until = tenant.Zone.AtStartOfDay(LocalDate.FromDateOnly(row.Until).PlusDays(1)).ToInstant();
        var secret = links.Issue(new LinkRequest(Purpose, row.Ref, to, until, IsOnce: false, tenant.CompanyId));
        return "\n\n" + program + "/month-statement?token=" + secret;
    }
}
