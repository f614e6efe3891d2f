using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Bank;

/// <summary>What is done with lines of a bank and the rules that know them.</summary>
internal static class BankRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/evidence/bank/{id:guid}/placement", Permit.AddEvidence, PlaceAsync);
        routes.MapStateChange("/{company}/evidence/bank-rules/{id:guid}/removal", Permit.SetEvidenceRules, RemoveAsync);
        routes.MapStateChange("/{company}/evidence/bank-rules/reset", Permit.SetEvidenceRules, ResetAsync);
    }

    private static async Task<IResult> PlaceAsync(Guid id, [FromForm] string? _, PlaceBankLines place, Tenant tenant, CancellationToken token)
    {
        await place.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "bank", id) + "?done=1");
    }

    private static async Task<IResult> RemoveAsync(Guid id, [FromForm] string? _, DescribeBankRules describe, Tenant tenant, CancellationToken token)
    {
        await describe.RemoveAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "settings", "bank-rules") + "?done=1");
    }

    private static async Task<IResult> ResetAsync([FromForm] string? _, DescribeBankRules describe, Tenant tenant, CancellationToken token)
    {
        await describe.ResetAsync(token);
        return Results.Redirect(tenant.Path("evidence", "settings", "bank-rules") + "?done=1");
    }
}
