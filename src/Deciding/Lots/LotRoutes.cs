using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;

namespace Pupitre.Deciding.Lots;

/// <summary>What buttons of the order post to, and the list to take home.</summary>
internal static class LotRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/processes/lots/{id:guid}/up", Permit.EditProcesses, UpAsync);
        routes.MapStateChange("/{company}/processes/lots/{id:guid}/down", Permit.EditProcesses, DownAsync);
        routes.MapStateChange("/{company}/processes/lots/computed-order", Permit.EditProcesses, ComputedAsync);
        routes.MapStateChange("/{company}/processes/lots/own-order", Permit.EditProcesses, OwnAsync);
        routes.MapStateChange("/{company}/processes/lots/rules/{rule:guid}/removal", Permit.EditProcesses, RemoveAsync);
        routes.MapStateChange("/{company}/processes/lots/rules/{rule:guid}/return", Permit.EditProcesses, ReturnAsync);
        routes.MapAnswer("/{company}/processes/lots.{format}", AnswerAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
    }

    private static async Task<IResult> UpAsync(Guid id, MoveLot move, Tenant tenant, CancellationToken token)
    {
        await move.RunAsync(id, isUp: true, token);
        return ToList(tenant);
    }

    private static async Task<IResult> DownAsync(Guid id, MoveLot move, Tenant tenant, CancellationToken token)
    {
        await move.RunAsync(id, isUp: false, token);
        return ToList(tenant);
    }

    private static async Task<IResult> ComputedAsync(ChooseLotOrder choose, Tenant tenant, CancellationToken token)
    {
        await choose.RunAsync(byHand: false, token);
        return ToList(tenant);
    }

    private static async Task<IResult> OwnAsync(ChooseLotOrder choose, Tenant tenant, CancellationToken token)
    {
        await choose.RunAsync(byHand: true, token);
        return ToList(tenant);
    }

    private static async Task<IResult> RemoveAsync(Guid rule, SetLotRule set, Tenant tenant, CancellationToken token) =>
        ToRules(tenant, await set.RemoveAsync(rule, isBack: false, token));

    private static async Task<IResult> ReturnAsync(Guid rule, SetLotRule set, Tenant tenant, CancellationToken token) =>
        ToRules(tenant, await set.RemoveAsync(rule, isBack: true, token));

    private static IResult ToList(Tenant tenant) => Results.LocalRedirect(tenant.Path("processes", "lots") + "#order");

    private static IResult ToRules(Tenant tenant, Guid id) => Results.LocalRedirect(tenant.Path("processes", "lots", id) + "#rules");

    private static async Task<IResult> AnswerAsync(
        string format,
        [FromQuery(Name = "q")] string? search,
        [FromQuery] string? show,
        [FromQuery] string? sort,
        ReadLots read,
        CancellationToken token)
    {
        var view = await read.RunAsync(token);
        return await new TableExport(
            Texts.Lot_ExportName,
            [
                Texts.Lot_Number, Texts.Process_Name, Texts.Process_Domain, Texts.Lot_Way, Texts.Lot_Kind,
                Texts.Lot_Value, Texts.Lot_ValueFrom, Texts.Lot_Days, Texts.Lot_DaysFrom, Texts.Lot_Risk, Texts.Lot_RiskFrom,
                Texts.Lot_Lot, Texts.Lot_Start, Texts.Lot_End, Texts.Lot_Why,
            ],
            ShownLots.Of(view, search, show, sort).Select(line => (IReadOnlyList<object?>)
            [
                line.Number, line.Name, ProcessWords.Of(line.Domain), VerdictWords.Of(line.Way), LotWords.Of(line.Item.Kind),
                line.Value.Euros, LotWords.Source(line.Value), line.Item.Days, LotWords.Source(line), line.Risk.Points,
                LotWords.Parts(line.Risk), line.Placed?.Lot,
                Month(view, line.Placed?.Start), Month(view, line.Placed?.End), LotWords.Why(view, line),
            ])).AnswerAsync(format, token);
    }

    private static string? Month(LotsView view, int? number) =>
        number is { } month ? view.MonthAt(month).ToString("yyyy-MM", CultureInfo.InvariantCulture) : null;
}
