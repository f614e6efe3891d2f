using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Evidence.Recognition;

namespace Pupitre.ServiceLevels.Evidence.Settings;

/// <summary>Names the company's own mail servers and domains.</summary>
internal sealed class DescribeMail(Db db, Tenant tenant)
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

        settings.Describe(string.Join(' ', servers), string.Join(' ', domains));
        db.Record("MailDescribed", new SubjectRef(EvidenceSettings.Kind, tenant.CompanyId), new { settings.MailServers, settings.OwnDomains });
        await db.SaveChangesAsync(token);
    }

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
        return addresses.OfType<string>().Select(address => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct().Where(domain => !_publicDomains.Contains(domain));
    }

    private static readonly HashSet<string> _publicDomains = new(StringComparer.OrdinalIgnoreCase)
        { "gmail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "yahoo.fr", "yahoo.com", "icloud.com", "proton.me" };
}

/// <summary>What is asked about the company's mail.</summary>
internal sealed class MailInput
{
    public string? MailServers { get; set; }

    public string? OwnDomains { get; set; }
}
