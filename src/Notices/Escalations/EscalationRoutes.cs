using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Escalations;

/// <summary>Who takes care of what a notice is about, signed in or by the link of a mail; and the list to take home.</summary>
internal static class EscalationRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/escalations/{id:guid}/answer", Permit.ReadService, AnswerAsync);
        routes.MapStateChange("/escalation/answer", AnswerByMailAsync);
        routes.MapAnswer("/{company}/escalations/export.{format}", ExportAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> AnswerAsync(Guid id, AnswerEscalation answer, Tenant tenant, CancellationToken token)
    {
        await answer.RunAsync(id, token);
        return Results.LocalRedirect(tenant.Path("escalations"));
    }

    // A link that works no more says so on its page.
    private static async Task<IResult> AnswerByMailAsync(
        [FromForm(Name = "token")] string? secret, [FromForm] Guid notice, AnswerByMail answer, CancellationToken token)
    {
        if ((await answer.WhatAsync(secret, token)).Asked is not null)
        {
            await answer.RunAsync(secret, notice, token);
        }

        return Results.LocalRedirect("/escalation?token=" + Uri.EscapeDataString(secret ?? ""));
    }

    private static Task<IResult> ExportAsync(
        string format, string? q, Guid? commitment, string? state, string? sort, ReadEscalations read, CancellationToken token) =>
        read.ExportAsync(new EscalationFilter(q, commitment, state, sort), format, token);
}
