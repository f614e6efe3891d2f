using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Collecting.Sample;

/// <summary>
/// A mailbox of the sample company as it would stand after some months: what it took are the mails that were dropped, and what it left is
/// counted. It is paused, for there is no such server.
/// </summary>
internal sealed class ReadSampleMailbox(Db db, Tenant tenant, SaveMailRule rules, IClock clock) : ISampleChapter
{
    private const int MaxMessages = 60;
    private const int MonthsRead = 6;
    private const string Host = "imap." + Cast.Domain;

    private static readonly (LeftReason Why, int Count)[] _left =
        [(LeftReason.Unknown, 23), (LeftReason.Personal, 2), (LeftReason.Automatic, 4), (LeftReason.TooLarge, 1)];

    public int Order => 290;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var mailbox = Mailbox.Create();
        var input = new MailboxInput
        {
            Address = Cast.AccountingBox.Email,
            Host = Host,
            User = Cast.AccountingBox.Email,
            TakesTokens = true
        };
        mailbox.Describe(input, world.Today.AddMonths(-MonthsRead));
        var owner = await db.Users.Where(row => row.Email == Cast.Owner.Email).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(token);
        mailbox.Declare(MailboxUse.Shared, Texts.Sample_MailboxReason, owner ?? tenant.AccountId, now);
        mailbox.Pause(now);
        db.Add(mailbox);
        var reading = MailboxReading.Begin(mailbox.Id, now);
        reading.LookedAt = now;
        db.Add(reading);
        var files = await db.Set<EvidenceFile>().AsNoTracking()
            .Where(row => row.Recognised == RecognisedKind.Mail && row.Sender != null && row.ReceiptAt != null)
            .OrderByDescending(row => row.ReceiptAt).Take(MaxMessages).ToListAsync(token);
        var taken = files.Where(file => !file.Sender!.EndsWith("@" + Cast.Domain, StringComparison.OrdinalIgnoreCase))
            .Select(file => Taken(mailbox.Id, file)).ToList();
        taken.Find(message => message.Sender == Cast.AccountingClerk.Email)?.BecomeReply(ReplyState.Taken);
        db.AddRange(taken);
        db.AddRange(_left.SelectMany(pair => Enumerable.Range(0, pair.Count)
            .Select(number => MailboxMessage.Leave(mailbox.Id, Seen($"{pair.Why} {number}", null, null, 0), pair.Why, now))));
        db.Record("MailboxEntered", mailbox.Ref,
            new { mailbox.Address, mailbox.Host, mailbox.Folder, Use = mailbox.Use.ToString(), mailbox.Reason });
        await db.SaveChangesAsync(token);
        await SayRuleAsync(token);
    }

    private async Task SayRuleAsync(CancellationToken token)
    {
        var bureau = await db.Set<Provider>().Where(row => row.Name == Cast.PayrollBureau).Select(row => row.Id).FirstAsync(token);
        await rules.RunAsync(new MailRuleInput { Sender = "net-entreprises.example", Words = "DSN", ProviderId = bureau }, token);
    }

    private static MailboxMessage Taken(Guid mailboxId, EvidenceFile file)
    {
        var sender = file.Sender!;
        var signed = new DkimFinding(DkimState.Passed, sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..]);
        return MailboxMessage.Take(
            mailboxId, Seen(file.Hash, sender, file.Subject, file.SizeBytes), new TakenAs(file.Id, signed, null), file.ReceiptAt!.Value);
    }

    private static SeenMessage Seen(string name, string? from, string? subject, long size) =>
        new(0, size, name, from, [], [], subject, null, [], new Dictionary<string, string>(StringComparer.Ordinal));
}
