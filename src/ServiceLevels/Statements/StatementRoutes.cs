using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Statements;
using Pupitre.Papers;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Statements;

/// <summary>What is posted about a month, and its files.</summary>
internal static class StatementRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/statements/{id:guid}/agreement", Permit.EditSourcing, AgreeAsync);
        routes.MapStateChange("/{company}/statements/{id:guid}/comments", Permit.EditSourcing, CommentAsync);
        routes.MapAnswer("/{company}/statements/{id:guid}/statement.json", JsonAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/statements/{id:guid}/statement.pdf", PdfAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> AgreeAsync(
        Guid id, [FromForm] string? _, AnswerMonth answer, Tenant tenant, CancellationToken token) =>
        Results.LocalRedirect(StatementWords.Path(tenant, await answer.AgreeAsync(id, token)));

    private static async Task<IResult> CommentAsync(
        Guid id, [FromForm] string? text, AnswerMonth answer, Tenant tenant, CancellationToken token) =>
        Results.LocalRedirect(StatementWords.Path(tenant, await answer.CommentAsync(id, text, token)));

    private static async Task<IResult> JsonAsync(Guid id, Db db, ReadClosed read, CancellationToken token)
    {
        var row = await ClosedAsync(id, db, token);
        var file = new StatementFile
        {
            Hashed = await read.BytesAsync(row.Hash!, token),
            Hash = row.Hash!,
            Clear = StatementFile.ReadClear(row.Clear!),
        };
        return Results.Bytes(file.Write(), "application/json", CloseMonth.FileName(row));
    }

    private static async Task<IResult> PdfAsync(Guid id, Db db, ReadMonthStatement read, StatementPaper paper, CancellationToken token)
    {
        var row = await ClosedAsync(id, db, token);
        var view = await read.RunAsync(row.ContractId, row.Month, row.Number, token);
        return Results.Bytes(PdfWriter.Write(paper.Of(view)), "application/pdf", Path.ChangeExtension(CloseMonth.FileName(row), ".pdf"));
    }

    private static async Task<MonthStatement> ClosedAsync(Guid id, Db db, CancellationToken token) =>
        await db.Set<MonthStatement>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Hash != null, token)
            ?? throw new NotFound();
}
