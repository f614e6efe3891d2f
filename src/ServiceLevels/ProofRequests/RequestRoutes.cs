using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.ProofRequests;

/// <summary>A request as a mail that opens in the person's own mail program.</summary>
public static class RequestRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/proof-requests/{id:guid}/mail.eml", MailAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapStateChange("/{company}/proof-requests/{id:guid}/sent-by-hand", Permit.AddEvidence, SentByHandAsync);
    }

    private static async Task<IResult> MailAsync(Guid id, Db db, Tenant tenant, CancellationToken token)
    {
        var request = await db.Set<ProofRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var sender = await SenderAsync(db, request.MadeBy ?? tenant.AccountId, token);
        return await UnsentMail.AnswerAsync(sender, request.To, request.Subject, request.Body, Texts.Request_FileName + ".eml", token);
    }

    /// <summary>Address of the person who wrote a letter: it comes from them, and they are answered.</summary>
    public static Task<string?> SenderAsync(Db db, Guid? accountId, CancellationToken token) =>
        db.Users.Where(row => row.Id == accountId).Select(row => row.Email).SingleOrDefaultAsync(token);

    private static async Task<IResult> SentByHandAsync(Guid id, [FromForm] string? on, Db db, MarkMailSent mark, Tenant tenant, CancellationToken token)
    {
        var request = await db.Set<ProofRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        await mark.RunAsync(request.MailId ?? throw new NotFound(), PostedDay(on), new SubjectRef(ProofRequest.Kind, request.Id), token);
        return Results.LocalRedirect(tenant.Path("proof-requests", id));
    }

    /// <summary>The day of the form; none when it cannot be read.</summary>
    public static DateOnly? PostedDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
