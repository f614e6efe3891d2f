using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Sourcing.Calendars;

/// <summary>Takes a calendar out of the lists. One that a commitment in force counts by stays.</summary>
public sealed class ArchiveCalendar(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var calendar = await db.Set<CompanyCalendar>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (calendar.IsArchived)
        {
            return;
        }

        var users = await db.Set<Commitment>().Where(row => row.ArchivedAt == null && row.Versions.Any(version => version.CalendarId == id)).Select(row => row.Name).Take(3).ToListAsync(token);
        if (users.Count > 0)
        {
            throw new Refused(Texts.Calendar_InUse.With(string.Join(", ", users)));
        }

        calendar.Archive(clock.GetCurrentInstant());
        db.Record("CalendarArchived", calendar.Ref, new { calendar.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Puts an archived calendar back.</summary>
public sealed class RestoreCalendar(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var calendar = await db.Set<CompanyCalendar>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (!calendar.IsArchived)
        {
            return;
        }

        calendar.Restore();
        db.Record("CalendarRestored", calendar.Ref, new { calendar.Name });
        await db.SaveChangesAsync(token);
    }
}
