using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Gathering.Exports;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Clauses;

/// <summary>The clauses to take home: of all contracts, and of one.</summary>
internal static class ClauseRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = new RequiresPermitAttribute(Permit.ReadSourcing);
        routes.MapAnswer("/{company}/clauses.{format}", ExportAsync).WithMetadata(read);
        routes.MapAnswer("/{company}/contracts/{id:guid}/clauses/list.{format}", ExportOneAsync).WithMetadata(read);
    }

    private static async Task<IResult> ExportAsync(
        string format,
        [FromQuery(Name = "q")] string? search,
        [FromQuery] Guid? provider,
        [FromQuery] string? show,
        [FromQuery] ClauseTopic? topic,
        [FromQuery] string? sort,
        ReadClauses read,
        Tenant tenant,
        CancellationToken token)
    {
        var list = tenant.Scope is not null ? throw new NotFound()
            : await read.RunAsync(new ClauseFilter(search, provider, show, topic, sort), token);
        return await new TableExport(
            Texts.Clause_ExportName,
            [
                Texts.Contract_Title, Texts.Contract_Provider, .. ClauseTopics.All.Select(ClauseWords.Of), Texts.Clause_CheckedOn,
            ],
            list.Lines.Select(line => (IReadOnlyList<object?>)
            [
                line.Contract.Title, line.ProviderName, .. ClauseTopics.All.Select(one => ClauseWords.Of(line.StateOf(one))),
                line.CheckedAt?.InZone(tenant.Zone).Date,
            ])).AnswerAsync(format, token);
    }

    private static async Task<IResult> ExportOneAsync(Guid id, string format, ReadClauses read, CancellationToken token)
    {
        var sheet = await read.OfAsync(id, token);
        return await new TableExport(
            Texts.Clause_ExportName,
            [Texts.Clause_Clause, Texts.Clause_State, Texts.Clause_Text, Texts.Clause_Remark, Texts.Clause_File, Texts.Clause_Page],
            ClauseTopics.All.Select(topic => (IReadOnlyList<object?>)
            [
                ClauseWords.Of(topic), ClauseWords.Of(sheet.Of(topic)?.State ?? ClauseState.NotLooked), sheet.Of(topic)?.Text,
                sheet.Of(topic)?.Remark, sheet.Contract.Files.FirstOrDefault(file => file.Id == sheet.Of(topic)?.FileId)?.Name,
                sheet.Of(topic)?.Page,
            ])).AnswerAsync(format, token);
    }
}
