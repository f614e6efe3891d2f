using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// States the day on which work was handed over, for one due date or for many: our own word ("remis le"), beside the arrival that
/// bounds it. A day in the future or after the arrival is refused; a day before the period begins is asked again.
/// </summary>
public sealed class StateWorkDay(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts) : IStateWorkDay
{
    Task IStateWorkDay.RunAsync(IReadOnlyList<OccurrenceCell> cells, DateOnly? on, CancellationToken token) =>
        RunAsync(new WorkDayInput { Cells = [.. cells.Select(cell => cell.ToString())], On = on, Confirmed = true }, token);

    /// <summary>States the day for all cells, or for none.</summary>
    /// <exception cref="Refused">The day cannot be, for one of the cells at least.</exception>
    /// <exception cref="NotFound">One of the cells is no due date of this company.</exception>
    public async Task<StatedDays> RunAsync(WorkDayInput input, CancellationToken token)
    {
        var cells = OccurrenceCell.ParseAll(input.Cells);
        var day = input.On ?? throw new Refused(Texts.WorkDay_Missing, nameof(input.On));
        var now = clock.GetCurrentInstant();
        if (day > Day(now))
        {
            throw new Refused(Texts.WorkDay_Future, nameof(input.On));
        }

        var facts = await readFacts.RunAsync(token);
        var judge = new JudgeOccurrences(facts, now);
        var items = cells.Select(cell => Find(facts, judge, cell)).ToList();
        items.ForEach(item => RefuseAfterArrival(item, day));
        var questioned = items.FindAll(item => day < item.Occurrence.Period.First);
        if (questioned.Count > 0 && !input.Confirmed)
        {
            return new StatedDays(0, questioned);
        }

        var changed = items.FindAll(item => !IsStated(item, day));
        await WithdrawAsync([.. changed.SelectMany(item => item.Proofs).Where(proof => proof.StatesDay).Select(proof => proof.Id)], now, token);
        changed.ForEach(item => State(item, day, now));
        await db.SaveChangesAsync(token);
        return new StatedDays(items.Count, []);
    }

    internal static JudgedOccurrence Find(CompanyFacts facts, JudgeOccurrences judge, OccurrenceCell cell) =>
        facts.Find(cell.CommitmentId) is { IsClock: false } commitment && judge.One(commitment, cell.OccurrenceKey) is { } item ? item : throw new NotFound();

    private DateOnly Day(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();

    // What somebody independent has seen by a day was done by that day.
    private void RefuseAfterArrival(JudgedOccurrence item, DateOnly day)
    {
        var seen = item.Proofs.Where(proof => proof is { Role: ProofRole.Stop, AttestedBy: SourceClass.Observed or SourceClass.Receipt })
            .Select(proof => proof.At is { } at ? Day(at) : proof.On!.Value).Order().ToList();
        if (seen.Count > 0 && day > seen[0])
        {
            throw new Refused(Texts.WorkDay_AfterArrival.With(item.Commitment.Name, Moments.Short(seen[0])), nameof(WorkDayInput.On));
        }
    }

    private static bool IsStated(JudgedOccurrence item, DateOnly day) => item.Proofs.Where(proof => proof.StatesDay).ToList() is [{ On: var on }] && on == day;

    // A day stated later replaces the one before, which stays on record.
    private async Task WithdrawAsync(List<Guid> proofIds, Instant now, CancellationToken token)
    {
        if (proofIds.Count > 0)
        {
            await db.Set<OccurrenceProof>().Where(row => proofIds.Contains(row.Id)).ForEachAsync(row => row.Withdraw(now, tenant.AccountId), token);
        }
    }

    private void State(JudgedOccurrence item, DateOnly day, Instant now)
    {
        var arrived = item.Proofs.Where(proof => proof.IsUpperBound).MinBy(proof => proof.At);
        var stated = OccurrenceProof.Stated(item.Commitment.Id, item.Key, day, arrived?.FileId, ProofReason.Of(ReasonKind.Stated, day), now, tenant.AccountId);
        db.Add(stated);
        db.Record("WorkDayStated", new SubjectRef(OccurrenceProof.Kind, stated.Id), new { CommitmentId = item.Commitment.Id, Commitment = item.Commitment.Name, Occurrence = item.Key, On = day });
    }
}

/// <summary>The day on which work was handed over.</summary>
public sealed class WorkDayInput
{
    /// <summary>The due dates, each as <see cref="OccurrenceCell"/> writes it.</summary>
    public IReadOnlyList<string>? Cells { get; set; }

    public DateOnly? On { get; set; }

    /// <summary>The person has read that the day lies before the period and means it.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>What became of a stated day.</summary>
/// <param name="Count">Due dates for which it was stated; zero while it is questioned.</param>
/// <param name="Questioned">Due dates whose period only begins after the day: nothing was saved, and the same with <see cref="WorkDayInput.Confirmed"/> is.</param>
public sealed record StatedDays(int Count, IReadOnlyList<JudgedOccurrence> Questioned)
{
    public bool IsQuestioned => Questioned.Count > 0;
}
