using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Credits;

/// <summary>What is posted about credits and invoices, and what leaves of them.</summary>
internal static class CreditRoutes
{
    private const string Root = "/{company}/contracts/{id:guid}/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = new RequiresPermitAttribute(Permit.ReadService);
        routes.MapStateChange(Root + "credits/claim", Permit.EditSourcing, ClaimAsync);
        routes.MapStateChange(Root + "credits/stop", Permit.EditSourcing, StopAsync);
        routes.MapStateChange("/{company}/contracts/invoices/{id:guid}/removal", Permit.EditSourcing, RemoveAsync);
        routes.MapAnswer("/{company}/contracts/invoices/{id:guid}/file", DownloadAsync).WithMetadata(read);
        routes.MapAnswer(Root + "invoices/list.{format}", ListAsync).WithMetadata(read);
        routes.MapAnswer(Root + "credits/simulation.{format}", SimulationAsync).WithMetadata(read);
    }

    private static async Task<IResult> ClaimAsync(Guid id, [FromForm] string? month, SaveCreditPlan save, Tenant tenant,
        CancellationToken token)
    {
        await save.ClaimAsync(id, OccurrenceKeys.MonthOf(month), token);
        return Results.LocalRedirect(tenant.Path("contracts", id, "credits"));
    }

    private static async Task<IResult> StopAsync(Guid id, [FromForm] string? _, SaveCreditPlan save, Tenant tenant, CancellationToken token)
    {
        await save.StopAsync(id, token);
        return Results.LocalRedirect(tenant.Path("contracts", id, "credits"));
    }

    private static async Task<IResult> RemoveAsync(Guid id, [FromForm] string? _, EnterInvoice enter, Tenant tenant,
        CancellationToken token) =>
        Results.LocalRedirect(tenant.Path("contracts", await enter.RemoveAsync(id, token), "invoices"));

    private static async Task<IResult> DownloadAsync(Guid id, Db db, FileStore files, Tenant tenant, CancellationToken token)
    {
        var row = tenant.Scope is not null ? null
            : await db.Set<ProviderInvoice>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.FileHash != null, token);
        return row is null ? throw new NotFound()
            : Results.Stream(await files.OpenAsync(row.FileHash!, token), "application/octet-stream", row.FileName);
    }

    private static async Task<IResult> ListAsync(Guid id, string format, ReadInvoices read, CancellationToken token)
    {
        var view = await read.RunAsync(id, token);
        return await new TableExport(
            Texts.Invoice_FileList,
            [
                Texts.Invoice_Month, Texts.Invoice_Invoices, Texts.Invoice_AmountEuros, Texts.Invoice_Expected, Texts.Index_Value,
                Texts.Invoice_Difference,
            ],
            view.Months.Select(month => (IReadOnlyList<object?>)
            [
                OccurrenceKeys.OfMonth(month.Month), string.Join(", ", month.Invoices.Select(row => row.Number)), month.Invoiced,
                month.Expected, month.Revision?.Value, month.Difference,
            ])).AnswerAsync(format, token);
    }

    private static async Task<IResult> SimulationAsync(Guid id, string format, ReadCredits read, CancellationToken token)
    {
        var view = await read.RunAsync(id, token);
        return await new TableExport(
            Texts.Credits_FileName,
            [
                Texts.Credits_Span1, Texts.Statement_Commitment, Texts.Credits_Kept, Texts.Credits_Base, Texts.Credits_Share,
                Texts.Credits_Amount, Texts.Credits_Invoiced, Texts.Credits_Cap, Texts.Credits_Total,
            ],
            view.Periods.SelectMany(period => view.Rules.Zip(period.Sum.Lines, (rule, line) => (IReadOnlyList<object?>)
            [
                CreditWords.Of(period.Span), rule.Commitment.Name, line.Count.Kept, line.Count.Base, line.Share,
                line.IsEarnedBack ? 0m : line.Amount, period.Invoiced, period.Sum.Cap, period.Sum.Total,
            ]))).AnswerAsync(format, token);
    }
}
