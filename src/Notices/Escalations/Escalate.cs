using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Data;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// Writes about every level that was reached and not written about, each once for ever, and sends each person one mail a business day
/// at most.
/// Rows and mails are saved together: a second node, or a second start, finds the rows and writes nothing.
/// </summary>
internal sealed class Escalate(Db db, ReadLadders read, LadderPeople people, EscalationMail mail)
{
    public const string JobName = "escalations";

    /// <summary>A level that found nothing open whenever somebody looked goes after so long all the same.</summary>
    private static readonly Duration _patience = Duration.FromDays(4);

    public Task RunAsync(CancellationToken token) => db.DoBesideOthersAsync(() => WriteAsync(token));

    private async Task WriteAsync(CancellationToken token)
    {
        var ladders = await read.RunAsync(token);
        if (ladders.Settings.IsAllOff)
        {
            return;
        }

        var past = await EscalationPast.ReadAsync(db, token);
        var steps = ladders.Obligations.Where(item => item.Silence is null)
            .Select(item => (Item: item, Step: StepOf(item, past, ladders))).Where(pair => !pair.Step.IsNothing).ToList();
        if (steps.Count == 0 && past.Waiting.Count == 0)
        {
            return;
        }

        await people.ReadAsync(ladders.Today, token);
        var written = steps.SelectMany(pair => Write(pair.Item, pair.Step, ladders)).ToList();
        await SaveAsync(ladders, past, written, token);
    }

    /// <summary>Writes about one level of one obligation, whatever went before.</summary>
    internal async Task<EscalationNotice?> OneAsync(LadderObligation item, RungMoment moment, Ladders ladders, CancellationToken token)
    {
        await people.ReadAsync(ladders.Today, token);
        var written = Write(item, new LadderStep(moment, []), ladders).ToList();
        await SaveAsync(ladders, await EscalationPast.ReadAsync(db, token), written, token);
        return written.Count == 0 ? null : written[0].Notice;
    }

    private async Task SaveAsync(
        Ladders ladders, EscalationPast past, IReadOnlyList<(EscalationRecipient Recipient, EscalationNotice Notice)> written,
        CancellationToken token)
    {
        string? PilotOf(LadderObligation item) =>
            people.Of(item.Commitment, LadderTarget.Pilot, ladders.Facts).Select(person => person.Email).FirstOrDefault();
        await mail.SendAsync(ladders, past, written, PilotOf, token);
        await db.SaveChangesAsync(token);
    }

    private static LadderStep StepOf(LadderObligation item, EscalationPast past, Ladders ladders)
    {
        var (known, answered) = past.Of(item.Name);
        var step = Climb.At(
            item.Rungs, new LadderPast(known, answered, ladders.Since(item.Commitment)), ladders.Now, item.KnownUntil);
        var isHeld = step.Goes is { } goes && ladders.Now - goes.GoesAt < _patience && !item.Hours.AreOpen(ladders.Now);
        return isHeld ? LadderStep.Nothing : step;
    }

    // A level that has nobody to write to is no row: it goes as soon as it has somebody, or is passed over by the next.
    private IEnumerable<(EscalationRecipient Recipient, EscalationNotice Notice)> Write(
        LadderObligation item, LadderStep step, Ladders ladders)
    {
        var to = step.Goes is { } goes ? people.Of(item.Commitment, ladders.TargetsOf(item, goes.Rung), ladders.Facts) : [];
        foreach (var (moment, why) in step.Passed.Where(passed => step.Goes is null || to.Count > 0))
        {
            db.Add(EscalationNotice.Create(item, moment, why, ladders.Now));
        }

        if (step.Goes is not { } level || to.Count == 0)
        {
            return [];
        }

        var notice = EscalationNotice.Create(item, level, null, ladders.Now);
        db.Add(notice);
        var recipients = to.Select(person => EscalationRecipient.Create(notice, person)).ToList();
        db.AddRange(recipients);
        db.Record("EscalationWritten", notice.Ref, new
        {
            CommitmentId = item.Commitment.Id,
            Commitment = item.Commitment.Name,
            Obligation = item.Key,
            Rung = level.Rung.ToString(),
            Recipients = recipients.Count,
        });
        return recipients.Select(recipient => (recipient, notice));
    }
}

/// <summary>What went out before: by obligation, and what waits for the next mail of somebody.</summary>
internal sealed class EscalationPast
{
    private readonly ILookup<ObligationKey, (Rung Rung, bool IsAnswered)> _known;

    private EscalationPast(IEnumerable<(ObligationKey Name, Rung Rung, bool IsAnswered)> rows) =>
        _known = rows.ToLookup(row => row.Name, row => (row.Rung, row.IsAnswered));

    /// <summary>Recipients who had had their mail of the day, with what they are to be told.</summary>
    public required IReadOnlyList<(EscalationRecipient Recipient, EscalationNotice Notice)> Waiting { get; init; }

    public (IReadOnlyCollection<Rung> Known, Rung? Answered) Of(ObligationKey name)
    {
        var rows = _known[name].ToList();
        return ([.. rows.Select(row => row.Rung)], rows.Where(row => row.IsAnswered).Select(row => (Rung?)row.Rung).Max());
    }

    /// <summary>Two queries.</summary>
    public static async Task<EscalationPast> ReadAsync(Db db, CancellationToken token)
    {
        var rows = await db.Set<EscalationNotice>().AsNoTracking()
            .Select(row => new { row.CommitmentId, row.Obligation, row.Rung, IsAnswered = row.AnsweredAt != null }).ToListAsync(token);
        var waiting = await db.Set<EscalationRecipient>().Where(row => row.MailId == null && row.DroppedAt == null)
            .Join(db.Set<EscalationNotice>(), row => row.NoticeId, notice => notice.Id, (row, notice) => new { row, notice })
            .OrderBy(pair => pair.row.Id).ToListAsync(token);
        return new EscalationPast(rows.Select(row => (new ObligationKey(row.CommitmentId, row.Obligation), row.Rung, row.IsAnswered)))
        {
            Waiting = waiting.ConvertAll(pair => (pair.row, pair.notice)),
        };
    }
}
