using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Pupitre.App;

/// <summary>
/// Tells the routing that no company is called as a page of the program is (<c>/account</c>, <c>/health</c>, <c>/assets</c>): otherwise it
/// writes, under each such word, every address of a company once more, and the first request waits for it.
/// </summary>
internal static class CompanyAddresses
{
    private const string Company = "company";

    public static Endpoint Distinct(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint route
            || route.RoutePattern.PathSegments is not [{ Parts: [RoutePatternParameterPart { Name: Company }] }, ..])
        {
            return endpoint;
        }

        var pattern = route.RoutePattern;
        var policies = new RouteValueDictionary { [Company] = new NoWordOfTheProgram() };
        var defaults = new RouteValueDictionary(pattern.Defaults);
        var distinct = RoutePatternFactory.Pattern(pattern.RawText, defaults, policies, pattern.PathSegments);
        return new RouteEndpoint(route.RequestDelegate!, distinct, route.Order, route.Metadata, route.DisplayName);
    }

    // Slugs that are words of the program are never given (CompanySlug), so that a request needs no look of its own.
    private sealed class NoWordOfTheProgram : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
    {
        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) => true;

        public bool MatchesLiteral(string parameterName, string literal) => parameterName != Company;
    }
}
