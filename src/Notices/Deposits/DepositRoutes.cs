using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Deposits;

/// <summary>Files that come by a link, links that are revoked, and the list to take home.</summary>
internal static class DepositRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapUpload("/deposit/files", SendAsync);
        routes.MapStateChange("/{company}/contracts/{id:guid}/deposit-links/{link:guid}/withdrawal", Permit.EditSourcing, RevokeAsync);
        routes.MapAnswer("/{company}/deposits/export.{format}", ExportAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static Task<IResult> SendAsync(
        HttpContext context, IAntiforgery antiforgery, EnterDeposit enter, DepositTurns turns, CancellationToken token) =>
        StreamedDrop.AnswerAsync(context, reader => TakeAsync(reader, context, antiforgery, enter, turns, token), token);

    private static async Task<IResult> TakeAsync(
        MultipartReader reader, HttpContext context, IAntiforgery antiforgery, EnterDeposit enter, DepositTurns turns,
        CancellationToken token)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var sending = new DepositSending(fields, context.User, enter, turns);
        try
        {
            await StreamedDrop.ReadAsync(reader, context, antiforgery, fields, file => sending.AddAsync(file, token), token);
        }
        catch (Exception stop) when (sending.Count > 0)
        {
            // What had come before is received, whatever happened to the rest.
            await sending.EndAsync();
            if (stop is not Refused)
            {
                throw;
            }

            await StreamedDrop.DropRestAsync(context.Request.Body, token);
            return Back(fields, sending, isStopped: true);
        }

        await sending.EndAsync();
        return sending is { IsOpen: true, Count: 0 } ? throw new Refused(Texts.Deposit_NoFiles) : Back(fields, sending, isStopped: false);
    }

    private static IResult Back(Dictionary<string, string> fields, DepositSending sending, bool isStopped) => Results.LocalRedirect(
        DepositLinkMail.PathOf(fields.GetValueOrDefault("token", ""))
        + (sending.Count == 0 ? "" : $"&receipt={sending.Id}") + (isStopped ? "&stopped=true" : ""));

    private static async Task<IResult> RevokeAsync(Guid id, Guid link, RevokeDepositLink revoke, Tenant tenant, CancellationToken token)
    {
        await revoke.RunAsync(id, link, token);
        return Results.LocalRedirect(tenant.Path("contracts", id) + "#deposits");
    }

    private static Task<IResult> ExportAsync(
        string format, string? q, Guid? contract, string? sort, ReadDeposits read, CancellationToken token) =>
        read.ExportAsync(new DepositFilter(q, contract, sort), format, token);
}
