using NodaTime;

namespace Pupitre.Platform.Access.Sessions;

/// <summary>
/// A browser in which a person is signed in. The cookie names it, so that it ends when the row is gone: at the sign-out, with the password,
/// or when the person closes their other sessions.
/// </summary>
public sealed class AccountSession
{
    /// <summary>Name of the claim that carries the key.</summary>
    public const string ClaimType = "pupitre.session";

    private AccountSession()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public Instant BeganAt { get; private init; }

    /// <summary>When its cookie was last renewed.</summary>
    public Instant UsedAt { get; private init; }

    internal static AccountSession Begin(Guid accountId, Instant now) => new() { AccountId = accountId, BeganAt = now, UsedAt = now };
}
