using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>What people set about ladders: of the company, and of single commitments.</summary>
internal sealed record LadderSettings(EscalationSetting? Company, IReadOnlyDictionary<Guid, CommitmentLadder> Own)
{
    public bool IsAllOff => Company?.IsOff == true;

    public QuietHours Quiet => Company?.Quiet ?? EscalationSetting.UsualQuiet;

    public bool IsOff(Guid commitmentId) => IsAllOff || Own.GetValueOrDefault(commitmentId)?.IsOff == true;

    /// <summary>
    /// From when on levels of a commitment count: what was reached before it was entered here, or while it was off, does not.
    /// </summary>
    public Instant Since(CommitmentFacts commitment)
    {
        var since = commitment.EnteredAt;
        return Instant.Max(since, Instant.Max(Own.GetValueOrDefault(commitment.Id)?.Since ?? since, Company?.Since ?? since));
    }

    /// <summary>
    /// Whom a level writes to: as the ladder says, and nobody of the provider while nothing may follow from what was agreed.
    /// </summary>
    public LadderTarget TargetsOf(LadderObligation item, Rung rung, DateOnly today)
    {
        var row = item.Commitment.Row;
        var asked = Own.GetValueOrDefault(row.Id)?[rung] ?? CommitmentLadder.Usual(row.Performer, rung);
        var allowed = CommitmentLadder.Allowed(row);
        return asked & (item.Version.HasConsequencesOn(today) ? allowed : allowed & CommitmentLadder.Ours);
    }
}

/// <summary>Reads what was set: from memory until a line of the history says that somebody changed it.</summary>
internal sealed class ReadLadderSettings(Db db, KindHeads heads, LadderSettingsCache cache)
{
    public async Task<LadderSettings> RunAsync(CancellationToken token)
    {
        var key = $"{db.CompanyId:N} {await heads.KeyOfAsync([CommitmentLadder.Kind, EscalationSetting.Kind], token)}";
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        var company = await db.Set<EscalationSetting>().AsNoTracking().SingleOrDefaultAsync(token);
        var own = await db.Set<CommitmentLadder>().AsNoTracking().ToDictionaryAsync(row => row.CommitmentId, token);
        var read = new LadderSettings(company, own);
        cache.Keep(key, read);
        return read;
    }
}

/// <summary>What was set in companies that were asked for lately.</summary>
internal sealed class LadderSettingsCache
{
    private const int MaxCompanies = 100;

    private readonly RecentlyUsed<LadderSettings> _known = new(MaxCompanies);

    public LadderSettings? Find(string key) => _known.Find(key);

    public void Keep(string key, LadderSettings settings) => _known.Keep(key, settings, weight: 1);
}
