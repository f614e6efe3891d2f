using Microsoft.AspNetCore.Mvc;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.People;

/// <summary>Making one of two rows, removing one, taking an absence back.</summary>
internal static class PeopleRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/people/{id:guid}/merge", Permit.EditPeople, async (Guid id, [FromForm] Guid? other, MergePersons merge, Tenant tenant, CancellationToken token) =>
        {
            await merge.RunAsync(id, other ?? id, token);
            return Results.LocalRedirect(tenant.Path("people", id));
        });
        routes.MapStateChange("/{company}/people/{id:guid}/removal", Permit.EditPeople, async (Guid id, [FromForm] Guid? successor, RemovePerson remove, Tenant tenant, CancellationToken token) =>
        {
            await remove.RunAsync(id, successor, token);
            return Results.LocalRedirect(tenant.Path("people") + "?removed=true");
        });
        routes.MapStateChange("/{company}/people/{id:guid}/absences/{absence:guid}/withdrawal", Permit.EditPeople, async (Guid id, Guid absence, PlanAbsence plan, Tenant tenant, CancellationToken token) =>
        {
            await plan.TakeBackAsync(id, absence, token);
            return Results.LocalRedirect(tenant.Path("people", id) + "#absences");
        });
    }
}
