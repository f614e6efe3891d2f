using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>Says whom each level of a commitment's ladder writes to, or that nobody is.</summary>
public sealed class SaveLadder(Db db, IClock clock)
{
    internal async Task<(Commitment Commitment, LadderInput Input)> PrepareAsync(Guid commitmentId, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions)
            .SingleOrDefaultAsync(row => row.Id == commitmentId, token) ?? throw new NotFound();
        var ladder = await db.Set<CommitmentLadder>().AsNoTracking().SingleOrDefaultAsync(row => row.CommitmentId == commitmentId, token);
        return (commitment, LadderInput.Of(
            ladder?.IsOff ?? false, rung => ladder?[rung] ?? CommitmentLadder.Usual(commitment.Performer, rung)));
    }

    /// <exception cref="Refused">A level is on and writes to nobody at all.</exception>
    public async Task RunAsync(Guid commitmentId, LadderInput input, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().SingleOrDefaultAsync(row => row.Id == commitmentId, token) ?? throw new NotFound();
        var targets = Rungs.All.Select(rung => input.On(rung) & CommitmentLadder.Allowed(commitment)).ToList();
        if (!input.IsOff && targets.TrueForAll(target => target == LadderTarget.Nobody))
        {
            throw new Refused(Texts.Escalation_NobodyAtAll, nameof(input.Before));
        }

        var ladder = await db.Set<CommitmentLadder>().SingleOrDefaultAsync(row => row.CommitmentId == commitmentId, token);
        if (ladder is null)
        {
            db.Add(ladder = CommitmentLadder.Create(commitmentId));
        }

        ladder.Describe(input.IsOff, targets, clock.GetCurrentInstant());
        if (db.Entry(ladder).State == EntityState.Unchanged)
        {
            return;
        }

        db.Record(input.IsOff ? "LadderSwitchedOff" : "LadderChanged", ladder.Ref,
            new { CommitmentId = commitmentId, Commitment = commitment.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What is asked about a ladder: whom each level writes to, by the names of <see cref="LadderTarget"/>.</summary>
public sealed class LadderInput
{
    public bool IsOff { get; set; }

    public List<string> Before { get; set; } = [];

    public List<string> Due { get; set; } = [];

    public List<string> AfterOne { get; set; } = [];

    public List<string> AfterFive { get; set; } = [];

    internal List<string> this[Rung rung] => rung switch
    {
        Rung.Before => Before,
        Rung.Due => Due,
        Rung.AfterOne => AfterOne,
        _ => AfterFive,
    };

    internal LadderTarget On(Rung rung) => EscalationWords.Each.Where(target => this[rung].Contains(target.ToString()))
        .Aggregate(LadderTarget.Nobody, (all, target) => all | target);

    internal static LadderInput Of(bool isOff, Func<Rung, LadderTarget> targets)
    {
        var input = new LadderInput { IsOff = isOff };
        foreach (var rung in Rungs.All)
        {
            input[rung].AddRange(EscalationWords.Each.Where(target => targets(rung).HasFlag(target)).Select(target => target.ToString()));
        }

        return input;
    }
}

/// <summary>Says what holds for all ladders: whether anything is written, and when not.</summary>
public sealed class SaveEscalationSetting(Db db, IClock clock)
{
    internal async Task<EscalationSettingInput> PrepareAsync(CancellationToken token) =>
        await db.Set<EscalationSetting>().AsNoTracking().SingleOrDefaultAsync(token) is { } known
            ? new EscalationSettingInput { IsOff = known.IsOff, QuietFrom = known.QuietFrom, QuietUntil = known.QuietUntil }
            : new EscalationSettingInput();

    /// <exception cref="Refused">An hour is missing.</exception>
    public async Task RunAsync(EscalationSettingInput input, CancellationToken token)
    {
        var from = input.QuietFrom ?? throw new Refused(Texts.Escalation_HourMissing, nameof(input.QuietFrom));
        var until = input.QuietUntil ?? throw new Refused(Texts.Escalation_HourMissing, nameof(input.QuietUntil));
        var setting = await db.Set<EscalationSetting>().SingleOrDefaultAsync(token);
        if (setting is null)
        {
            db.Add(setting = EscalationSetting.Create());
        }

        setting.Describe(input.IsOff, new QuietHours(from, until), clock.GetCurrentInstant());
        if (db.Entry(setting).State == EntityState.Unchanged)
        {
            return;
        }

        db.Record(input.IsOff ? "EscalationsSwitchedOff" : "EscalationsSet", setting.Ref, new
        {
            QuietFrom = from.ToString("HH:mm", CultureInfo.InvariantCulture),
            QuietUntil = until.ToString("HH:mm", CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What is asked about all ladders.</summary>
public sealed class EscalationSettingInput
{
    public bool IsOff { get; set; }

    public TimeOnly? QuietFrom { get; set; } = EscalationSetting.UsualQuiet.From;

    public TimeOnly? QuietUntil { get; set; } = EscalationSetting.UsualQuiet.Until;
}
