using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Settings;

/// <summary>Names the company's own mail servers and domains.</summary>
public sealed class DescribeMail(Db db, Tenant tenant)
{
    public async Task<MailInput> PrepareAsync(CancellationToken token)
    {
        var settings = await db.Set<EvidenceSettings>().AsNoTracking().SingleOrDefaultAsync(token);
        return new MailInput
        {
            MailServers = settings?.MailServers,
            OwnDomains = settings is { OwnDomains.Length: > 0 } ? settings.OwnDomains : string.Join(' ', await PeoplesDomainsAsync(token)),
        };
    }

    public async Task RunAsync(MailInput input, CancellationToken token)
    {
        var (servers, domains) = (EvidenceSettings.Names(input.MailServers ?? ""), EvidenceSettings.Names(input.OwnDomains ?? ""));
        if (servers.Concat(domains).FirstOrDefault(name => Uri.CheckHostName(name) != UriHostNameType.Dns) is { } wrong)
        {
            throw new Refused(Texts.Settings_BadName.With(wrong), "MailServers");
        }

        var settings = await db.Set<EvidenceSettings>().SingleOrDefaultAsync(token);
        if (settings is null)
        {
            settings = EvidenceSettings.Create(tenant.CompanyId);
            db.Add(settings);
        }

        var (serversBefore, domainsBefore) = (Said(settings.MailServers), Said(settings.OwnDomains));
        settings.Describe(string.Join(' ', servers), string.Join(' ', domains));
        db.Record("MailDescribed", new SubjectRef(EvidenceSettings.Kind, tenant.CompanyId), new
        {
            ServersBefore = serversBefore,
            MailServers = Said(settings.MailServers),
            DomainsBefore = domainsBefore,
            OwnDomains = Said(settings.OwnDomains),
            Proofs = await Resting().CountAsync(token),
        });
        await db.SaveChangesAsync(token);
    }

    /// <summary>The proofs that rest on the headers of the company's own servers, the newest first: what a change of the servers calls into question.</summary>
    public async Task<IReadOnlyList<RestingProof>> RestingAsync(int most, CancellationToken token) => await Resting().Take(most).ToListAsync(token);

    public Task<int> CountRestingAsync(CancellationToken token) => Resting().CountAsync(token);

    // An attachment rests on its mail when it bears no other date than the mail's arrival.
    private IQueryable<RestingProof> Resting() =>
        from proof in db.Set<OccurrenceProof>()
        join file in db.Set<EvidenceFile>() on proof.FileId equals file.Id
        join commitment in db.Set<Commitment>() on proof.CommitmentId equals commitment.Id
        where proof.WithdrawnAt == null && proof.AttestedBy == SourceClass.Receipt && file.ReceiptAt != null
            && (file.Recognised == RecognisedKind.Mail
                || db.Set<EvidenceFile>().Any(outer => outer.Id == file.ParentId && outer.Recognised == RecognisedKind.Mail && outer.ReceiptAt == file.ReceiptAt))
        orderby proof.Id descending
        select new RestingProof(proof.Id, file.Id, file.Name, proof.CommitmentId, commitment.Name, proof.OccurrenceKey, file.ReceiptAt!.Value);

    private static string Said(string names) => names.Length == 0 ? "—" : names;

    /// <summary>What recognisers have to know of the company.</summary>
    public async Task<CompanyMail> ReadAsync(CancellationToken token)
    {
        var input = await PrepareAsync(token);
        return new CompanyMail(EvidenceSettings.Names(input.MailServers ?? ""), EvidenceSettings.Names(input.OwnDomains ?? ""), tenant.Zone);
    }

    private async Task<IEnumerable<string>> PeoplesDomainsAsync(CancellationToken token)
    {
        var addresses = await (from membership in db.Memberships
                               join account in db.Set<Account>() on membership.AccountId equals account.Id
                               where membership.CompanyId == tenant.CompanyId
                               select account.Email).ToListAsync(token);
        return addresses.OfType<string>().Select(address => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct().Where(domain => !PublicDomains.Contains(domain));
    }

    /// <summary>Domains at which anybody may have an address.</summary>
    public static readonly IReadOnlySet<string> PublicDomains = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        { "gmail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "yahoo.fr", "yahoo.com", "icloud.com", "proton.me" };
}

/// <summary>A proof dated by a header that one of the company's own servers is said to have written.</summary>
public sealed record RestingProof(Guid ProofId, Guid FileId, string File, Guid CommitmentId, string Commitment, string OccurrenceKey, Instant At);

/// <summary>What is asked about the company's mail.</summary>
public sealed class MailInput
{
    public string? MailServers { get; set; }

    public string? OwnDomains { get; set; }
}
