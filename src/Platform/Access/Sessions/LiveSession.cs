using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Access.Sessions;

/// <summary>
/// To pages outside a company, whoever comes with the cookie of a session that ended is a stranger. Inside a company
/// <see cref="CompanyAccess"/> asks the same, together with who the person is there.
/// </summary>
internal sealed class LiveSession(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Db db)
    {
        if (context.User.Identity?.IsAuthenticated == true && IsAsked(context) && !await LiveSessions.Of(db, context.User).AnyAsync(context.RequestAborted))
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    }

    /// <summary>Remembers that a session is in use when its cookie is renewed, once a week.</summary>
    public static async Task RenewAsync(CookieSlidingExpirationContext context)
    {
        if (context.ShouldRenew && context.Principal is { } person)
        {
            var services = context.HttpContext.RequestServices;
            var (id, now) = (LiveSessions.SessionOf(person), services.GetRequiredService<IClock>().GetCurrentInstant());
            await services.GetRequiredService<Db>().Set<AccountSession>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now));
        }
    }

    // Styles, scripts and the answers to a monitor are nobody's.
    private static bool IsAsked(HttpContext context) => context.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<RequiresPermitAttribute>() is null
        && (metadata.GetMetadata<ComponentTypeMetadata>() is not null || HttpMethods.IsPost(context.Request.Method));
}
