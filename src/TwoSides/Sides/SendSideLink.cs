using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.Sourcing.Providers;

namespace Pupitre.TwoSides.Sides;

/// <summary>
/// Mails one of a provider's people a link of their own to what was agreed with their firm: there they answer disputes and contest, without
/// an account. It works for sixty days, as often as they need, and until it is revoked.
/// </summary>
public sealed class SendSideLink(Db db, SideLinkMail mail, IClock clock)
{
    /// <summary>How long a link works.</summary>
    public const int Days = 60;

    private const int MaxMessageLength = 2000;

    /// <summary>People of the provider who can be written to.</summary>
    public async Task<IReadOnlyList<Person>> PrepareAsync(Guid providerId, CancellationToken token)
    {
        if (!await db.Set<Provider>().AnyAsync(row => row.Id == providerId, token))
        {
            throw new NotFound();
        }

        return await db.Set<Person>().AsNoTracking().Where(row => row.SideId == providerId && row.Email != null)
            .OrderBy(row => row.FoldedName).ToListAsync(token);
    }

    /// <param name="disputeId">The dispute that the link opens at; null for all.</param>
    /// <param name="address">The program's own address, for the link.</param>
    /// <returns>The link, to hand over where no mail server sends it.</returns>
    /// <exception cref="Refused">Nobody is chosen, or the message is too long.</exception>
    public async Task<string> RunAsync(Guid providerId, SideLinkInput input, Guid? disputeId, string address, CancellationToken token)
    {
        var people = await PrepareAsync(providerId, token);
        var person = people.FirstOrDefault(row => row.Id == input.PersonId)
            ?? throw new Refused(Texts.Side_NobodyChosen, nameof(input.PersonId));
        if (input.Message?.Length > MaxMessageLength)
        {
            throw new Refused(Texts.Dispute_TooLong.With(MaxMessageLength), nameof(input.Message));
        }

        var dispute = disputeId is { } id && await db.Set<Dispute>().AnyAsync(row => row.Id == id, token) ? disputeId : null;
        var link = mail.Send(person, dispute, input.Message, address, clock.GetCurrentInstant());
        db.Record("SideLinkSent", new SubjectRef(Provider.Kind, providerId), new { person.Name });
        await db.SaveChangesAsync(token);
        return link;
    }

    /// <summary>Revokes every link of a provider's people.</summary>
    public async Task RevokeAsync(Guid providerId, CancellationToken token)
    {
        var people = await PrepareAsync(providerId, token);
        var revoked = 0;
        foreach (var person in people)
        {
            revoked += await mail.RevokeAsync(person, token);
        }

        if (revoked > 0)
        {
            db.Record("SideLinksRevoked", new SubjectRef(Provider.Kind, providerId), new { Count = revoked });
            await db.SaveChangesAsync(token);
        }
    }
}

/// <summary>The mail with the link.</summary>
public sealed class SideLinkMail(Tenant tenant, UseLink links, Outbox outbox)
{
    internal string Send(Person person, Guid? dispute, string? message, string address, Instant now)
    {
        var until = now + Duration.FromDays(SendSideLink.Days);
        var secret = links.Issue(new LinkRequest(EnterSide.Purpose, person.Ref, person.Email, until, IsOnce: false, tenant.CompanyId));
        var at = new SecretSideLinks(secret);
        var link = outbox.LinksTo(address) + (dispute is { } id ? at.Dispute(id) : at.Home);
        var day = Moments.Short(until.InZone(tenant.Zone).Date.ToDateOnly());
        var own = string.IsNullOrWhiteSpace(message) ? "" : message.Trim() + "\n\n";
        outbox.Send(
            person.Email!,
            (dispute is null ? Texts.Side_MailSubject : Texts.Side_MailSubjectDispute).With(tenant.Company.Name),
            own + (dispute is null ? Texts.Side_MailBody : Texts.Side_MailBodyDispute)
                .With(person.Name, tenant.Company.Name, day) + "\n\n" + link + "\n");
        return link;
    }

    internal Task<int> RevokeAsync(Person person, CancellationToken token) =>
        links.RevokeAsync(EnterSide.Purpose, person.Ref, tenant.CompanyId, token);
}

/// <summary>Who is written to, and what is said to them.</summary>
public sealed class SideLinkInput
{
    public Guid? PersonId { get; set; }

    public string? Message { get; set; }
}
