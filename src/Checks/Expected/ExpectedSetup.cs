using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.Checks.Expected;

/// <summary>Registers what is expected of providers.</summary>
internal static class ExpectedSetup
{
    public static void Register(IServiceCollection services) => services.AddScoped<ReadExpected>();
}
