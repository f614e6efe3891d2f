using Pupitre.Sourcing.Contracts;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Adds to a contract's page how it is kept.</summary>
internal sealed class ContractScorecardSection : IContractSection
{
    public Type Component => typeof(ContractSummary);
}
