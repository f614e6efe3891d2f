using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Flows.Doers;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;

namespace Pupitre.Flows;

/// <summary>How the work really flows, mined from the events, and held against the agreed process.</summary>
public sealed class FlowsModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        FlowsSetup.Register(services);
    }

    public override void ConfigureModel(ModelBuilder model) => StepDoersModel.Configure(model);

    public override void MapRoutes(IEndpointRouteBuilder routes) => FlowsSetup.MapRoutes(routes);

    public override IEnumerable<MenuItem> Menu =>
        [new MenuItem(MenuGroup.Map, 50, FlowTabs.Root, () => Texts.Flow_Menu, Permit.ReadService)];
}
