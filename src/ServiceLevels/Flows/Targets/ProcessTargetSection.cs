using Pupitre.Processes.Inventory;

namespace Pupitre.ServiceLevels.Flows.Targets;

/// <summary>Adds to a process's page how it is meant to run: the file is the process's, reading it needs the mining of models.</summary>
internal sealed class ProcessTargetSection : IProcessSection
{
    public Type Component => typeof(ProcessTargets);
}
