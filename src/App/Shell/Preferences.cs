using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;

namespace Pupitre.App.Shell;

/// <summary>What a reader chose for this browser: language, light or dark. Kept in cookies, so that it needs no account and no script.</summary>
internal static class Preferences
{
    private const string ThemeCookie = "pupitre-theme";
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    /// <summary>light or dark; null follows the system.</summary>
    public static string? ThemeOf(HttpContext context) => context.Request.Cookies[ThemeCookie] is "light" or "dark" ? context.Request.Cookies[ThemeCookie] : null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange("/preferences", (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? language, [Microsoft.AspNetCore.Mvc.FromForm] string? theme, [Microsoft.AspNetCore.Mvc.FromForm] string? from) =>
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _kept, IsEssential = true, Secure = context.Request.IsHttps };
        var isEnglish = PostedChoice.Is(language, "en", "language", "fr");
        var isDark = PostedChoice.Is(theme, "dark", "theme", "light");
        if (language is not null)
        {
            var culture = new RequestCulture(CultureInfo.GetCultureInfo(isEnglish ? "en-GB" : "fr-FR"));
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture), options);
        }

        if (theme is not null)
        {
            context.Response.Cookies.Append(ThemeCookie, isDark ? "dark" : "light", options);
        }

        return Results.LocalRedirect(Accounts.LocalAddress.Or(from, "/"));
    });
}
