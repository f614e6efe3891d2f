using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
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
    public static IEndpointConventionBuilder MapStateChange(
        this IEndpointRouteBuilder routes, string pattern, Permit permit, Delegate handler) =>
        routes.MapStateChange(pattern, handler).WithMetadata(new RequiresPermitAttribute(permit));

    /// <summary>Maps a POST that belongs to no company: signing out, choosing a language. The token is needed all the same.</summary>
    public static IEndpointConventionBuilder MapStateChange(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPosted(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute(required: true)).BeforePages();

    // Where a page has the same address, what is posted there is the route's.
    private static IEndpointConventionBuilder BeforePages(this IEndpointConventionBuilder route) => route.WithOrder(-1);

    /// <summary>Maps a POST whose files are streamed: the handler reads the token that stands before them, and keeps nothing without it.</summary>
    public static IEndpointConventionBuilder MapUpload(
        this IEndpointRouteBuilder routes, string pattern, Permit permit, Delegate handler) =>
        routes.MapUpload(pattern, handler).WithMetadata(new RequiresPermitAttribute(permit));

    /// <summary>The same for whoever comes by a link, to which no company's permit belongs: the handler asks the link first.</summary>
    public static IEndpointConventionBuilder MapUpload(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPosted(pattern, handler).WithMetadata(new ChecksOwnTokenAttribute()).DisableAntiforgery();
}
