using Microsoft.AspNetCore.Mvc;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;

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
        var isEnglish = PostedChoice.Is(language, "en", "language", "fr");
        var isDark = PostedChoice.Is(theme, "dark", "theme", "light", AsTheSystem);
        if (language is not null)
        {
            await account.KeepAsync(context.User, isEnglish ? "en" : "fr", token);
            AccountLanguage.Show(context, isEnglish ? "en" : "fr");
        }

        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _kept, IsEssential = true, Secure = context.Request.IsHttps };
        if (theme == AsTheSystem)
        {
            context.Response.Cookies.Delete(ThemeCookie);
        }
        else if (theme is not null)
        {
            context.Response.Cookies.Append(ThemeCookie, isDark ? "dark" : "light", options);
        }

        return Results.LocalRedirect(Accounts.LocalAddress.Or(from, "/"));
    });
}
