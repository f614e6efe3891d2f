using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>
/// Asks one of a provider's people to accept a version of a commitment, by a mail with a link of their own, which needs no account.
/// </summary>
public sealed class AskAcceptance(Db db, IClock clock, AcceptanceMail mail, ReadCommitments read)
{
    /// <summary>The commitment, and who of the provider can be asked.</summary>
    public async Task<(CommitmentLine Line, IReadOnlyList<Person> People)> PrepareAsync(Guid commitmentId, CancellationToken token)
    {
        var line = await read.OfAsync(commitmentId, null, token) ?? throw new NotFound();
        var provider = line.Commitment.ProviderId;
        return (line, provider is null ? [] : await db.Set<Person>().AsNoTracking()
            .Where(row => row.SideId == provider && row.Email != null)
            .OrderBy(row => row.FoldedName).ToListAsync(token));
    }

    /// <param name="address">The program's own address, for the link.</param>
    /// <returns>The link, to hand over where no mail server sends it.</returns>
    /// <exception cref="Refused">Nobody is chosen, or the version is accepted already.</exception>
    public async Task<string> RunAsync(Guid commitmentId, AskAcceptanceInput input, string address, CancellationToken token)
    {
        var (line, people) = await PrepareAsync(commitmentId, token);
        var person = people.FirstOrDefault(row => row.Id == input.PersonId)
            ?? throw new Refused(Texts.Acceptance_Nobody, nameof(input.PersonId));
        if (!line.Version.IsInternalTarget)
        {
            throw new Refused(Texts.Acceptance_Already);
        }

        if (input.Message?.Length > AcceptanceRequest.MaxRemarkLength)
        {
            throw new Refused(Texts.Input_TooLong.With(Texts.Acceptance_Message, AcceptanceRequest.MaxRemarkLength), nameof(input.Message));
        }

        var now = clock.GetCurrentInstant();
        var request = AcceptanceRequest.Ask(line.Version, line.Commitment.Name, AcceptanceWords.Content(line), person,
            now);
        db.Add(request);
        var link = await mail.SendAsync(request, person, input.Message, address, token);
        db.Record("AcceptanceAsked", line.Commitment.Ref, new { line.Commitment.Name, Version = line.Version.Number, request.Hash });
        await db.SaveChangesAsync(token);
        return link;
    }
}

/// <summary>Asks no more: the link stops working.</summary>
public sealed class WithdrawAcceptance(Db db, UseLink links, Tenant tenant, IClock clock)
{
    public async Task RunAsync(Guid commitmentId, Guid id, CancellationToken token)
    {
        var request = await db.Set<AcceptanceRequest>().SingleOrDefaultAsync(row => row.Id == id && row.CommitmentId == commitmentId, token)
            ?? throw new NotFound();
        if (request.Answer != AcceptanceAnswer.Waiting)
        {
            return;
        }

        request.Withdraw(clock.GetCurrentInstant());
        await links.RevokeAsync(AcceptanceMail.Purpose, request.Ref, tenant.CompanyId, token);
        db.Record("AcceptanceWithdrawn", new Platform.Ledger.SubjectRef(Commitment.SubjectKind, commitmentId),
            new { Name = request.About, Version = request.Number });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>The mail that asks, with its link. It has the key of the request, so that an answer by mail finds that.</summary>
public sealed class AcceptanceMail(Tenant tenant, UseLink links, Outbox outbox, IClock clock)
{
    public const string Purpose = "commitment-acceptance";

    internal async Task<string> SendAsync(
        AcceptanceRequest request, Person person, string? message, string address, CancellationToken token)
    {
        var isRead = await outbox.IsReadAsync(token);
        var until = clock.GetCurrentInstant() + Duration.FromDays(AcceptanceRequest.DaysToAnswer);
        var secret = links.Issue(new LinkRequest(Purpose, request.Ref, person.Email, until, IsOnce: true, tenant.CompanyId));
        var link = $"{outbox.LinksTo(address)}/acceptance?token={secret}";
        var day = Moments.Short(until.InZone(tenant.Zone).Date.ToDateOnly());
        string?[] parts =
        [
            string.IsNullOrWhiteSpace(message) ? null : message.Trim(),
            Texts.Acceptance_MailBody.With(person.Name, tenant.Company.Name, request.About, day),
            request.Content,
            outbox.IsForInsideOnly ? null : link,
            isRead ? Texts.Acceptance_MailReply : null,
        ];
        outbox.Ask(
            person.Email!, Texts.Acceptance_MailSubject.With(tenant.Company.Name, request.About),
            string.Join("\n\n", parts.OfType<string>()) + "\n", replyTo: null, request.Id);
        return link;
    }
}

/// <summary>Who is asked, and what is said to them.</summary>
public sealed class AskAcceptanceInput
{
    public Guid? PersonId { get; set; }

    public string? Message { get; set; }
}
