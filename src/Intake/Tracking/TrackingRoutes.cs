using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tracking;

namespace Pupitre.Intake.Tracking;

/// <summary>What is done with readings of tracking sheets besides making them.</summary>
internal static class TrackingRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange("/{company}/evidence/tracking/{id:guid}/restoration", Permit.CorrectEvidence, RestoreAsync);

    private static async Task<IResult> RestoreAsync(Guid id, [FromForm] int? number, PlaceTracking place, Tenant tenant, CancellationToken token)
    {
        await place.RestoreAsync(id, number ?? TrackingReadings.None, token);
        return Results.Redirect(tenant.Path("evidence", "tracking", id) + "?done=1");
    }
}
