using Pupitre.Flows.Logs;
using Pupitre.Flows.Waits;
using Pupitre.Mining;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Facts;

namespace Pupitre.Flows.Facts;

/// <summary>
/// Tells the map how processes really run, each by the fullest source on which one of its commitments is measured. A log that takes
/// more than a moment to open is left out until it is open.
/// </summary>
internal sealed class FlowsOfProcesses(ReadFlowSources read, OpenFlowLog open, ReadPauses pauses, FlowCache cache, Tenant tenant)
    : IProcessFacts
{
    private const double Percent = 100;

    public ProcessFactPart Part => ProcessFactPart.Flow;

    public async Task<IReadOnlyList<ProcessFact>> ReadAsync(CancellationToken token) => await FactsAsync(null, token);

    public async Task<ProcessFact?> OfAsync(Guid processId, CancellationToken token) =>
        (await FactsAsync(processId, token)).FirstOrDefault();

    private async Task<List<ProcessFact>> FactsAsync(Guid? only, CancellationToken token)
    {
        var facts = new List<ProcessFact>();
        if (!tenant.Allows(Permit.ReadService))
        {
            return facts;
        }

        var processes = await read.ProcessesAsync(token);
        var sources = (await read.RunAsync(token))
            .Where(source => only is { } id ? processes[source.Id].Contains(id) : processes[source.Id].Any());
        foreach (var source in only is null ? sources : sources.Take(1))
        {
            var told = processes[source.Id].Where(id => only is null || id == only)
                .Where(id => facts.TrueForAll(fact => fact.ProcessId != id)).ToList();
            if (told.Count > 0 && await FlowAsync(source, token) is { } flow)
            {
                facts.AddRange(told.Select(id => new ProcessFact(id) { Flow = flow }));
            }
        }

        return facts;
    }

    private async Task<RealFlow?> FlowAsync(FlowSource source, CancellationToken token)
    {
        var chosen = await read.WithDoersAsync([source], token);
        if (ReadFlowLog.IsTooLarge(chosen)
            || (await open.RunAsync(chosen, StepNames.Activity, null, token)).Log is not { Log.CaseCount: > 0 } log)
        {
            return null;
        }

        var marks = await pauses.RunAsync(chosen, token);
        var key = $"{log.Key} facts {marks.Key}";
        if (cache.Find<Ran>(key) is not { } ran)
        {
            var rework = Rework.Of(log.Log.Whole, token);
            ran = new Ran(rework.Basis.Cases, rework.Cases, Waiting.Of(log.Log.Whole, marks.MarksOf(log.Log), token));
            cache.Keep(key, ran, 1 + ran.Waiting.Steps.Length);
        }

        return new RealFlow(ran.Cases, ran.Repeated, WaitsOf(log.Log, ran.Waiting));
    }

    private static List<RealWait> WaitsOf(EventLog log, Waiting waiting) => waiting.TotalSeconds <= 0 ? [] :
    [
        .. waiting.Parties.Select(party => new RealWait(
            party.Party == PartyWait.Unknown ? null : FlowWords.Party(Waiting.NameOf(log, party.Party)),
            decimal.Round((decimal)(party.Durations.TotalSeconds / waiting.TotalSeconds * Percent), 1))),
    ];

    // As it is kept: without words, which are the reader's.
    private sealed record Ran(int Cases, int Repeated, Waiting Waiting);
}
