using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Sources;
using Pupitre.Flows.Logs;
using Pupitre.Kernel.Commitments;
using Pupitre.Mining;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Flows.Waits;

/// <summary>What the commitments measured on the sources say of waits: the time after a pausing event is on whom the commitment says, whoever acts next.</summary>
internal sealed class ReadPauses(Db db)
{
    public async Task<LogPauses> RunAsync(IReadOnlyList<FlowSource> sources, CancellationToken token)
    {
        var ids = sources.Select(source => source.Id).ToList();
        var rules = await (from use in db.Set<SourceUse>()
                           join commitment in db.Set<Commitment>() on use.CommitmentId equals commitment.Id
                           join version in db.Set<CommitmentVersion>() on commitment.Id equals version.CommitmentId
                           where ids.Contains(use.SourceId) && commitment.ArchivedAt == null && version.Kind == CommitmentKind.Clock
                           select new { version.CommitmentId, version.EffectiveFrom, version.Number, version.RuleJson }).AsNoTracking().ToListAsync(token);
        return new LogPauses([.. rules.GroupBy(row => row.CommitmentId)
            .Select(group => group.OrderBy(row => row.EffectiveFrom).ThenBy(row => row.Number).Last())
            .OrderBy(row => row.CommitmentId).Select(row => CommitmentRule.Parse(row.RuleJson).Clock?.Pause).OfType<PauseRule>().Distinct()]);
    }
}

/// <summary>The pauses that commitments know, held against a log.</summary>
internal sealed class LogPauses(IReadOnlyList<PauseRule> rules)
{
    /// <summary>What a figure that depends on them is kept under.</summary>
    public string Key => string.Join(' ', rules.Select(rule => $"{rule.From} {rule.To} {rule.WaitsOn}"));

    /// <summary>What they say of the wait after each event of the log, by its activity and transition; null when they say nothing.</summary>
    public Func<int, WaitMark>? MarksOf(EventLog log)
    {
        if (rules.Count == 0)
        {
            return null;
        }

        var known = new Dictionary<(int Activity, int Transition), WaitMark>();
        return item =>
        {
            var pair = (log.EventActivities[item], log.EventTransitions.IsEmpty ? -1 : log.EventTransitions[item]);
            if (!known.TryGetValue(pair, out var mark))
            {
                known[pair] = mark = MarkOf(log, NameOf(log.Activities, pair.Item1), NameOf(log.Transitions, pair.Item2));
            }

            return mark;
        };
    }

    private WaitMark MarkOf(EventLog log, string? activity, string? transition)
    {
        // A step may be named after its activity with its transition.
        var bare = activity is not null && transition is not null && activity.EndsWith($" ({transition})", StringComparison.Ordinal) ? activity[..^(transition.Length + 3)] : activity;
        bool Matches(EventPattern? pattern) => pattern?.AttributeNames.Any() == false && pattern.Matches(name => name == EventPattern.ActivityName ? bare : transition);
        var rule = rules.FirstOrDefault(rule => Matches(rule.From));
        return new WaitMark(rule is null ? null : Waiting.PartyOf(log, NameOf(rule.WaitsOn)), rule?.To is not null, rules.Any(other => Matches(other.To)));
    }

    private static string NameOf(Party party) => party switch
    {
        Party.Company => PartyNames.Company,
        Party.Provider => PartyNames.Provider,
        _ => PartyNames.ThirdParty,
    };

    private static string? NameOf(NameTable names, int number) => number < 0 ? null : names[number];
}
