using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;

namespace Pupitre.Platform.Access.SetUp;

/// <summary>The link that lets the first person in, once: only whoever sees the program's output has it.</summary>
public static class SetUpToken
{
    private const string Purpose = "set-up";

    private static readonly SubjectRef _program = new("program", Guid.Empty);

    /// <summary>Makes a link when there is no account yet, in place of older ones; null when there is one.</summary>
    public static async Task<string?> IssueAsync(Db db, Instant now, CancellationToken token)
    {
        if (await db.Users.AnyAsync(token))
        {
            return null;
        }

        await db.Set<ActionLink>().Where(row => row.Purpose == Purpose && row.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), token);
        var (link, secret) = ActionLink.Issue(new LinkRequest(Purpose, _program), now);
        db.Add(link);
        await db.SaveChangesAsync(token);
        return secret;
    }

    /// <summary>The link of <paramref name="secret"/>; null when it opens nothing, or nobody is the first any more.</summary>
    public static async Task<ActionLink?> FindAsync(UseLink links, Db db, string? secret, CancellationToken token) =>
        await db.Users.AnyAsync(token) ? null : await links.FindAsync(Purpose, secret, token) is (LinkState.Good, { } link) ? link : null;
}
