using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Forms;

namespace Pupitre.Platform.Extension;

/// <summary>
/// The one way to map what is posted: archive, restore, withdraw, drop. Behind it stands <see cref="PostGate"/>; a test posts to every
/// route without the token of a form.
/// </summary>
public static class StateChangeRoutes
{
    /// <summary>Maps a POST of a company: it needs a permit and the form's own token; without the token nothing is done.</summary>
    public static RouteHandlerBuilder MapStateChange(this IEndpointRouteBuilder routes, string pattern, Permit permit, Delegate handler) =>
        routes.MapStateChange(pattern, handler).WithMetadata(new RequiresPermitAttribute(permit));

    /// <summary>Maps a POST that belongs to no company: signing out, choosing a language. The token is needed all the same.</summary>
    public static RouteHandlerBuilder MapStateChange(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute(required: true)).WithAnyBody();

    // Routing would answer for another kind of body, or find another route for it, before anybody asked for the token.
    private static RouteHandlerBuilder WithAnyBody(this RouteHandlerBuilder route)
    {
        // Where a page has the same address, what is posted there is the route's.
        route.WithOrder(-1);
        route.Finally(static builder =>
        {
            foreach (var accepts in builder.Metadata.OfType<IAcceptsMetadata>().ToList())
            {
                builder.Metadata.Remove(accepts);
            }
        });
        return route;
    }

    /// <summary>Maps a POST whose files are streamed: the handler reads the token that stands before them, and keeps nothing without it.</summary>
    public static RouteHandlerBuilder MapUpload(this IEndpointRouteBuilder routes, string pattern, Permit permit, Delegate handler) =>
        routes.MapPost(pattern, handler).WithMetadata(new RequiresPermitAttribute(permit), new ChecksOwnTokenAttribute()).DisableAntiforgery();
}
