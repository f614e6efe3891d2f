using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Sourcing.Providers;

namespace Pupitre.TwoSides.Sides;

/// <summary>Registers what a provider's people see and do.</summary>
internal static class SidesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<EnterSide>().AddScoped<ReadSide>().AddScoped<ReadSideThing>().AddScoped<ReadSideCommitment>()
            .AddScoped<ReadSideDispute>().AddScoped<ReadSideCredits>().AddScoped<ReadSideMonths>()
            .AddScoped<SendSideLink>().AddScoped<SideLinkMail>().AddScoped<ReadOwed>().AddScoped<DeclareDone>();
        services.AddSingleton(new PageSection(Provider.Kind, 40, Permit.SeeSide, typeof(ProviderSide)) { IsForWholeCompany = true });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => SideRoutes.Map(routes);
}
