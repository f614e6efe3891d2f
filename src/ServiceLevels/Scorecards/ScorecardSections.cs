using Pupitre.Processes.Inventory;
using Pupitre.Sourcing;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Adds to a contract's page how it is kept.</summary>
internal sealed class ContractScorecardSection : ISourcingSection
{
    public string On => Contract.SubjectKind;

    public Type Component => typeof(ContractSummary);
}

/// <summary>Adds to a provider's page how what was agreed with it is kept.</summary>
internal sealed class ProviderScorecardSection : ISourcingSection
{
    public string On => Provider.Kind;

    public Type Component => typeof(ProviderSummary);
}

/// <summary>Adds to a commitment's page how it is kept.</summary>
internal sealed class CommitmentScorecardSection : ISourcingSection
{
    public string On => Commitment.SubjectKind;

    public Type Component => typeof(CommitmentSummary);
}

/// <summary>Adds to a process's page how what was agreed about it is kept, before who does it and how it is meant to run.</summary>
internal sealed class ProcessScorecardSection : IProcessSection
{
    public Type Component => typeof(ProcessSummary);

    public int Order => 10;
}
