using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Gathering.Exports;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence;

/// <summary>What is done with imports, and what can be downloaded of them.</summary>
internal static class ImportRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/evidence/imports/{id:guid}/withdrawal", Permit.CorrectEvidence, WithdrawAsync);
        routes.MapStateChange("/{company}/evidence/imports/{id:guid}/decision", Permit.AddEvidence, DecideAsync);
        routes.MapStateChange("/{company}/evidence/imports/{id:guid}/resumption", Permit.AddEvidence, ResumeAsync);
        routes.MapAnswer("/{company}/evidence/imports/{id:guid}/rejected.{format}", RejectedAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapStateChange("/{company}/evidence/sources/{id:guid}/restoration", Permit.CorrectEvidence, RestoreAsync);
        routes.MapAnswer("/{company}/evidence/models/{kind}.xlsx", ModelAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> WithdrawAsync(Guid id, [FromForm] string? reason, WithdrawImport withdraw, Tenant tenant, CancellationToken token)
    {
        await withdraw.RunAsync(id, reason, token);
        return Results.Redirect(tenant.Path("evidence", "imports", id));
    }

    private static async Task<IResult> RestoreAsync(Guid id, [FromForm] int? number, CorrectSource correct, Tenant tenant, CancellationToken token)
    {
        await correct.RestoreAsync(id, number ?? 0, token);
        return Results.Redirect(tenant.Path("evidence", "sources", id));
    }

    private static async Task<IResult> DecideAsync(Guid id, [FromForm] string choice, DecideImport decide, Tenant tenant, CancellationToken token)
    {
        await decide.RunAsync(id, takesGoodRows: PostedChoice.Is(choice, "good", "choice", "none"), token);
        return Results.Redirect(tenant.Path("evidence", "imports", id));
    }

    private static async Task<IResult> ResumeAsync(Guid id, ResumeImport resume, Tenant tenant, CancellationToken token) =>
        Results.Redirect(tenant.Path("evidence", "imports", await resume.RunAsync(id, token)));

    private static async Task<IResult> RejectedAsync(Guid id, string format, Db db, CancellationToken token)
    {
        var import = await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var rows = await db.Set<RejectedRow>().AsNoTracking().Where(row => row.ImportId == id).OrderBy(row => row.Place).ToListAsync(token);
        var export = new TableExport(
            Path.GetFileNameWithoutExtension(import.FileName) + "-lignes-ecartees",
            [Texts.Import_Line, Texts.Import_Reason, Texts.Import_RowText],
            rows.Select(row => (IReadOnlyList<object?>)[row.Line, row.Reason, row.Text]));
        return await export.AnswerAsync(format, token);
    }

    private static Task<IResult> ModelAsync(string kind, CancellationToken token) =>
        (TableModels.Of(kind) ?? throw new NotFound()).AnswerAsync("xlsx", token);
}
