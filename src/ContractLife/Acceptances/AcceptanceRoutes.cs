using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>Asking no more, and how long a version is observed.</summary>
internal static class AcceptanceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/commitments/{id:guid}/acceptance/{request:guid}/withdrawal", Permit.EditSourcing, WithdrawAsync);
        routes.MapStateChange("/{company}/commitments/{id:guid}/versions/{number:int}/observation", Permit.EditSourcing, ObserveAsync);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, Guid request, WithdrawAcceptance withdraw, Tenant tenant,
        CancellationToken token)
    {
        await withdraw.RunAsync(id, request, token);
        return Results.LocalRedirect(tenant.Path("commitments", id) + "#acceptances");
    }

    private static async Task<IResult> ObserveAsync(
        Guid id, int number, [FromForm] string? until, ObserveCommitment observe, Tenant tenant, CancellationToken token)
    {
        var day = DateOnly.TryParseExact(until, "yyyy-MM-dd", out var typed) ? typed : (DateOnly?)null;
        if (day is null && !string.IsNullOrWhiteSpace(until))
        {
            throw new Refused(Texts.Observed_TooEarly, nameof(until));
        }

        await observe.RunAsync(id, number, day, token);
        return Results.LocalRedirect(tenant.Path("commitments", id) + "#observation");
    }
}
