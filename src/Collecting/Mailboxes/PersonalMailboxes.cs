using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Senders and subjects of messages that were taken, and rules that name somebody: erased. The files stay, as evidence.</summary>
internal sealed class PersonalMailboxes(Db db) : IPersonalData
{
    public int Order => 305;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var messages = await MessagesAsync(whom, token);
        return messages.Count == 0
            ? []
            : [new PersonalPiece(Texts.Mailbox_Personal,
                [.. messages.Select(row => (object)new { sender = row.Sender, subject = row.Subject, at = row.At.ToString() })])];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var ids = (await MessagesAsync(whom, token)).ConvertAll(row => row.Id);
        await db.Set<MailboxMessage>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Sender, (string?)null).SetProperty(row => row.Subject, (string?)null)
                .SetProperty(row => row.Folded, (string?)null), token);
        var email = whom.Email?.ToLowerInvariant();
        await db.Set<MailRule>().Where(row => email != null && row.Sender == email).ExecuteDeleteAsync(token);
    }

    private ValueTask<List<MailboxMessage>> MessagesAsync(Whom whom, CancellationToken token) =>
        db.Set<MailboxMessage>().AsNoTracking().Where(row => row.Sender != null || row.Subject != null).OrderBy(row => row.At)
            .AsAsyncEnumerable().Where(row => whom.IsIn(row.Sender) || whom.IsIn(row.Subject)).ToListAsync(token);
}
