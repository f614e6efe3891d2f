using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.ServiceLevels.Requests;

/// <summary>A request as a mail that opens in the person's own mail program.</summary>
internal static class RequestRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{company}/proof-requests/{id:guid}/mail.eml", MailAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));

    private static async Task<IResult> MailAsync(Guid id, Db db, CancellationToken token)
    {
        var request = await db.Set<ProofRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return await UnsentMail.AnswerAsync(request.To, request.Subject, request.Body, Texts.Request_FileName + ".eml", token);
    }
}
