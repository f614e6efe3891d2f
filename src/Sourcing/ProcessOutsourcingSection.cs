using Pupitre.Processes.Inventory;

namespace Pupitre.Sourcing;

/// <summary>Adds to a process's page who does it and what was agreed.</summary>
internal sealed class ProcessOutsourcingSection : IProcessSection
{
    public Type Component => typeof(ProcessOutsourcing);
}
