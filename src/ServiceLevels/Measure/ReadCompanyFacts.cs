using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Reads what a company's figures stand on: one query when nothing has changed since the last time.</summary>
public sealed class ReadCompanyFacts(Db db, Tenant tenant, KindHeads heads, ReadAdjustments readAdjustments, CompanyFactsCache cache)
{
    public async Task<CompanyFacts> RunAsync(CancellationToken token)
    {
        var stamp = await CompanyStamp.ReadAsync(heads, token);
        if (cache.Find(tenant.CompanyId) is { } known && known.Stamp == stamp && known.Zone.Id == tenant.Zone.Id && known.HolidayZone == Holidays)
        {
            return known;
        }

        var facts = await LoadAsync(stamp, token);
        cache.Keep(tenant.CompanyId, facts);
        return facts;
    }

    private HolidayZone Holidays => HolidayZones.Parse(tenant.Company.HolidayZone);

    private async Task<CompanyFacts> LoadAsync(CompanyStamp stamp, CancellationToken token)
    {
        var providers = await db.Set<Provider>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(token);
        var names = providers.ToDictionary(row => row.Id, row => row.Name);
        var calendars = (await db.Set<CalendarVersion>().AsNoTracking().OrderBy(row => row.EffectiveFrom).ThenBy(row => row.Number).ToListAsync(token))
            .ToLookup(row => row.CalendarId, row => new CalendarTerms(row.Id, row.EffectiveFrom, cache.Compile(row.Id, row.DefinitionJson)));
        var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();
        var dates = new CompanyDates(profile.PayDay, profile.VatDay, profile.ClosingMonth, profile.ClosingDay);
        var commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions)
            .Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(token);
        var proofs = await db.Set<OccurrenceProof>().AsNoTracking().OrderBy(row => row.PlacedAt).ThenBy(row => row.Id).ToListAsync(token);
        var statements = await db.Set<OccurrenceStatement>().AsNoTracking().OrderBy(row => row.MadeAt).ThenBy(row => row.Id).ToListAsync(token);
        var requests = await RequestsAsync(token);
        var adjustments = await readAdjustments.RunAsync(stamp.Evidence, token);
        return new CompanyFacts
        {
            Stamp = stamp,
            Zone = tenant.Zone,
            HolidayZone = Holidays,
            Dates = dates,
            Commitments = [.. commitments.OrderBy(row => row.Domain).Select(row => ToFacts(row, names, calendars, dates))],
            Providers = providers,
            Contracts = await db.Set<Contract>().AsNoTracking().OrderBy(row => row.Title).ThenBy(row => row.Id).ToListAsync(token),
            Proofs = proofs.Where(row => row.WithdrawnAt is null).ToLookup(row => (row.CommitmentId, row.OccurrenceKey)),
            Statements = statements.Where(row => row.IsLive).ToLookup(row => (row.CommitmentId, row.OccurrenceKey)),
            AskedAt = requests.Where(row => row.At is not null).GroupBy(row => (row.CommitmentId, row.Key)).ToDictionary(group => group.Key, group => group.Max(row => row.At!.Value)),
            Adjustments = adjustments,
            Subjects = proofs.Select(row => (row.CommitmentId, Key: row.OccurrenceKey, row.Id))
                .Concat(statements.Select(row => (row.CommitmentId, Key: row.OccurrenceKey, row.Id)))
                .Concat(requests.Select(row => (row.CommitmentId, row.Key, row.Id)))
                .Concat(adjustments.Subjects)
                .Concat(proofs.Where(row => row.FileId is not null).Select(row => (row.CommitmentId, Key: row.OccurrenceKey, Id: row.FileId!.Value)))
                .Concat(proofs.Where(row => row.MovedTo is not null).Select(row => (row.CommitmentId, Key: row.OccurrenceKey, Id: row.MovedTo!.Value)))
                .Distinct()
                .ToLookup(row => (row.CommitmentId, row.Key), row => row.Id),
        };
    }

    private CommitmentFacts ToFacts(Commitment row, Dictionary<Guid, string> names, ILookup<Guid, CalendarTerms> calendars, CompanyDates dates)
    {
        var days = BusinessDays.For(Holidays);
        var versions = row.Versions.OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number)
            .Select(version => new VersionTerms(version.Id, version.EffectiveFrom, version.Rule, [.. calendars[version.CalendarId]])).ToList();
        var schedules = versions.ConvertAll(version => version.Rule.Schedule is { } rule ? new Schedule(rule, tenant.Zone, days, dates) : null);
        return new CommitmentFacts(row, row.ProviderId is { } id ? names.GetValueOrDefault(id) : null, new MeasuredTerms(row.Id, row.Name, row.Performer, days, versions), schedules);
    }

    // Asked is what a mail server took, or what somebody says they sent: a letter in a drawer asks nobody.
    private async Task<List<(Guid CommitmentId, string Key, Guid Id, Instant? At)>> RequestsAsync(CancellationToken token)
    {
        var asked = await (
            from item in db.Set<ProofRequestItem>()
            join request in db.Set<ProofRequest>() on item.RequestId equals request.Id
            join outgoing in db.Set<OutgoingMail>() on request.MailId equals (Guid?)outgoing.Id into mails
            from mail in mails.DefaultIfEmpty()
            select new { item.CommitmentId, item.OccurrenceKey, request.Id, SentAt = mail == null || mail.IsOnlyFile ? null : mail.SentAt, ByHand = mail == null ? null : mail.SentByHandOn }).ToListAsync(token);
        return asked.ConvertAll(row => (row.CommitmentId, row.OccurrenceKey, row.Id, row.SentAt ?? (row.ByHand is { } day ? LocalDate.FromDateOnly(day).AtStartOfDayInZone(tenant.Zone).ToInstant() : null)));
    }
}

/// <summary>The facts of companies that were asked for lately, and compiled calendars. All of it can be thrown away.</summary>
public sealed class CompanyFactsCache
{
    private const int MaxCompanies = 100;
    private const int MaxCalendars = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, CompanyFacts> _facts = [];
    private readonly Dictionary<Guid, BusinessCalendar> _calendars = [];

    internal CompanyFacts? Find(Guid companyId)
    {
        lock (_lock)
        {
            return _facts.GetValueOrDefault(companyId);
        }
    }

    internal void Keep(Guid companyId, CompanyFacts facts)
    {
        lock (_lock)
        {
            if (_facts.Count >= MaxCompanies)
            {
                _facts.Clear();
            }

            _facts[companyId] = facts;
        }
    }

    /// <summary>A version of a calendar never changes, so that its key is enough.</summary>
    internal BusinessCalendar Compile(Guid versionId, string definitionJson)
    {
        lock (_lock)
        {
            if (_calendars.TryGetValue(versionId, out var known))
            {
                return known;
            }
        }

        using var document = JsonDocument.Parse(definitionJson);
        var compiled = BusinessCalendar.Compile(CalendarDefinition.FromJson(document.RootElement));
        lock (_lock)
        {
            if (_calendars.Count >= MaxCalendars)
            {
                _calendars.Clear();
            }

            return _calendars[versionId] = compiled;
        }
    }
}
