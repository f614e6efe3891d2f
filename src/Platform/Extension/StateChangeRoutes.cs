using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;

namespace Pupitre.Platform.Extension;

/// <summary>Routes that a button posts to: archive, restore, withdraw.</summary>
public static class StateChangeRoutes
{
    /// <summary>Maps a POST that needs a permit and the form's own token; without the token nothing is done.</summary>
    public static RouteHandlerBuilder MapStateChange(this IEndpointRouteBuilder routes, string pattern, Permit permit, Delegate handler) =>
        routes.MapPost(pattern, handler)
            .WithMetadata(new RequiresPermitAttribute(permit), new RequireAntiforgeryTokenAttribute(required: true))
            .AddEndpointFilter(static async (context, next) => context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                ? Results.StatusCode(StatusCodes.Status400BadRequest)
                : await next(context));
}
