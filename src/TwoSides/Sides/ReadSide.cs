using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Contests;

namespace Pupitre.TwoSides.Sides;

/// <summary>A contract as the provider's people see it.</summary>
/// <param name="EndedOn">Its last day, when it is over; null while it is in force.</param>
/// <param name="LastDay">The last day of its term; null without a known one.</param>
public sealed record SideContract(Contract Contract, DateOnly? EndedOn, DateOnly? LastDay);

/// <summary>The open cases of a commitment.</summary>
public sealed record SideOpenCases(CommitmentFacts Commitment, int Open, int Late);

/// <summary>What was agreed with one provider, what it owes, what is owed to it, and what is contested: nothing of anybody else.</summary>
/// <param name="Owed">Due dates that have come without a trace, and those of the coming weeks; the oldest first.</param>
/// <param name="Awaited">The same of what the company owes it.</param>
public sealed record SideView(
    IReadOnlyList<SideContract> Contracts, IReadOnlyList<CommitmentFacts> Commitments, IReadOnlyList<JudgedOccurrence> Owed,
    IReadOnlyList<JudgedOccurrence> Awaited, IReadOnlyList<SideOpenCases> Cases, IReadOnlyList<DisputeRow> Disputes, Instant Now,
        DateTimeZone Zone)
{
    public int Missing => Owed.Count(item => item.Standing != Standing.Open);

    public IReadOnlyList<DisputeRow> ToAnswer => [.. Disputes.Where(row => row.Record.WaitsOn == Party.Provider)];

    /// <summary>The next day by which something is due; null when nothing is.</summary>
    public DateOnly? NextDay => Owed.Where(item => item.Standing == Standing.Open).Select(item => (DateOnly?)item.DueDay(Zone))
        .FirstOrDefault();
}

/// <summary>Reads a company from the side of one provider.</summary>
public sealed class ReadSide(ReadCompanyFacts readFacts, MeasureCommitment measure, ReadDisputes readDisputes, ReadDisputeList list,
    ContestWindow window)
{
    private const int MonthsBack = 12;
    private const int MonthsAhead = 2;

    /// <summary>So far ahead a due date is shown.</summary>
    public const int DaysAhead = 45;

    internal async Task<SideView> RunAsync(Guid providerId, Instant now, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var own = OwnOf(facts, providerId);
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        var due = own.Where(item => !item.IsClock).SelectMany(item => judge.Run(item, current - MonthsBack, current + MonthsAhead))
            .Where(item => IsOpen(item, facts.Zone, now)).OrderBy(item => item.Declared.Due).ToList();
        var ids = own.Select(item => item.Id).ToList();
        return new SideView(
            [.. facts.Contracts.Where(row => row.ProviderId == providerId && row.ArchivedAt is null)
                .Select(row => new SideContract(row, window.EndedOn(row), window.LastDay(row)))],
            own,
            due.FindAll(item => item.Commitment.Row.Performer == Party.Provider),
            due.FindAll(item => item.Commitment.Row.Performer == Party.Company),
            await CasesAsync(own, facts, token),
            ids.Count == 0 ? [] : await list.RowsAsync(await readDisputes.RunAsync(ids, token), facts, token),
            now,
            facts.Zone);
    }

    /// <summary>A commitment of this provider; null when it is none of its own.</summary>
    public async Task<CommitmentFacts?> CommitmentAsync(Guid providerId, Guid commitmentId, CancellationToken token) =>
        OwnOf(await readFacts.RunAsync(token), providerId).FirstOrDefault(item => item.Id == commitmentId);

    /// <summary>The due dates of the last months and the coming ones, the newest first.</summary>
    public async Task<IReadOnlyList<JudgedOccurrence>> OccurrencesAsync(CommitmentFacts commitment, Instant now, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        return [.. new JudgeOccurrences(facts, now).Run(commitment, current - MonthsBack, current + MonthsAhead)
            .OrderByDescending(item => item.Declared.Due)];
    }

    // What the company only wants of itself is nobody else's; a commitment without a provider neither.
    private static List<CommitmentFacts> OwnOf(CompanyFacts facts, Guid providerId) =>
        [.. facts.Commitments.Where(item => item.Row.ProviderId == providerId)];

    private static bool IsOpen(JudgedOccurrence item, DateTimeZone zone, Instant now) =>
        item is { Standing: Standing.NoTrace, IsGivenUp: false, Disputed: null }
        || (item.Standing == Standing.Open && IsNear(item.DueDay(zone), now.InZone(zone).Date.ToDateOnly()));

    private static bool IsNear(DateOnly due, DateOnly today) => due >= today && due <= today.AddDays(DaysAhead);

    private async Task<IReadOnlyList<SideOpenCases>> CasesAsync(IReadOnlyList<CommitmentFacts> own, CompanyFacts facts,
        CancellationToken token)
    {
        var all = new List<SideOpenCases>();
        foreach (var commitment in own.Where(item => item.IsClock))
        {
            var measured = await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token);
            var open = measured.Cases.Where(item => item.Declared.Stop.IsNone && item.Standing is Standing.Open or Standing.Late).ToList();
            all.Add(new SideOpenCases(commitment, open.Count, open.Count(item => item.Standing == Standing.Late && item.Disputed is null)));
        }

        return all;
    }
}
