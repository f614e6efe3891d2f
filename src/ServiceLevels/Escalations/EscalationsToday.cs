using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Today;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Escalations;

/// <summary>What a notice was written about to the person who looks, and of which nobody has said that they take care.</summary>
internal sealed class EscalationsToday(Db db, Tenant tenant, IClock clock) : IToday
{
    /// <summary>A notice that nobody answered for longer speaks on its page only.</summary>
    private static readonly Duration _shown = Duration.FromDays(30);

    public int Order => 25;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        if (tenant.AccountId is not { } account)
        {
            return [];
        }

        var since = clock.GetCurrentInstant() - _shown;
        var rows = await (from recipient in db.Set<EscalationRecipient>().AsNoTracking()
                          join notice in db.Set<EscalationNotice>() on recipient.NoticeId equals notice.Id
                          join commitment in db.Set<Commitment>() on notice.CommitmentId equals commitment.Id
                          where recipient.AccountId == account && recipient.DroppedAt == null && notice.AnsweredAt == null
                              && notice.At > since
                          group notice by new { commitment.Id, commitment.Name } into notices
                          orderby notices.Key.Name, notices.Key.Id
                          select new { notices.Key.Id, notices.Key.Name, Count = notices.Count(), Since = notices.Min(row => row.At) })
            .ToListAsync(token);
        return rows.ConvertAll(row => new TodayLine(
            Urgency.Answer, Texts.Today_Escalations.With(row.Name, row.Count),
            $"escalations?commitment={row.Id}",
            Day: row.Since.InZone(tenant.Zone).Date.ToDateOnly(), Count: row.Count));
    }
}
