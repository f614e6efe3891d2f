using Microsoft.AspNetCore.Antiforgery;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Settings;

/// <summary>Trying a failed mail again, and noting one that was sent by hand.</summary>
internal static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{company}/settings/mails/{id:guid}/retry", async (Guid id, RetryMail retry, Tenant tenant, CancellationToken token) =>
        {
            await retry.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("settings", "mails"));
        }).WithMetadata(new RequiresPermitAttribute(Permit.AdministerCompany), new RequireAntiforgeryTokenAttribute());
        routes.MapStateChange("/{company}/settings/mails/{id:guid}/sent-by-hand", Permit.AdministerCompany, async (Guid id, MarkMailSent mark, Tenant tenant, CancellationToken token) =>
        {
            await mark.RunAsync(id, on: null, subject: null, token);
            return Results.LocalRedirect(tenant.Path("settings", "mails"));
        });
    }
}
