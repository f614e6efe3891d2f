using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>Exports of case lists, and what is sent from the page of a case besides its form.</summary>
internal static class CaseRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/scorecards/{commitmentId:guid}/cases/export.{format}", ExportAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapStateChange("/{company}/scorecards/{commitmentId:guid}/cases/{caseKey:long}/confirmation", Permit.CorrectEvidence, ConfirmAsync);
    }

    private static Task<IResult> ExportAsync(
        Guid commitmentId, string format, string? outcome, string? difference, string? month, string? q, string? sort, ReadCaseList read, CancellationToken token) =>
        read.ExportAsync(commitmentId, CaseFilter.Parse(outcome, difference, month, q, sort), format, token);

    private static async Task<IResult> ConfirmAsync(
        Guid commitmentId, long caseKey, [FromForm] long recording, [FromForm] bool confirms, ConfirmWord confirm, Tenant tenant, CancellationToken token)
    {
        await confirm.OfEventAsync(commitmentId, caseKey, recording, confirms, token);
        return Results.Redirect(tenant.Path("scorecards", commitmentId, "cases", caseKey));
    }
}
