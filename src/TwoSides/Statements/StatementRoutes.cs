using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>What is posted about a month, and its files.</summary>
internal static class StatementRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/statements/{id:guid}/agreement", Permit.EditSourcing, AgreeAsync);
        routes.MapStateChange("/{company}/statements/{id:guid}/comments", Permit.EditSourcing, CommentAsync);
        var read = new RequiresPermitAttribute(Permit.ReadService);
        routes.MapAnswer("/{company}/statements/{id:guid}/statement.{format}", DownloadAsync).WithMetadata(read);
        routes.MapAnswer("/{company}/statements/export.{format}", ExportAsync).WithMetadata(read);
        routes.MapAnswer("/month-statement/closed/statement.{format}", DownloadByLinkAsync);
    }

    private static async Task<IResult> AgreeAsync(
        Guid id, [FromForm] string? _, AnswerMonth answer, Tenant tenant, CancellationToken token) =>
        Results.LocalRedirect(StatementWords.Path(tenant, await answer.AgreeAsync(id, token)));

    private static async Task<IResult> CommentAsync(
        Guid id, [FromForm] string? text, AnswerMonth answer, Tenant tenant, CancellationToken token) =>
        Results.LocalRedirect(StatementWords.Path(tenant, await answer.CommentAsync(id, text, token)));

    private static async Task<IResult> DownloadAsync(Guid id, string format, Db db, StatementFiles files, CancellationToken token) =>
        await files.AnswerAsync(
            await db.Set<MonthStatement>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token), format, token);

    private static Task<IResult> DownloadByLinkAsync(
        string format, [FromQuery(Name = "token")] string? secret, ClosedByLink closed, CancellationToken token) =>
        closed.DownloadAsync(secret, format, token);

    private static Task<IResult> ExportAsync(
        string format, string? q, Guid? contract, string? state, string? sort, ReadStatements read, CancellationToken token) =>
        read.ExportAsync(new StatementFilter(q, contract, state, sort), format, token);
}
