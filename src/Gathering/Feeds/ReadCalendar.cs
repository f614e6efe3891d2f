using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Feeds;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Feeds;

/// <summary>Puts together the calendar of whoever has entered the company: two queries, and those of who gives days to it.</summary>
internal sealed class ReadCalendar(Db db, Tenant tenant, Outbox outbox, IEnumerable<ICalendarDates> contributions)
{
    /// <summary>More days than anybody looks at; the nearest are kept.</summary>
    private const int MaxDays = 2000;

    /// <param name="address">The address that the program was asked at, for the links.</param>
    /// <param name="today">The day in the company's zone: what is to come goes before what has passed.</param>
    /// <param name="token">Stops it.</param>
    public async Task<byte[]> RunAsync(string address, DateOnly today, CancellationToken token)
    {
        var dates = new List<CalendarDate>();
        foreach (var contribution in contributions.Where(known => tenant.Allows(known.Permit)))
        {
            dates.AddRange(await contribution.ReadAsync(token));
        }

        // A calendar has no day after the last of all.
        var shown = dates.Where(date => date.Day < DateOnly.MaxValue).OrderBy(date => date.Day < today).ThenBy(date => date.Day)
            .Take(MaxDays).ToList();
        var changes = await ChangesAsync([.. shown.Select(date => date.Subject.Id).Distinct()], token);
        return CalendarFile.Write(Texts.Feed_Name.With(tenant.Company.Name), shown.Select(date =>
        {
            var (at, count) = changes.GetValueOrDefault(date.Subject.Id, (tenant.Company.CreatedAt, 0));
            return new CalendarDay(
                $"{date.Subject.Kind}-{date.Subject.Id:N}-{date.Uid}@pupitre", date.Day, date.Summary, date.Description,
                outbox.LinksTo(address) + tenant.Path() + "/" + date.Path, at, count + date.Revision);
        }));
    }

    private async Task<Dictionary<Guid, (Instant At, int Count)>> ChangesAsync(List<Guid> subjects, CancellationToken token)
    {
        var lines = await db.LedgerEntries.AsNoTracking().Where(line => subjects.Contains(line.SubjectId)).GroupBy(line => line.SubjectId)
            .Select(group => new { Subject = group.Key, Last = group.Max(line => line.Number), Count = group.Count() }).ToListAsync(token);
        var numbers = lines.ConvertAll(line => line.Last);
        var moments = await db.LedgerEntries.AsNoTracking().Where(line => numbers.Contains(line.Number))
            .ToDictionaryAsync(line => line.Number, line => line.At, token);
        return lines.Where(line => moments.ContainsKey(line.Last))
            .ToDictionary(line => line.Subject, line => (moments[line.Last], line.Count));
    }
}
