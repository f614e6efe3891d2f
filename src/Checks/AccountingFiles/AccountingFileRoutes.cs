using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Deliverables.Fec;
using Pupitre.Gathering.Exports;
using Pupitre.Papers;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.ProofRequests;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Papers, exports and buttons of an accounting file.</summary>
internal static class AccountingFileRoutes
{
    private const string Root = "/{company}/accounting-files/{id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = new RequiresPermitAttribute(Permit.ReadService);
        routes.MapStateChange(Root + "/checks", Permit.AddEvidence, CheckAsync);
        routes.MapStateChange(Root + "/matched-invoices", Permit.AddEvidence, KeepInvoicesAsync);
        routes.MapStateChange(Root + "/answers/{answerId:guid}/sent-by-hand", Permit.AddEvidence, SentByHandAsync);
        routes.MapAnswer(Root + "/report.pdf", ReportAsync).WithMetadata(read);
        routes.MapAnswer(Root + "/answers/{answerId:guid}/letter.{format}", LetterAsync).WithMetadata(read);
        routes.MapAnswer(Root + "/accounts.export.{format}", AccountsAsync).WithMetadata(read);
        routes.MapAnswer(Root + "/third-parties.export.{format}", ThirdPartiesAsync).WithMetadata(read);
        routes.MapAnswer(Root + "/changes.export.{format}", ChangesAsync).WithMetadata(read);
    }

    private static async Task<IResult> CheckAsync(Guid id, StartCheck check, Tenant tenant, CancellationToken token)
    {
        await check.RunAsync(id, token);
        return Results.Redirect(tenant.Path("accounting-files", id));
    }

    private static async Task<IResult> KeepInvoicesAsync(Guid id, ReadAccountingFile read, MatchInvoices match, Tenant tenant, CancellationToken token)
    {
        await match.RunAsync(await read.CheckedAsync(id, token), token);
        return Results.Redirect(tenant.Path("accounting-files", id, "changes"));
    }

    private static async Task<IResult> ReportAsync(Guid id, ReadAccountingFile read, CheckPapers papers, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        return Results.Bytes(PdfWriter.Write(papers.Report(found)), "application/pdf", Name(found.File, Texts.Books_ReportName) + ".pdf");
    }

    private static async Task<IResult> LetterAsync(Guid id, Guid answerId, string format, Db db, ReadAccountingFile read, CheckPapers papers, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        var answer = await db.Set<AccountingFileAnswer>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == answerId && row.AccountingFileId == id, token) ?? throw new NotFound();
        var name = Name(found.File, Texts.Books_LetterName) + "." + format;
        return format switch
        {
            "pdf" => Results.Bytes(PdfWriter.Write(papers.Letter(found, answer)), "application/pdf", name),
            "docx" => Results.Bytes(DocxWriter.Write(papers.Letter(found, answer)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name),
            "eml" => await UnsentMail.AnswerAsync(await RequestRoutes.SenderAsync(db, answer.MadeBy, token), answer.To, answer.Subject, answer.Body, name, token),
            _ => throw new NotFound(),
        };
    }

    private static async Task<IResult> SentByHandAsync(Guid id, Guid answerId, [FromForm] string? on, Db db, MarkMailSent mark, Tenant tenant, CancellationToken token)
    {
        var answer = await db.Set<AccountingFileAnswer>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == answerId && row.AccountingFileId == id, token) ?? throw new NotFound();
        await mark.RunAsync(answer.MailId ?? throw new NotFound(), RequestRoutes.PostedDay(on), new SubjectRef(AccountingFile.Kind, id), token);
        return Results.LocalRedirect(tenant.Path("accounting-files", id));
    }

    private static async Task<IResult> AccountsAsync(Guid id, string format, ReadAccountingFile read, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        return await new TableExport(
            Name(found.File, Texts.Books_TrialName),
            [Texts.Books_Account, Texts.Books_AccountName, Texts.Books_Opening, Texts.Books_Debit, Texts.Books_Credit, Texts.Books_Balance],
            found.Report!.Books.TrialBalance.Select(account => (IReadOnlyList<object?>)[account.Account, account.Name, account.Opening, account.Debit, account.Credit, account.Balance])).AnswerAsync(format, token);
    }

    private static async Task<IResult> ThirdPartiesAsync(Guid id, string format, ReadAccountingFile read, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        return await new TableExport(
            Name(found.File, Texts.Books_PartiesName),
            [Texts.Books_Account, Texts.Books_Auxiliary, Texts.Books_PartyName, Texts.Books_Debit, Texts.Books_Credit, Texts.Books_Balance, Texts.Books_Age30, Texts.Books_Age60, Texts.Books_Age90, Texts.Books_Age180, Texts.Books_AgeMore],
            found.Report!.Books.ThirdParties.Select(party => (IReadOnlyList<object?>)[party.Account, party.Auxiliary, party.Name, party.Debit, party.Credit, party.Balance, .. Open(party)])).AnswerAsync(format, token);
    }

    private static async Task<IResult> ChangesAsync(Guid id, string format, ReadAccountingFile read, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        var interim = found.Report!.Interim ?? throw new NotFound();
        return await new TableExport(
            Name(found.File, Texts.Books_ChangesName),
            [Texts.Books_ChangeKind, Texts.Books_Journal, Texts.Books_EntryNumber, Texts.Books_EntryDate, Texts.Books_PieceRef, Texts.Books_PartyName, Texts.Books_DebitBefore, Texts.Books_DebitAfter, Texts.Books_Difference, Texts.Books_WasValidated],
            interim.Changes.Select(change => (IReadOnlyList<object?>)[ChangeWords.Of(change.Kind), change.Entry.Journal, change.Entry.Number, change.Entry.Date, change.Entry.PieceRef, FileWords.Party(found.Report!, change.Entry.ThirdParty), change.Kind == EntryChangeKind.Deleted ? change.Entry.Debit : change.Before?.Debit, change.Kind == EntryChangeKind.Deleted ? null : change.Entry.Debit, ChangeWords.Difference(change), change.WasValidated ? Texts.Books_Yes : null]))
            .AnswerAsync(format, token);
    }

    private static IEnumerable<object?> Open(ThirdPartyBalance party) => party.Open.Select(amount => (object?)amount);

    private static string Name(AccountingFile file, string what) => what + "-" + (file.Closing?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "fec");
}
