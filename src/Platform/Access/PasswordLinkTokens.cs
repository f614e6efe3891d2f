using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Pupitre.Platform.Access;

/// <summary>
/// The secret of a link by which a password is chosen: good for a day by the program's own clock, and until the password is another one.
/// </summary>
internal sealed class PasswordLinkTokens(IDataProtectionProvider protection, IClock clock) : IUserTwoFactorTokenProvider<Account>
{
    public const string Name = "PasswordLink";

    /// <summary>How long a link works.</summary>
    public static readonly Duration Lifespan = Duration.FromDays(1);

    private readonly IDataProtector _protector = protection.CreateProtector(Name);

    public async Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        WebEncoders.Base64UrlEncode(_protector.Protect(Encoding.UTF8.GetBytes(string.Join('|', [
            clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), user.Id.ToString("N"), purpose, await manager.GetSecurityStampAsync(user)]))));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (Read(token) is not [var at, var id, var asked, var stamp] || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        var isFresh = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds) <= Lifespan;
        return isFresh && id == user.Id.ToString("N") && asked == purpose && stamp == await manager.GetSecurityStampAsync(user);
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);

    private string[] Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(WebEncoders.Base64UrlDecode(token))).Split('|');
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            // A link cut by a mail program, or of another installation.
            return [];
        }
    }
}
