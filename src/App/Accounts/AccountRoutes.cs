using Microsoft.AspNetCore.Identity;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Extension;

namespace Pupitre.App.Accounts;

/// <summary>Signing out and closing other sessions: forms of pages, so that a link from elsewhere cannot do it.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/account/sign-out", async (HttpContext context, SignInManager<Account> signIn, EndSessions end, CancellationToken token) =>
        {
            await end.OwnAsync(context.User, token);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/account/sign-in");
        });
        routes.MapStateChange("/account/sessions/closure", async (HttpContext context, EndSessions end, CancellationToken token) =>
        {
            await end.OthersAsync(context.User, token);
            return Results.LocalRedirect("/account?done=sessions");
        }).RequireAuthorization();
    }
}
