using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>What is done with a mailbox and with the rules by which messages are taken.</summary>
internal static class MailboxRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/evidence/mailboxes/{id:guid}/trial", Permit.AdministerCompany, TryAsync);
        routes.MapStateChange("/{company}/evidence/mailboxes/{id:guid}/pause", Permit.AdministerCompany, PauseAsync);
        routes.MapStateChange("/{company}/evidence/mailboxes/{id:guid}/resumption", Permit.AdministerCompany, ResumeAsync);
        routes.MapStateChange("/{company}/evidence/mailboxes/{id:guid}/removal", Permit.AdministerCompany, RemoveAsync);
        routes.MapStateChange("/{company}/evidence/mail-rules/{id:guid}/removal", Permit.SetEvidenceRules, RemoveRuleAsync);
        routes.MapAnswer("/{company}/evidence/mailboxes/{id:guid}/export.{format}", ExportAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.SetEvidenceRules));
    }

    private static Task<IResult> ExportAsync(
        Guid id, string format, string? q, string? kind, string? sort, ReadMailboxes read, Tenant tenant, CancellationToken token) =>
        read.ExportAsync(id, new MessageFilter(q, kind, sort, 1), format, tenant.Zone, token);

    private static async Task<IResult> TryAsync(Guid id, TryMailbox trial, Tenant tenant, CancellationToken token)
    {
        var tried = await trial.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "mailboxes", id)
            + (tried.Trouble is null ? $"?tried=well&messages={tried.Messages}&waits={(tried.Waits ? 1 : 0)}" : "?tried=badly"));
    }

    private static async Task<IResult> PauseAsync(Guid id, PauseMailbox pause, Tenant tenant, CancellationToken token)
    {
        await pause.RunAsync(id, isPaused: true, token);
        return Results.Redirect(tenant.Path("evidence", "mailboxes", id));
    }

    private static async Task<IResult> ResumeAsync(Guid id, PauseMailbox pause, Tenant tenant,
        CancellationToken token)
    {
        await pause.RunAsync(id, isPaused: false, token);
        return Results.Redirect(tenant.Path("evidence", "mailboxes", id));
    }

    private static async Task<IResult> RemoveAsync(Guid id, RemoveMailbox remove, Tenant tenant,
        CancellationToken token)
    {
        await remove.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "mailboxes"));
    }

    private static async Task<IResult> RemoveRuleAsync(
        Guid id, RemoveMailRule remove, Tenant tenant, CancellationToken token)
    {
        await remove.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "mailboxes", "rules"));
    }
}
