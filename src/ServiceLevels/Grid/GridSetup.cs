using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Feeds;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Figures;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Registers the grid of due dates and the choice of several.</summary>
internal static class GridSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<KeptGrids>().AddScoped<ReadGrid>().AddScoped<ReadSelection>().AddScoped<FirstSteps>();
        services.AddScoped<IFigures, YearFigures>().AddScoped<IToday, DueDatesToday>().AddScoped<ICalendarDates, DueDatesInCalendar>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/due-dates/export.{format}", ExportGrid.AnswerAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        FirstSteps.Map(routes);
    }
}
