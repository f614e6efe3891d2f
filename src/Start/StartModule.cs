using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Start.FirstRun;
using Pupitre.Start.Sample;

namespace Pupitre.Start;

/// <summary>The first day: the first page of a new company, and the sample company.</summary>
public sealed class StartModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        FirstRunRoutes.Register(services);
        SampleRoutes.Register(services);
        services.AddSingleton(new PageSection(FirstRunRoutes.Grid, 10, Permit.AddEvidence, typeof(SavedSetUp)));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => SampleRoutes.Map(routes);
}
