using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>Asking no more.</summary>
internal static class AgreementRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange(
        "/{company}/processes/agreements/{id:guid}/withdrawal",
        Permit.EditProcesses,
        async (Guid id, WithdrawAgreement withdraw, Tenant tenant, CancellationToken token) =>
            Results.LocalRedirect(
                await withdraw.RunAsync(id, token) is { } process ? tenant.Path("processes", process) + "#agreements"
                : tenant.Path("processes", "agreements")));
}
