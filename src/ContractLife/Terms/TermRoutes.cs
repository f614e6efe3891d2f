using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Gathering.Exports;
using Pupitre.Papers;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>What the buttons about terms post to, the list to take home, and the letter of notice.</summary>
internal static class TermRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = new RequiresPermitAttribute(Permit.ReadSourcing);
        routes.MapAnswer("/{company}/decision-dates.{format}", ExportAsync).WithMetadata(read);
        routes.MapAnswer("/{company}/contracts/{id:guid}/notice-letter/letter.{format}", LetterAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.EditSourcing));
        routes.MapStateChange("/{company}/contracts/decisions/{id:guid}/withdrawal", Permit.EditSourcing,
            async (Guid id, TakeBackDecision takeBack, Tenant tenant, CancellationToken token) =>
            Results.LocalRedirect(tenant.Path("contracts", await takeBack.RunAsync(id, token), "decision")));
    }

    private static async Task<IResult> ExportAsync(
        string format,
        [FromQuery(Name = "q")] string? search,
        [FromQuery] Guid? provider,
        [FromQuery] int? within,
        [FromQuery] string? decision,
        [FromQuery] string? sort,
        ReadDecisionDates read,
        Tenant tenant,
        CancellationToken token)
    {
        var dates = await read.RunAsync(new DecisionFilter(search, provider, within, tenant.Scope is null ? decision : null, sort), token);
        return await new TableExport(
            Texts.Term_ExportName,
            [
                Texts.Contract_Title, Texts.Contract_Provider, Texts.Term_NextDay, Texts.Contract_PostBy, Texts.Contract_NoticeBy,
                Texts.Term_LeavesOn,
                Texts.Term_Decision, Texts.Term_Reason, Texts.Term_DecidedOn, Texts.Term_LastReminder, Texts.Term_ToType,
            ],
            dates.Dated.Concat(dates.Incomplete).Concat(dates.Undated).Select(line => RowOf(line, read.Today, tenant)))
                .AnswerAsync(format, token);
    }

    private static async Task<IResult> LetterAsync(Guid id, string format, DraftNoticeLetter draft, CancellationToken token)
    {
        var drafted = await draft.PrepareAsync(id, token);
        if (!NoticeLetter.Ends(drafted.Contract))
        {
            throw new NotFound();
        }

        var paper = NoticeLetterText.Of(drafted).Paper;
        return format switch
        {
            "pdf" => Results.Bytes(InLanguage.Write(InLanguage.French, () => PdfWriter.Write(paper)), "application/pdf",
                Texts.Letter_FileName + ".pdf"),
            "docx" => Results.Bytes(InLanguage.Write(InLanguage.French, () => DocxWriter.Write(paper)), DocxType,
                Texts.Letter_FileName + ".docx"),
            _ => throw new NotFound(),
        };
    }

    private static IReadOnlyList<object?> RowOf(DecisionLine line, DateOnly today, Tenant tenant) =>
    [
        line.Contract.Title, line.ProviderName, line.NextDay(today), line.Term?.PostBy, line.Term?.NoticeBy, line.Term?.LastDay,
        line.Made is { } made ? TermWords.Of(made.Choice) : line.Term is null || tenant.Scope is not null ? null : Texts.Term_DecisionOpen,
        line.Made?.Reason, line.Made?.At.InZone(tenant.Zone).Date, line.Reminded?.At.InZone(tenant.Zone).Date,
        line.Term is not null ? null : ReadContracts.IsIncomplete(line.Contract) ? TermWords.ToType(line.Contract)
            : TermWords.Undated(line),
    ];
}
