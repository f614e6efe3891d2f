using Microsoft.Extensions.DependencyInjection;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Proposals;

/// <summary>Registers the targets that the history proposes.</summary>
internal static class ProposalsSetup
{
    public static void Register(IServiceCollection services) => services.AddScoped<IProposeTargets, ProposeFromCases>();
}
