using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Facts;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>
/// Tells the map how what was agreed about each process is kept: the same figures as in its list, without what one side contests.
/// </summary>
internal sealed class KeptOfProcesses(ReadScorecard read, Tenant tenant) : IProcessFacts
{
    public ProcessFactPart Part => ProcessFactPart.Kept;

    public async Task<IReadOnlyList<ProcessFact>> ReadAsync(CancellationToken token)
    {
        if (!tenant.Allows(Permit.ReadService))
        {
            return [];
        }

        var all = await read.AllAsync(token);
        return
        [
            .. all.SelectMany(item => item.Cards).GroupBy(card => card.Commitment.Row.ProcessId)
                .Select(group => new ProcessFact(group.Key) { Kept = RatesOf([.. group], all[0].Current) })
                .Where(fact => fact.Kept.Count > 0),
        ];
    }

    private static List<KeptRate> RatesOf(IReadOnlyList<Scorecard> cards, int current) =>
    [
        .. ProcessOnTime.KindsOf(new ContractScorecard(null, null, cards, current))
            .Where(kind => kind.Whole is { IsKnown: true, BaseUndisputed: > 0 })
            .Select(kind => new KeptRate(kind.UnitMany, kind.Whole.KeptUndisputed, kind.Whole.BaseUndisputed)),
    ];
}
