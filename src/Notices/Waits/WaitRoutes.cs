using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Waits;

/// <summary>
/// What is answered about a wait, signed in or by the link of a mail; that a contract lets silence confirm; the list to take home.
/// </summary>
internal static class WaitRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/waits/{id:guid}/answer", Permit.CorrectEvidence, AnswerAsync);
        routes.MapStateChange("/wait/answer", AnswerByMailAsync);
        routes.MapStateChange("/{company}/contracts/{id:guid}/silence", Permit.EditSourcing, AgreeAsync);
        routes.MapAnswer("/{company}/waits/export.{format}", ExportAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> AnswerAsync(
        Guid id, [FromForm] string? how, [FromForm] string? on, AnswerWait answer, Tenant tenant, CancellationToken token)
    {
        await answer.RunAsync(id, how, on, token);
        return Results.LocalRedirect(tenant.Path("waits"));
    }

    // A link that works no more says so on its page.
    private static async Task<IResult> AnswerByMailAsync(
        [FromForm(Name = "token")] string? secret, [FromForm] Guid question, [FromForm] string? how, [FromForm] string? on,
        AnswerWaitByMail answer, CancellationToken token)
    {
        if ((await answer.WhatAsync(secret, token)).Asked is not null)
        {
            await answer.RunAsync(secret, question, how, on, token);
        }

        return Results.LocalRedirect("/wait?token=" + Uri.EscapeDataString(secret ?? ""));
    }

    private static async Task<IResult> AgreeAsync(
        Guid id, [FromForm] bool? confirms, AgreeOnSilence agree, Tenant tenant, CancellationToken token)
    {
        await agree.RunAsync(id, confirms == true, token);
        return Results.LocalRedirect(tenant.Path("contracts", id));
    }

    private static Task<IResult> ExportAsync(
        string format, string? q, string? state, string? sort, ReadWaits read, CancellationToken token) =>
        read.ExportAsync(new WaitFilter(q, state, sort), format, token);
}
