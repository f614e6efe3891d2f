using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Sourcing.Calendars;

/// <summary>
/// The two calendars that the ready commitments count by: the company's opening hours, and the legal one (every day, all day).
/// Makes those that the company does not have yet.
/// </summary>
public sealed class StandardCalendars(Db db, Tenant tenant, IClock clock)
{
    /// <summary>Old enough for every file that a company still has.</summary>
    private static readonly DateOnly _longAgo = new(2015, 1, 1);

    public async Task<(CompanyCalendar Company, CompanyCalendar Legal)> RunAsync(CancellationToken token)
    {
        var known = await db.Set<CompanyCalendar>().Include(row => row.Versions)
            .Where(row => row.ArchivedAt == null && row.Use != CalendarUse.Other).OrderBy(row => row.Id).ToListAsync(token);
        var company = known.Find(row => row.Use == CalendarUse.Company) ?? Add(Texts.Calendar_StandardCompany, CalendarUse.Company, OfficeHours);
        var legal = known.Find(row => row.Use == CalendarUse.Legal) ?? Add(Texts.Calendar_StandardLegal, CalendarUse.Legal, AllHours);
        await db.SaveChangesAsync(token);
        return (company, legal);
    }

    /// <summary>Monday to Friday, 9:00 to 12:30 and 14:00 to 18:00, as the ready commitments suppose.</summary>
    public static string OfficeHours(Company company) =>
        Definition(company, ["monday", "tuesday", "wednesday", "thursday", "friday"], """[["09:00","12:30"],["14:00","18:00"]]""");

    /// <summary>Every day from 0:00 to 24:00.</summary>
    public static string AllHours(Company company) =>
        Definition(company, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], """[["00:00","24:00"]]""");

    private static string Definition(Company company, string[] days, string hours)
    {
        var weekly = string.Join(',', days.Select(day => $"\"{day}\":{hours}"));
        return $"{{\"timeZone\":\"{company.TimeZone}\",\"weekly\":{{{weekly}}},\"holidays\":{{\"zone\":\"{company.HolidayZone}\"}}}}";
    }

    private CompanyCalendar Add(string name, CalendarUse use, Func<Company, string> definition)
    {
        var calendar = CompanyCalendar.Create(Guid.Empty, name, use);
        calendar.Add(_longAgo, definition(tenant.Company), null, clock.GetCurrentInstant());
        db.Add(calendar);
        db.Record("CalendarCreated", calendar.Ref, new { calendar.Name });
        return calendar;
    }
}
