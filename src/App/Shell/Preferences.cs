using Microsoft.AspNetCore.Mvc;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;

namespace Pupitre.App.Shell;

/// <summary>
/// What a reader chose: language, light or dark or as the system. Kept in cookies, so that it needs no account and no script; the language
/// is kept with the account as well, when there is one.
/// </summary>
internal static class Preferences
{
    /// <summary>The theme that follows the system: nothing is kept then.</summary>
    public const string AsTheSystem = "system";

    private const string ThemeCookie = "pupitre-theme";
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    /// <summary>light or dark; null follows the system.</summary>
    public static string? ThemeOf(HttpContext context) => context.Request.Cookies[ThemeCookie] is "light" or "dark" ? context.Request.Cookies[ThemeCookie] : null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange("/preferences", async (HttpContext context, [FromForm] string? language, [FromForm] string? theme, [FromForm] string? from, AccountLanguage account, CancellationToken token) =>
    {
        if (language is not null)
        {
            await account.KeepAsync(context.User, language, token);
            AccountLanguage.Show(context, language);
        }

        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _kept, IsEssential = true, Secure = context.Request.IsHttps };
        if (theme is "light" or "dark")
        {
            context.Response.Cookies.Append(ThemeCookie, theme, options);
        }
        else if (theme == AsTheSystem)
        {
            context.Response.Cookies.Delete(ThemeCookie);
        }

        return Results.LocalRedirect(Accounts.LocalAddress.Or(from, "/"));
    });
}
