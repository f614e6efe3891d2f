using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>Registers what is known of disputes.</summary>
internal static class DisputesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadDisputes>().AddScoped<IPersonalData, PersonalDisputes>();
    }
}
