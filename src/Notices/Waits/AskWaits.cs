using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Notices.Escalations;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>
/// Asks the other side about every wait that was declared and not asked about, once for ever, in one mail a person and business day; and
/// confirms by silence where a contract says so. Questions and mails are saved together.
/// </summary>
internal sealed class AskWaits(Db db, ReadWaiting read, LadderPeople people, WaitMail mail, SettleSilence silence)
{
    public const string JobName = "waits";

    public Task RunAsync(CancellationToken token) => db.DoBesideOthersAsync(() => WriteAsync(evenBefore: false, token));

    /// <summary>The same for waits that began before their commitment was entered here.</summary>
    internal Task EvenBeforeAsync(CancellationToken token) => WriteAsync(evenBefore: true, token);

    private async Task WriteAsync(bool evenBefore, CancellationToken token)
    {
        await silence.ReopenAsync(token);
        var (facts, waits, now) = await read.RunAsync(evenBefore, token);
        var open = await db.Set<WaitQuestion>().Where(row => row.Answer == null && row.DroppedAt == null).OrderBy(row => row.Id)
            .ToListAsync(token);
        var asked = (await db.Set<WaitQuestion>().AsNoTracking().Select(row => row.EventId).ToListAsync(token)).ToHashSet();
        var fresh = waits.Where(item => !asked.Contains(item.Case.Wait!.EventId)).ToList();
        if (fresh.Count == 0 && open.Count == 0)
        {
            return;
        }

        await people.ReadAsync(now.InZone(facts.Zone).Date.ToDateOnly(), token);
        foreach (var item in fresh)
        {
            // Where nobody can be asked nobody is: the word stays one side's, until somebody can.
            var target = item.AskedOf == Party.Company ? LadderTarget.Pilot : LadderTarget.Clerk;
            if (people.Of(item.Commitment, target, facts) is [var person, ..])
            {
                var question = WaitQuestion.Ask(
                    item.Commitment.Id, item.Case, item.AskedOf, (person.Name, person.Email, person.AccountId), now);
                db.Add(question);
                open.Add(question);
                db.Record("WaitAsked", question.Ref, new
                {
                    CommitmentId = item.Commitment.Id,
                    Commitment = item.Commitment.Name,
                    question.Obligation,
                    Side = item.AskedOf.ToString(),
                });
            }
        }

        await mail.SendAsync(open, waits, facts, now, item => PilotOf(item, facts), token);
        await silence.RunAsync(open, waits, facts, now, token);
        await db.SaveChangesAsync(token);
    }

    private string? PilotOf(DeclaredWait item, CompanyFacts facts) =>
        people.Of(item.Commitment, LadderTarget.Pilot, facts).Select(person => person.Email).FirstOrDefault();
}
