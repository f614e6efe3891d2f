using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Access;

/// <summary>The language in which a person reads: kept with the account, and shown to each browser in which the person signs in.</summary>
public sealed class AccountLanguage(Db db)
{
    private const string ClaimType = "pupitre.language";
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    /// <summary>The languages that the program speaks.</summary>
    public static IReadOnlyList<string> All { get; } = ["fr", "en"];

    /// <summary>The language of an account, or null when none was chosen.</summary>
    public Task<string?> OfAsync(Guid accountId, CancellationToken token) =>
        db.UserClaims.Where(row => row.UserId == accountId && row.ClaimType == ClaimType).OrderBy(row => row.Id).Select(row => row.ClaimValue).FirstOrDefaultAsync(token);

    /// <summary>The languages of accounts; those that chose none are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAllAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken token) =>
        (await db.UserClaims.Where(row => accountIds.Contains(row.UserId) && row.ClaimType == ClaimType && row.ClaimValue != null)
            .Select(row => new { row.UserId, row.ClaimValue }).ToListAsync(token))
        .DistinctBy(row => row.UserId).ToDictionary(row => row.UserId, row => row.ClaimValue!);

    /// <summary>The culture of a language; French where none was chosen.</summary>
    public static CultureInfo CultureOf(string? language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");

    /// <summary>Keeps a language with the account whose session goes on; what is no language of ours is left out.</summary>
    public async Task KeepAsync(ClaimsPrincipal person, string? language, CancellationToken token)
    {
        if (person.Identity?.IsAuthenticated != true || !All.Contains(language) || !await LiveSessions.Of(db, person).AnyAsync(token))
        {
            return;
        }

        var accountId = LiveSessions.AccountOf(person);
        if (await db.UserClaims.Where(row => row.UserId == accountId && row.ClaimType == ClaimType).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimValue, language), token) == 0)
        {
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = accountId, ClaimType = ClaimType, ClaimValue = language });
            await db.SaveChangesAsync(token);
        }
    }

    /// <summary>Tells the browser its language. It is kept there, so that no page asks the database for it.</summary>
    public static void Show(HttpContext context, string? language)
    {
        if (All.Contains(language))
        {
            var culture = new RequestCulture(CultureOf(language));
            var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _kept, IsEssential = true, Secure = context.Request.IsHttps };
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture), options);
        }
    }
}
