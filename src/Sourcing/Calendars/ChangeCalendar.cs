using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Calendars;

/// <summary>Changes a calendar: what it says becomes a new version from a date, the older ones stay as they are.</summary>
public sealed class ChangeCalendar(Db db, RefuseClosedDays closed, Tenant tenant, IClock clock)
{
    public async Task<CalendarForm> PrepareAsync(Guid id, CancellationToken token)
    {
        var calendar = await FindAsync(id, token);
        var form = CalendarForm.Of(Read(calendar.InForce(Today).DefinitionJson));
        (form.Id, form.Version, form.Name, form.EffectiveFrom) = (calendar.Id, calendar.Version, calendar.Name, Today);
        form.Opened = MergeEdits.Snapshot(CalendarForm.Fields, form);
        return form;
    }

    /// <exception cref="Refused">It would be effective in the past and no reason is given, or it is no calendar.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the calendar since the form was opened.</exception>
    public async Task<CompanyCalendar> RunAsync(CalendarInput input, CancellationToken token)
    {
        var calendar = await FindAsync(input.Id, token);
        if (calendar.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException("The calendar was saved since the form was opened.");
        }

        LikelyDays.Require(input.EffectiveFrom, nameof(CalendarInput.EffectiveFrom));
        _ = Read(input.DefinitionJson);
        var isChanged = calendar.InForce(input.EffectiveFrom).DefinitionJson != input.DefinitionJson;
        if (isChanged && input.EffectiveFrom < Today && string.IsNullOrWhiteSpace(input.Reason))
        {
            throw new Refused(Texts.Calendar_ReasonMissing, nameof(CalendarInput.Reason));
        }

        calendar.Rename(input.Name!);
        if (isChanged)
        {
            await closed.OfCalendarAsync(calendar.Id, input.EffectiveFrom, nameof(CalendarInput.EffectiveFrom), token);
            calendar.Add(input.EffectiveFrom, input.DefinitionJson, string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(), clock.GetCurrentInstant());
        }

        db.Entry(calendar).State = EntityState.Modified;
        db.Record("CalendarChanged", calendar.Ref, new { calendar.Name, From = input.EffectiveFrom.ToString("O", CultureInfo.InvariantCulture), input.Reason, input.DefinitionJson });
        await db.SaveChangesAsync(token);
        return calendar;
    }

    /// <summary>Reads what a version says.</summary>
    internal static CalendarDefinition Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CalendarDefinition.FromJson(document.RootElement);
    }

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private async Task<CompanyCalendar> FindAsync(Guid id, CancellationToken token) =>
        await db.Set<CompanyCalendar>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
}
