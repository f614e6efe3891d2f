using NodaTime;
using Pupitre.Gathering.Feeds;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Occurrences;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Due dates of the coming days for people's calendars: those of the grid on which nothing has settled anything yet.</summary>
internal sealed class DueDatesInCalendar(ReadGrid grid, Tenant tenant, IClock clock) : ICalendarDates
{
    private const int ComingDays = 60;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<CalendarDate>> ReadAsync(CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var view = await grid.RunAsync(new GridFilter(ProviderId: null, Domain: null), token);
        return
        [
            .. from row in view.Rows
               from cell in row.Cells
               where cell is { Occurrence: not null, Mark: Mark.DueSoon or Mark.NotDue } && cell.Due >= today
                   && cell.Due <= today.AddDays(ComingDays)
               select DateOf(row, cell),
        ];
    }

    private static CalendarDate DateOf(GridRow row, GridCell cell)
    {
        var (commitment, occurrence) = (row.Commitment, cell.Occurrence!);
        var summary = Texts.Feed_Due.With(commitment.Name, OccurrenceWords.Period(occurrence), GridWords.Performer(commitment));
        return new CalendarDate(occurrence.Key, cell.Due!.Value, summary, Description: null, $"due-dates/{commitment.Id}/{occurrence.Key}",
            commitment.Row.Ref);
    }
}
