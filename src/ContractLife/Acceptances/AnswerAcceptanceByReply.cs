using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Links;
using Pupitre.Platform.Replies;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>"Oui" or "non" to a mail that asks for an acceptance; its link is used up by either. A "non" needs its reason.</summary>
internal sealed class AnswerAcceptanceByReply(Db db, Tenant tenant, UseLink links, IClock clock, FileStore store) : IAnswersByMail
{
    public async Task<AnswerOutcome?> TakeAsync(Guid mailId, MailAnswer answer, CancellationToken token)
    {
        var request = await db.Set<AcceptanceRequest>().SingleOrDefaultAsync(row => row.Id == mailId, token);
        if (request is null)
        {
            return null;
        }

        if (request.Answer != AcceptanceAnswer.Waiting
            || request.AskedAt + Duration.FromDays(AcceptanceRequest.DaysToAnswer) <= clock.GetCurrentInstant())
        {
            return AnswerOutcome.Late;
        }

        return answer.Whole switch
        {
            { Word: AnswerWord.Yes } => await AcceptAsync(request, token),
            { Word: AnswerWord.No } when answer.Rest.Length > 0 => await GiveAsync(
                request, AcceptanceAnswer.Remarked, answer.Rest.Cut(AcceptanceRequest.MaxRemarkLength), "AcceptanceRemarked", token),
            _ => AnswerOutcome.Unclear,
        };
    }

    private async Task<AnswerOutcome> AcceptAsync(AcceptanceRequest request, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleAsync(row => row.Id == request.CommitmentId, token);
        if (commitment.Versions.SingleOrDefault(row => row.Id == request.VersionId) is not { IsInternalTarget: true })
        {
            return AnswerOutcome.Late;
        }

        await GiveAcceptance.AcceptAsync(
            store, tenant, commitment, (request, AcceptedWay.Mail, clock.GetCurrentInstant()), token);
        return await GiveAsync(request, AcceptanceAnswer.Accepted, null, "CommitmentAcceptedByMail", token);
    }

    private async Task<AnswerOutcome> GiveAsync(
        AcceptanceRequest request, AcceptanceAnswer answer, string? remark, string verb, CancellationToken token)
    {
        request.Give(answer, remark, clock.GetCurrentInstant());
        await links.RevokeAsync(AcceptanceMail.Purpose, request.Ref, tenant.CompanyId, token);
        db.Record(
            verb, new Platform.Ledger.SubjectRef(Commitment.SubjectKind, request.CommitmentId),
            new { Name = request.About, Version = request.Number, By = request.PersonName, request.Hash });
        await db.SaveChangesAsync(token);
        return AnswerOutcome.Taken;
    }
}
