using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Occurrences;

/// <summary>What is sent from the page of a due date besides its own form.</summary>
internal static class OccurrenceRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapStateChange("/{company}/due-dates/{commitmentId:guid}/{key}/confirmation", Permit.CorrectEvidence, ConfirmAsync);

    private static async Task<IResult> ConfirmAsync(
        Guid commitmentId, string key, [FromForm] Guid proof, [FromForm] bool confirms, ConfirmWord confirm, Tenant tenant, CancellationToken token)
    {
        await confirm.OfProofAsync(proof, confirms, token);
        return Results.Redirect(tenant.Path("due-dates", commitmentId, key));
    }
}
