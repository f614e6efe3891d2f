using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Calendars;

/// <summary>How many calendars the company has, for the first page of its settings.</summary>
internal static class CalendarsState
{
    public static async Task<string> ReadAsync(IServiceProvider services, CancellationToken token) => Texts.Calendar_State.With(
        await services.GetRequiredService<Db>().Set<CompanyCalendar>().CountAsync(row => row.ArchivedAt == null, token));
}
