using Microsoft.AspNetCore.Identity;

namespace Pupitre.App.Account;

/// <summary>Signing out: a form of every page, so that a link from elsewhere cannot do it.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/account/sign-out", async (SignInManager<Platform.Access.Account> signIn) =>
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }).WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
}
