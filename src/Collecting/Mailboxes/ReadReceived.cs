using MimeKit;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Contents;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>What a received message says beyond its files: whose it is by rule, whether its signature fits, what it answers.</summary>
internal sealed class ReadReceived(Db db, ProposeCells propose, VerifyDkim dkim, TakeAnswer answer)
{
    /// <summary>Says whose the next file is, where a rule does.</summary>
    public void Attribute(SeenMessage seen, MailRule? rule) =>
        propose.Attribute(rule is null || seen.From is null ? null : new AttributedSender(seen.From, rule.ProviderId, rule.ContractId));

    public Task<DkimFinding> DkimAsync(MimeMessage message, SeenMessage seen, CancellationToken token) =>
        dkim.RunAsync(message, seen.From, token);

    /// <summary>Takes it as an answer; what is not settled by it waits in the tray, with its reason.</summary>
    public async Task AnswerAsync(
        MailboxMessage taken, SeenMessage seen, MessageVerdict verdict, MimeMessage? message, CancellationToken token)
    {
        var body = message is null ? "" : MailParts.Of(message).Body;
        var state = await answer.RunAsync(new ArrivedAnswer(seen.From, verdict.Secrets, taken.Dkim, body), token);
        taken.BecomeReply(state);
        if (await db.Set<EvidenceFile>().FindAsync([taken.FileId!.Value], token) is not { } file)
        {
            return;
        }

        if (MailboxWords.WhyWaits(state) is { } why)
        {
            file.Remark(why);
            file.MoveTo(file.State is FileState.Placed or FileState.Proposed ? file.State : FileState.Tray);
        }
        else if (file.State == FileState.Tray)
        {
            // What it says was taken: nothing of it is left to be placed.
            file.MoveTo(FileState.Dismissed);
        }
    }
}
