using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Privacy;

/// <summary>Mails that were written to the person, or name them: that one left stays known, not what it said. What has not left does not leave any more.</summary>
internal sealed class PersonalMails(Db db, Tenant tenant, WrittenMails written) : IPersonalData
{
    public int Order => 100;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
        [new PersonalPiece(Texts.Privacy_Mails, [.. (await MailsAsync(whom, token)).Select(row => (object)new { to = row.To, subject = row.Subject, body = row.Body, written = row.CreatedAt.ToString() })])];

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var ids = (await MailsAsync(whom, token)).ConvertAll(row => row.Id);
        await db.Set<OutgoingMail>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.To, "").SetProperty(row => row.ReplyTo, (string?)null).SetProperty(row => row.Subject, "").SetProperty(row => row.Body, "").SetProperty(row => row.LastError, (string?)null)
                .SetProperty(row => row.IsHeld, row => row.IsHeld || row.SentAt == null), token);
        written.Remove(ids);
    }

    private ValueTask<List<OutgoingMail>> MailsAsync(Whom whom, CancellationToken token) =>
        db.Set<OutgoingMail>().AsNoTracking().Where(row => row.CompanyId == tenant.CompanyId).OrderBy(row => row.CreatedAt).AsAsyncEnumerable()
            .Where(row => new[] { row.To, row.ReplyTo, row.Subject, row.Body }.Any(whom.IsIn)).ToListAsync(token);
}
