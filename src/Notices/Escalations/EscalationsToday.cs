using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// What a notice was written about to the person who looks, and of which nobody has said that they take care; for the program itself,
/// to any of the company's people.
/// </summary>
internal sealed class EscalationsToday(Db db, Tenant tenant, IClock clock) : IToday
{
    /// <summary>A notice that nobody answered for longer speaks on its page only.</summary>
    private static readonly Duration _shown = Duration.FromDays(30);

    public int Order => 25;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var since = clock.GetCurrentInstant() - _shown;
        var account = tenant.AccountId;
        var rows = await (from recipient in db.Set<EscalationRecipient>().AsNoTracking()
                          join notice in db.Set<EscalationNotice>() on recipient.NoticeId equals notice.Id
                          join commitment in db.Set<Commitment>() on notice.CommitmentId equals commitment.Id
                          where recipient.AccountId != null && (account == null || recipient.AccountId == account)
                              && recipient.DroppedAt == null && notice.AnsweredAt == null && notice.At > since
                          orderby commitment.Name, commitment.Id
                          select new { commitment.Id, commitment.Name, Notice = notice.Id, notice.At }).ToListAsync(token);
        return [.. rows.GroupBy(row => (row.Id, row.Name)).Select(group =>
            LineOf(group.Key.Id, group.Key.Name, group.Select(row => row.Notice).Distinct().Count(), group.Min(row => row.At)))];
    }

    private TodayLine LineOf(Guid commitmentId, string name, int count, Instant since) => new(
        Urgency.Answer, Texts.Today_Escalations.With(name, count), $"escalations?commitment={commitmentId}",
        Day: since.InZone(tenant.Zone).Date.ToDateOnly(), Count: count);
}
