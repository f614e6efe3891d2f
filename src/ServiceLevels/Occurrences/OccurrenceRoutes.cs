using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Occurrences;

/// <summary>What is sent from the page of a due date, and from wherever due dates are chosen, besides the pages' own forms.</summary>
internal static class OccurrenceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/due-dates/{commitmentId:guid}/{key}/confirmation", Permit.CorrectEvidence, ConfirmAsync);
        routes.MapStateChange("/{company}/due-dates/work-day", Permit.AddEvidence, StateDayAsync);
        routes.MapStateChange("/{company}/due-dates/nothing-expected", Permit.CorrectEvidence, ExpectNothingAsync);
        routes.MapStateChange("/{company}/due-dates/statements/{id:guid}/withdrawal", Permit.CorrectEvidence, TakeBackAsync);
        routes.MapStateChange("/{company}/due-dates/statements/{id:guid}/contest", Permit.CorrectEvidence, ContestAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        Guid commitmentId, string key, [FromForm] Guid proof, [FromForm] bool confirms, ConfirmWord confirm, Tenant tenant, CancellationToken token)
    {
        await confirm.OfProofAsync(proof, confirms, token);
        return Results.Redirect(tenant.Path("due-dates", commitmentId, key));
    }

    /// <summary>Fields: <c>cell</c> ("guid/key", any number), <c>on</c> (yyyy-MM-dd), <c>confirmed</c>. A questioned day leads to the page that asks again.</summary>
    private static async Task<IResult> StateDayAsync(IFormCollection form, StateWorkDay state, Tenant tenant, CancellationToken token)
    {
        var (cells, on) = (CellsOf(form), form["on"].ToString());
        var input = new WorkDayInput
        {
            Cells = cells,
            On = DateOnly.TryParseExact(on, "yyyy-MM-dd", out var day) ? day : null,
            Confirmed = form["confirmed"].ToString() == "1" || PostedChoice.Is(form["confirmed"].ToString(), "true", "confirmed", "", "0", "false"),
        };
        var stated = await state.RunAsync(input, token);
        return Results.Redirect(stated.IsQuestioned ? SelectionOf(cells, on, tenant) : After(cells, tenant));
    }

    private static async Task<IResult> ExpectNothingAsync(IFormCollection form, ExpectNothing expect, Tenant tenant, CancellationToken token)
    {
        var cells = CellsOf(form);
        await expect.RunAsync(cells, token);
        return Results.Redirect(After(cells, tenant));
    }

    private static async Task<IResult> TakeBackAsync(Guid id, [FromForm] string? _, TakeBackStatement takeBack, Tenant tenant, CancellationToken token) =>
        Results.Redirect(PathOf(await takeBack.RunAsync(id, token), tenant));

    private static async Task<IResult> ContestAsync(Guid id, [FromForm] string? words, ContestWaiver contest, Tenant tenant, CancellationToken token) =>
        Results.Redirect(PathOf(await contest.RunAsync(id, words, token), tenant));

    private static string[] CellsOf(IFormCollection form) => [.. form["cell"].OfType<string>()];

    /// <summary>The page where the chosen due dates are asked about again.</summary>
    private static string SelectionOf(IReadOnlyCollection<string> cells, string on, Tenant tenant) =>
        tenant.Path("due-dates", "selection") + $"?on={Uri.EscapeDataString(on)}&" + string.Join('&', cells.Select(cell => "cell=" + Uri.EscapeDataString(cell)));

    private static string After(string[] cells, Tenant tenant) =>
        cells.Length == 1 && OccurrenceCell.Parse(cells[0]) is { } only ? PathOf(only, tenant) : tenant.Path("due-dates");

    private static string PathOf(OccurrenceCell cell, Tenant tenant) => tenant.Path("due-dates", cell.CommitmentId, cell.OccurrenceKey);
}
