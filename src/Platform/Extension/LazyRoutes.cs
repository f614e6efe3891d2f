using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pupitre.Platform.Extension;

/// <summary>
/// Maps handlers. How a handler's parameters are read from address, form and services is compiled when it is first asked: the framework
/// would compile all of them, more than a hundred, before the first page, and most are never asked in the life of a program.
/// </summary>
public static class LazyRoutes
{
    /// <summary>Maps a GET that is no page: a file, a picture, how far something is.</summary>
    public static IEndpointConventionBuilder MapAnswer(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Get, pattern, handler);

    internal static IEndpointConventionBuilder MapPosted(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Post, pattern, handler);

    private static IEndpointConventionBuilder Map(this IEndpointRouteBuilder routes, string method, string pattern, Delegate handler)
    {
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = routes.ServiceProvider,
            RouteParameterNames = RoutePatternFactory.Parse(pattern).Parameters.Select(parameter => parameter.Name),
            ThrowOnBadRequest = routes.ServiceProvider.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
            DisableInferBodyFromParameters = HttpMethods.IsGet(method),
        };
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options).RequestDelegate);
        return routes.MapMethods(pattern, [method], context => compiled.Value(context))
            .WithMetadata([handler.Method, compiled, .. handler.Method.GetCustomAttributes()]);
    }
}
