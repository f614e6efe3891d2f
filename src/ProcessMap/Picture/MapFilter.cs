using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.ProcessMap.Criticals;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Picture;

/// <summary>What of the map is asked for.</summary>
/// <param name="Person">Key of somebody who has to do with the processes.</param>
/// <param name="Tool">Key of a tool that they are done with.</param>
/// <param name="OnlyCritical">Only flows that the ranking calls critical.</param>
/// <param name="Of">Key of a process: what hangs on it is brought out.</param>
public sealed record MapFilter(Domain? Domain, Guid? Person, Guid? Tool, Criticality? Criticality, bool OnlyCritical, Guid? Of)
{
    public bool IsAny => Domain is not null || Person is not null || Tool is not null || Criticality is not null || OnlyCritical;

    public bool Holds(MapProcess process) =>
        (Domain is null || process.Domain == Domain)
        && (Criticality is null || process.Criticality == Criticality)
        && (Person is null || process.Involves(Person.Value))
        && (Tool is null || process.Uses(Tool.Value))
        && (!OnlyCritical || RankFlows.ScoreOf(process).IsCritical);
}
