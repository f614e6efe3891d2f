using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Access.Sessions;

/// <summary>Signs a person in, in this browser, which then speaks the language of the account.</summary>
public sealed class OpenSession(SignInManager<Account> signIn, AccountLanguage language, IHttpContextAccessor http, Db db, IClock clock)
{
    /// <summary>A cookie is good for two weeks after it was last renewed; its session is forgotten a day later.</summary>
    private static readonly Duration _kept = Duration.FromDays(15);

    public async Task RunAsync(Account account, bool stay, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        await db.Set<AccountSession>().Where(row => row.AccountId == account.Id && row.UsedAt < now - _kept).ExecuteDeleteAsync(token);
        var session = AccountSession.Begin(account.Id, now);
        db.Add(session);
        await db.SaveChangesAsync(token);
        await signIn.SignInWithClaimsAsync(account, isPersistent: stay, [new Claim(AccountSession.ClaimType, session.Id.ToString("N"))]);
        AccountLanguage.Show(http.HttpContext!, await language.OfAsync(account.Id, token));
    }
}

/// <summary>Ends sessions: their cookies, copied or not, open nothing any more.</summary>
public sealed class EndSessions(Db db)
{
    /// <summary>All sessions of the account but the one that acts.</summary>
    public Task<int> OthersAsync(ClaimsPrincipal person, CancellationToken token)
    {
        var (accountId, sessionId) = (LiveSessions.AccountOf(person), LiveSessions.SessionOf(person));
        return db.Set<AccountSession>().Where(row => row.AccountId == accountId && row.Id != sessionId).ExecuteDeleteAsync(token);
    }

    /// <summary>The one that acts.</summary>
    public Task OwnAsync(ClaimsPrincipal person, CancellationToken token)
    {
        var sessionId = LiveSessions.SessionOf(person);
        return db.Set<AccountSession>().Where(row => row.Id == sessionId).ExecuteDeleteAsync(token);
    }

    /// <summary>All of an account: its password is another one.</summary>
    public Task AllAsync(Guid accountId, CancellationToken token) => db.Set<AccountSession>().Where(row => row.AccountId == accountId).ExecuteDeleteAsync(token);

    /// <summary>How many other browsers the account is signed in with.</summary>
    public Task<int> CountOthersAsync(ClaimsPrincipal person, CancellationToken token)
    {
        var (accountId, sessionId) = (LiveSessions.AccountOf(person), LiveSessions.SessionOf(person));
        return db.Set<AccountSession>().CountAsync(row => row.AccountId == accountId && row.Id != sessionId, token);
    }
}

/// <summary>Which cookies still open something.</summary>
internal static class LiveSessions
{
    private const string StampClaim = "AspNet.Identity.SecurityStamp";

    public static Guid AccountOf(ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    public static Guid SessionOf(ClaimsPrincipal person) => Guid.TryParseExact(person.FindFirstValue(AccountSession.ClaimType), "N", out var id) ? id : Guid.Empty;

    public static string? StampOf(ClaimsPrincipal person) => person.FindFirstValue(StampClaim);

    /// <summary>
    /// The session of the cookie, if it goes on: it was not ended, and the account's stamp, which every change of the password renews, is
    /// the cookie's.
    /// </summary>
    public static IQueryable<AccountSession> Of(Db db, ClaimsPrincipal person)
    {
        var (accountId, sessionId, stamp) = (AccountOf(person), SessionOf(person), StampOf(person));
        return db.Set<AccountSession>().Where(row => row.Id == sessionId && row.AccountId == accountId && db.Users.Any(account => account.Id == accountId && account.SecurityStamp == stamp));
    }
}
