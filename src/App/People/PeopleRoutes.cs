using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pupitre.Gathering.Privacy;
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
        routes.MapStateChange("/{company}/people/{id:guid}/merge", Permit.EditPeople, async (Guid id, [FromForm] string? other, MergePersons merge, Tenant tenant, CancellationToken token) =>
        {
            await merge.RunAsync(id, Chosen(other) ?? id, token);
            return Results.LocalRedirect(tenant.Path("people", id));
        });
        routes.MapStateChange("/{company}/people/{id:guid}/removal", Permit.EditPeople, async (Guid id, [FromForm] string? successor, RemovePerson remove, Tenant tenant, CancellationToken token) =>
        {
            await remove.RunAsync(id, Chosen(successor), token);
            return Results.LocalRedirect(tenant.Path("people") + "?removed=true");
        });
        routes.MapStateChange("/{company}/people/{id:guid}/erasure", Permit.AdministerCompany, async (Guid id, ErasePerson erase, Tenant tenant, CancellationToken token) =>
            Results.LocalRedirect(tenant.Path("people") + "?erased=" + (await erase.RunAsync(id, token)).ToString(CultureInfo.InvariantCulture)));
        routes.MapAnswer("/{company}/people/{id:guid}/personal-data.json", async (Guid id, ErasePerson erase, CancellationToken token) => Results.File(await erase.ExportAsync(id, token), "application/json", "personal-data.json"))
            .WithMetadata(new RequiresPermitAttribute(Permit.AdministerCompany));
        routes.MapStateChange("/{company}/people/{id:guid}/absences/{absence:guid}/withdrawal", Permit.EditPeople, async (Guid id, Guid absence, PlanAbsence plan, Tenant tenant, CancellationToken token) =>
        {
            await plan.TakeBackAsync(id, absence, token);
            return Results.LocalRedirect(tenant.Path("people", id) + "#absences");
        });
    }

    // Nobody chosen is sent as an empty word.
    private static Guid? Chosen(string? value) => Guid.TryParse(value, out var id) ? id : null;
}
