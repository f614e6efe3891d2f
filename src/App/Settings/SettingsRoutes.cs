using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Following;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Settings;

/// <summary>Trying a failed mail again, and noting one that was sent by hand; taking a person's access away, and giving it back.</summary>
internal static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/settings/mails/{id:guid}/sent-by-hand", Permit.AdministerCompany, async (Guid id, MarkMailSent mark, Tenant tenant, CancellationToken token) =>
        {
            await mark.RunAsync(id, on: null, subject: null, token);
            return Results.LocalRedirect(tenant.Path("settings", "mails"));
        });
        routes.MapStateChange("/{company}/settings/mails/{id:guid}/retry", Permit.AdministerCompany, async (Guid id, RetryMail retry, Tenant tenant, CancellationToken token) =>
        {
            await retry.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("settings", "mails"));
        });
        routes.MapStateChange("/{company}/settings/jobs/followers/{name}/retry", Permit.AdministerCompany, async (
            string name, RetryFollower retry, Tenant tenant, CancellationToken token) =>
        {
            await retry.RunAsync(name, token);
            return Results.LocalRedirect(tenant.Path("settings", "jobs") + "#followers");
        });
        routes.MapStateChange("/{company}/settings/members/{id:guid}/removal", Permit.AdministerCompany, async (Guid id, RemoveMember remove, Tenant tenant, CancellationToken token) =>
        {
            await remove.RunAsync(id, token);

            // Who removed themselves has no settings to see any more.
            return Results.LocalRedirect(id == tenant.AccountId ? "/" : tenant.Path("settings", "people") + "?removed=" + id);
        });
        routes.MapStateChange("/{company}/settings/members/{id:guid}/restoration", Permit.AdministerCompany, async (Guid id, RestoreMember restore, Tenant tenant, CancellationToken token) =>
        {
            await restore.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("settings", "people") + "?done=saved");
        });
    }
}
