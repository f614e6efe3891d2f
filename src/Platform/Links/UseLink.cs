using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Links;

/// <summary>Makes, finds, uses and revokes links. Finding one changes nothing.</summary>
public sealed class UseLink(Db db, IClock clock)
{
    private const int MaxSecretLength = 200;

    /// <summary>Makes a link with the current unit of work.</summary>
    /// <returns>Its secret.</returns>
    public string Issue(LinkRequest request)
    {
        var (link, secret) = ActionLink.Issue(request, clock.GetCurrentInstant());
        db.Add(link);
        return secret;
    }

    /// <summary>The link of a secret, and how it stands.</summary>
    public async Task<(LinkState State, ActionLink? Link)> FindAsync(string purpose, string? secret, CancellationToken token)
    {
        if (secret is not { Length: > 0 and <= MaxSecretLength })
        {
            return (LinkState.Unknown, null);
        }

        var hash = Sha256Hex.Of(secret);
        var link = await db.Set<ActionLink>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.Purpose == purpose, token);
        return link is null ? (LinkState.Unknown, null) : (link.StateAt(clock.GetCurrentInstant()), link);
    }

    /// <summary>
    /// Takes the link for one act, in the transaction of that act: of two that press the button at once, one does it, and an act that is refused
    /// gives it back.
    /// </summary>
    /// <returns>Whether it still worked.</returns>
    public async Task<bool> RunAsync(ActionLink link, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (await Open(link.Id).Where(row => (!row.IsOnce || row.UsedAt == null) && (row.Until == null || row.Until > now)).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), token) == 0)
        {
            return false;
        }

        db.Add(ActionLinkUse.Create(link.Id, now));
        await db.SaveChangesAsync(token);
        return true;
    }

    /// <summary>Revokes what is open for a purpose and a subject, of one company when it is named.</summary>
    public Task<int> RevokeAsync(string purpose, SubjectRef subject, Guid? company, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        return db.Set<ActionLink>().Where(row => row.Purpose == purpose && row.SubjectKind == subject.Kind && row.SubjectId == subject.Id
            && row.RevokedAt == null && (row.UsedAt == null || !row.IsOnce) && (company == null || row.ForCompany == company))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), token);
    }

    private IQueryable<ActionLink> Open(Guid id) => db.Set<ActionLink>().Where(row => row.Id == id && row.RevokedAt == null);
}
