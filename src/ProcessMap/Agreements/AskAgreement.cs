using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>
/// Asks people to agree to a process or to the whole map, as it stands now: each gets a mail with a link of their own, which needs no
/// account.
/// </summary>
public sealed class AskAgreement(Db db, Tenant tenant, IClock clock, AgreementMail mail, ReadSnapshot read)
{
    /// <summary>People asked at once.</summary>
    private const int MaxPeople = 50;

    /// <param name="processId">The process; null for the whole map.</param>
    /// <param name="address">The program's own address, for the links.</param>
    /// <returns>The link of each person, to hand over where no mail server sends it.</returns>
    /// <exception cref="Refused">Nobody is named, or somebody has no address.</exception>
    public async Task<IReadOnlyList<(string Person, string Link)>> RunAsync(
        Guid? processId, AgreementInput input, string address, CancellationToken token)
    {
        var (about, content) = processId is { } id ? await read.OfProcessAsync(id, token)
            : (tenant.Company.Name, await read.OfMapAsync(token));
        var people = await PeopleAsync(input, token);
        var now = clock.GetCurrentInstant();
        var links = new List<(string Person, string Link)>();
        foreach (var person in people)
        {
            var agreement = Agreement.Ask(processId, about, content, person, input.Message, now);
            db.Add(agreement);
            links.Add((person.Name, mail.Send(agreement, person, address, now)));
        }

        var subject = processId is { } process ? new SubjectRef(Process.Kind, process) : new SubjectRef(Agreement.Kind, tenant.CompanyId);
        db.Record("AgreementAsked", subject, new { Name = about, Named = people.Count });
        await db.SaveChangesAsync(token);
        return links;
    }

    private async Task<List<Person>> PeopleAsync(AgreementInput input, CancellationToken token)
    {
        var asked = input.People.Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty).Distinct().ToList();
        if (asked.Count == 0)
        {
            throw new Refused(Texts.Agreement_Nobody, nameof(input.People));
        }

        var people = await db.Set<Person>().AsNoTracking().Where(row => asked.Contains(row.Id)).OrderBy(row => row.FoldedName)
            .ToListAsync(token);
        if (people.Count != asked.Count || people.Count > MaxPeople)
        {
            throw new Refused(
                people.Count > MaxPeople ? Texts.Agreement_TooMany.With(MaxPeople) : Texts.Role_NoSuchPerson, nameof(input.People));
        }

        return people.Find(person => person.Email is null) is { } unreachable
            ? throw new Refused(Texts.Agreement_NoAddress.With(unreachable.Name), nameof(input.People))
            : people;
    }
}

/// <summary>The mail that asks, with its link.</summary>
public sealed class AgreementMail(Tenant tenant, UseLink links, Outbox outbox)
{
    public const string Purpose = "map-agreement";

    internal string Send(Agreement agreement, Person person, string address, Instant now)
    {
        var until = now + Duration.FromDays(Agreement.DaysToAnswer);
        var secret = links.Issue(new LinkRequest(Purpose, agreement.Ref, person.Email, until, IsOnce: true, tenant.CompanyId));
        var link = $"{outbox.LinksTo(address)}/agreement?token={secret}";
        var day = Moments.Short(until.InZone(tenant.Zone).Date.ToDateOnly());
        var about = SnapshotWords.About(agreement);
        var own = agreement.Message is { } message ? message + "\n\n" : "";
        outbox.Send(
            person.Email!,
            Texts.Agreement_MailSubject.With(tenant.Company.Name, about),
            own + Texts.Agreement_MailBody.With(person.Name, tenant.Company.Name, about, day) + "\n\n" + link + "\n");
        return link;
    }
}

/// <summary>Who is asked, and what is said to them.</summary>
public sealed class AgreementInput
{
    /// <summary>Keys of people.</summary>
    public List<string> People { get; set => field = value ?? []; } = [];

    [StringLength(
        Agreement.MaxRemarkLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Message { get; set; }
}
