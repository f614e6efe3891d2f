using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.Start.FirstRun;

/// <summary>Where the first page stands and where it leads.</summary>
public static class FirstRunRoutes
{
    /// <summary>Path of the first page below the company's address.</summary>
    public const string FirstRun = "first-run";

    /// <summary>Path of the grid of due dates.</summary>
    internal const string Grid = "due-dates";

    internal static void Register(IServiceCollection services) =>
        services.AddScoped<ReadFirstRun>().AddScoped<HaveProvider>().AddScoped<HaveProcess>().AddScoped<HaveContract>()
            .AddScoped<AdoptWanted>().AddScoped<SetUpTile>().AddScoped<SetUpOutsourcing>();
}
