using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Contests;

/// <summary>Registers how the company contests and answers.</summary>
internal static class ContestsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<FindContested>().AddScoped<ContestWindow>().AddScoped<OpenDispute>().AddScoped<AgreeToDispute>()
            .AddScoped<RefuseDispute>()
            .AddScoped<WithdrawDispute>().AddScoped<ReadDisputant>().AddScoped<ReadDisputeList>().AddScoped<IToday, DisputesToday>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 30, Permit.ReadService,
            typeof(ContractDisputes))
        { IsForWholeCompany = true });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => DisputeRoutes.Map(routes);
}
