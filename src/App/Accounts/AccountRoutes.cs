using Microsoft.AspNetCore.Identity;
using Pupitre.Platform.Access;

namespace Pupitre.App.Accounts;

/// <summary>Signing out: a form of every page, so that a link from elsewhere cannot do it.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/account/sign-out", async (SignInManager<Account> signIn) =>
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }).WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
}
