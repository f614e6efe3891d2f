using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Replies;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>The mailbox in which answers arrive: the first that is read, those with reply addresses of their own first.</summary>
internal sealed class ReadBoxOfAnswers(Db db) : IReceiveAnswers
{
    public async Task<ReplyBox?> FindAsync(CancellationToken token) => await db.Set<Mailbox>().AsNoTracking()
        .Where(row => row.RemovedAt == null && row.PausedAt == null && row.Secret != null)
        .OrderByDescending(row => row.TakesTokens).ThenBy(row => row.Id)
        .Select(row => new ReplyBox(row.Address, row.TakesTokens)).FirstOrDefaultAsync(token);
}
