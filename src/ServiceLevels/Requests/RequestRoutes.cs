using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;

namespace Pupitre.ServiceLevels.Requests;

/// <summary>A request as a mail that opens in the person's own mail program.</summary>
internal static class RequestRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{company}/proof-requests/{id:guid}/mail.eml", MailAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));

    private static async Task<IResult> MailAsync(Guid id, Db db, CancellationToken token)
    {
        var request = await db.Set<ProofRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var mail = new MimeMessage { Subject = request.Subject, Body = new TextPart("plain") { Text = request.Body } };
        mail.To.Add(MailboxAddress.Parse(request.To));
        mail.Headers.Add("X-Unsent", "1");
        var content = new MemoryStream();
        await mail.WriteToAsync(content, token);
        content.Position = 0;
        return Results.Stream(content, "message/rfc822", Texts.Request_FileName + ".eml");
    }
}
