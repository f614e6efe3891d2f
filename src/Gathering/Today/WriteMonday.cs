using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Today;

/// <summary>Writes the mail of one person, who was entered.</summary>
internal sealed class WriteMonday(Db db, Tenant tenant, ReadToday read, Outbox outbox)
{
    public const int MaxLines = 7;

    /// <param name="key">Key of the mail: it is written once.</param>
    public async Task RunAsync(string to, Guid key, CancellationToken token)
    {
        // Without a server nothing leaves, and nobody looks for a reminder among files.
        if (!outbox.HasServer || await db.Set<OutgoingMail>().AnyAsync(mail => mail.Id == key, token))
        {
            return;
        }

        var groups = await read.RunAsync(token);
        if (groups.Count > 0)
        {
            outbox.Send(to, Texts.Today_MailSubject.With(tenant.Company.Name), string.Join('\n', Lines(groups)), id: key);
            await db.SaveChangesAsync(token);
        }
    }

    private IEnumerable<string> Lines(IReadOnlyList<TodayGroup> groups)
    {
        var lines = groups.SelectMany(group => group.Lines).ToList();
        List<string> all = [Texts.Today_MailHello, "", TodayWords.Answer(groups), "", .. lines.Take(MaxLines).Select(TodayWords.Line)];
        if (lines.Count > MaxLines)
        {
            all.Add(Texts.Today_MailMore.With(lines.Count - MaxLines));
        }

        // Without a known address of the program a mail carries no link.
        if (outbox.LinksTo("") is { Length: > 0 } address)
        {
            all.AddRange(["", Texts.Today_MailLink.With(address + tenant.Path("today"))]);
        }

        return [.. all, "", Texts.Today_MailFoot];
    }
}
