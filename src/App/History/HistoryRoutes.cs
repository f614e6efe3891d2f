using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.History;

/// <summary>The history taken home, and the erasure of what a line says.</summary>
internal static class HistoryRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/history/export.{format}", ExportAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadLedger));
        routes.MapStateChange("/{company}/history/verification", Permit.ReadLedger, VerifyAsync);
        routes.MapStateChange("/{company}/history/{number:long}/erasure", Permit.AdministerCompany, async (long number, EraseDetail erase, Tenant tenant, CancellationToken token) =>
        {
            await erase.RunAsync(number, token);
            return Results.LocalRedirect(tenant.Path("history", number));
        });
    }

    private static async Task<IResult> VerifyAsync(JobQueue jobs, Tenant tenant, CancellationToken token)
    {
        var run = await jobs.StartAsync(VerifyEverything.JobKindName, "", "history?check=all", token);
        return Results.LocalRedirect(tenant.Path("jobs", run.Id));
    }

    private static Task<IResult> ExportAsync(string format, string? verb, string? kind, string? person, string? from, string? until, ReadHistory read, HistoryWords words, Tenant tenant, CancellationToken token)
    {
        var filter = new HistoryFilter(HistoryView.Blank(verb), HistoryView.Blank(kind), Guid.TryParse(person, out var id) ? id : null, Day(from), Day(until));
        string[] headers = [Texts.History_Number, Texts.History_At, Texts.History_Person, Texts.History_Verb, Texts.History_Subject, Texts.History_Sentence, Texts.History_Details, Texts.History_Hash];
        var rows = read.All(filter).Select(line => (IReadOnlyList<object?>)[line.Number, line.At.InZone(tenant.Zone).LocalDateTime, HistoryView.Who(line), words.Verb(line.Verb), words.Kind(line.Kind), words.Sentence(line.Verb, line.DetailJson), line.DetailJson, line.Hash]);
        return new TableExport(Texts.History_ExportName, headers, rows).AnswerAsync(format, token);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;
}
