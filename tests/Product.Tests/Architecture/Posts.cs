using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Forms;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>An address that takes a POST: a route of its own, or a page with forms.</summary>
internal sealed partial record Post(string Template, Permit? Permit, bool IsPage, bool IsStreamed)
{
    public bool IsOfCompany => Permit is not null;

    /// <summary>Whether it names a thing of a company by its key.</summary>
    public bool NamesKey => Template.Contains(":guid}", StringComparison.Ordinal);

    /// <summary>The address with values in it that mean nothing.</summary>
    public string AddressIn(string slug) => Parameter().Replace(Template, match => match.Groups["name"].Value switch
    {
        "company" => slug,
        _ => match.Groups["type"].Value switch { "guid" => Guid.CreateVersion7().ToString(), "int" or "long" => "1", _ => "2026-05" },
    });

    [GeneratedRegex(@"\{\*{0,2}(?<name>[A-Za-z]+)(:(?<type>[a-z]+))?[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}

/// <summary>Every POST of the program, as its routing knows them.</summary>
internal static class Posts
{
    public static IReadOnlyList<Post> Of(IServiceProvider services) =>
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) == true)
            .Select(route => new Post(
                "/" + route.RoutePattern.RawText!.TrimStart('/'),
                route.Metadata.GetMetadata<RequiresPermitAttribute>()?.Permit,
                route.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null,
                route.Metadata.GetMetadata<ChecksOwnTokenAttribute>() is not null))
            .DistinctBy(post => post.Template)
            .OrderBy(post => post.Template, StringComparer.Ordinal),
    ];
}
