using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Calendars;

/// <summary>Adds a calendar with its first version. The same form sent twice adds one.</summary>
public sealed class CreateCalendar(Db db, IClock clock)
{
    public async Task<CompanyCalendar> RunAsync(CalendarInput input, CancellationToken token)
    {
        if (await db.Set<CompanyCalendar>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Length > CompanyCalendar.MaxNameLength)
        {
            throw new Refused(Texts.Calendar_NameMissing.With(CompanyCalendar.MaxNameLength), nameof(CalendarInput.Name));
        }

        LikelyDays.Require(input.EffectiveFrom, nameof(CalendarInput.EffectiveFrom));
        _ = ChangeCalendar.Read(input.DefinitionJson);
        var calendar = CompanyCalendar.Create(input.Id, input.Name, input.Use);
        calendar.Add(input.EffectiveFrom, input.DefinitionJson, null, clock.GetCurrentInstant());
        db.Add(calendar);
        db.Record("CalendarCreated", calendar.Ref, new { calendar.Name, EffectiveFrom = input.EffectiveFrom.ToString("O", System.Globalization.CultureInfo.InvariantCulture), input.DefinitionJson });
        await db.SaveChangesAsync(token);
        return calendar;
    }
}
