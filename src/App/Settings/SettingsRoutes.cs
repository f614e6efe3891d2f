using Microsoft.AspNetCore.Antiforgery;
using Pupitre.Platform.Access;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Settings;

/// <summary>Trying a failed mail again.</summary>
internal static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/{company}/settings/mails/{id:guid}/retry", async (Guid id, RetryMail retry, Tenant tenant, CancellationToken token) =>
        {
            await retry.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("settings", "mails"));
        }).WithMetadata(new RequiresPermitAttribute(Permit.AdministerCompany), new RequireAntiforgeryTokenAttribute());
}
