using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Nothing of a company is reachable without a permit that its page or route names.</summary>
public sealed class PermitTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    /// <summary>What may be asked outside a company, by how its address begins.</summary>
    private static readonly string[] _outside =
    [
        "/account", "/set-up", "/health", "/problem", "/assets", "/icon.", "/preferences", "/companies", "/agreement", "/acceptance",
        "/disagreement", "/escalation", "/month-statement", "/wait", "/calendar", "/deposit", "/mail-choice",
    ];

    public static TheoryData<string> Templates => [.. Pages.All.Select(page => page.Template)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_page_of_a_company_names_one_permit_and_no_other_page_does(string template)
    {
        var page = Pages.All.Single(candidate => candidate.Template == template);

        page.Permits.Count.ShouldBe(page.IsOfCompany ? 1 : 0, $"{page.Component.Name} at {template}");
        (page.IsOfCompany || IsOutside(template)).ShouldBeTrue($"{template} belongs to no company: state it in {nameof(PermitTests)} or start it with /{{company}}.");
    }

    [Fact]
    public void Every_route_of_a_company_names_one_permit_and_every_other_route_is_a_stated_one()
    {
        var routes = pupitre.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        routes.ShouldNotBeEmpty();

        var wrong = routes
            .Select(route => (Address: "/" + route.RoutePattern.RawText?.TrimStart('/'), Permits: route.Metadata.GetOrderedMetadata<RequiresPermitAttribute>().Count))
            .Where(route => route.Address.StartsWith("/{company}", StringComparison.Ordinal) ? route.Permits != 1 : route.Permits != 0 || !IsOutside(route.Address))
            .Select(route => $"{route.Address} names {route.Permits} permits");

        wrong.ShouldBeEmpty();
    }

    private static bool IsOutside(string address) => address == "/" || _outside.Any(start => address.StartsWith(start, StringComparison.Ordinal))
        || address.StartsWith("/{*", StringComparison.Ordinal) || address.StartsWith("/_framework", StringComparison.Ordinal);
}
