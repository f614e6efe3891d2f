using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Makes the due dates of scheduled commitments and judges them as of now, each after the one that it waits for. Pure: everything
/// comes from the facts.
/// </summary>
public sealed class JudgeOccurrences(CompanyFacts facts, Instant now)
{
    /// <summary>A year's due date can fall so many months after the beginning of its period.</summary>
    private const int LongestReachMonths = 24;

    private readonly Dictionary<(Guid, string), JudgedOccurrence?> _judged = [];

    /// <summary>The due dates shown under the months from <paramref name="first"/> to <paramref name="last"/>, in order.</summary>
    public IReadOnlyList<JudgedOccurrence> Run(CommitmentFacts commitment, int first, int last)
    {
        var judged = new List<JudgedOccurrence>();
        foreach (var (version, occurrence) in Occurrences(commitment, first, last))
        {
            judged.Add(Judge(commitment, version, occurrence));
        }

        return judged;
    }

    /// <summary>One due date, or null when the commitment has none of that key.</summary>
    public JudgedOccurrence? One(CommitmentFacts commitment, string key)
    {
        if (_judged.TryGetValue((commitment.Id, key), out var known))
        {
            return known;
        }

        for (var version = 0; version < commitment.Schedules.Count; version++)
        {
            if (PeriodOf(commitment, version, key) is { } period && commitment.Terms.VersionOn(period.First) == version
                && commitment.Schedules[version]!.Of(period) is { } occurrence && Exists(commitment, occurrence))
            {
                return Judge(commitment, version, occurrence);
            }
        }

        return null;
    }

    private static IEnumerable<(int Version, Occurrence Occurrence)> Occurrences(CommitmentFacts commitment, int first, int last)
    {
        var from = MonthNumber.ToMonth(first).OnDayOfMonth(1).ToDateOnly();
        var to = MonthNumber.ToMonth(last + 1).OnDayOfMonth(1).PlusDays(-1).ToDateOnly();
        for (var version = 0; version < commitment.Schedules.Count; version++)
        {
            if (commitment.Schedules[version] is not { } schedule)
            {
                continue;
            }

            var reach = IsLong(schedule.Rule.Every) ? from.AddMonths(-LongestReachMonths) : from;
            foreach (var occurrence in schedule.Occurrences(reach, to))
            {
                if (commitment.Terms.VersionOn(occurrence.Period.First) == version && Exists(commitment, occurrence)
                    && MonthOf(schedule, occurrence) is var month && month >= first && month <= last)
                {
                    yield return (version, occurrence);
                }
            }
        }
    }

    // Nothing is owed before the commitment was made: no due date lies before its first version.
    private static bool Exists(CommitmentFacts commitment, Occurrence occurrence) => occurrence.DueDate >= commitment.Terms.Versions[0].EffectiveFrom;

    private static bool IsLong(PeriodLength every) => every is PeriodLength.Quarter or PeriodLength.Year;

    private static int MonthOf(Schedule schedule, Occurrence occurrence) => MonthNumber.Of(schedule.MonthAbout(occurrence.Period));

    private static SchedulePeriod? PeriodOf(CommitmentFacts commitment, int version, string key)
    {
        if (commitment.Schedules[version] is not { } schedule || OccurrenceKeys.FirstDay(key) is not { } day)
        {
            return null;
        }

        var period = SchedulePeriod.Of(schedule.Rule.Every, day);
        return period.Key == key ? period : null;
    }

    private JudgedOccurrence Judge(CommitmentFacts commitment, int version, Occurrence occurrence)
    {
        if (_judged.TryGetValue((commitment.Id, occurrence.Key), out var known) && known is not null)
        {
            return known;
        }

        // Marked as seen first: a commitment that waits for itself through others is judged as if it did not.
        _judged[(commitment.Id, occurrence.Key)] = null;
        var prerequisite = commitment.PrerequisiteOf(version) is { } id && facts.Find(id) is { } other ? One(other, occurrence.Key) : null;
        return _judged[(commitment.Id, occurrence.Key)] = Judge(commitment, version, occurrence, prerequisite);
    }

    private JudgedOccurrence Judge(CommitmentFacts commitment, int version, Occurrence occurrence, JudgedOccurrence? prerequisite)
    {
        var schedule = commitment.Schedules[version]!;
        var proofs = facts.Proofs[(commitment.Id, occurrence.Key)].ToList();
        var statements = facts.Statements[(commitment.Id, occurrence.Key)].ToList();
        var known = new ScheduleFacts
        {
            Proofs = [.. proofs.Select(ToProof)],
            EnteredAt = commitment.EnteredAt,
            NothingExpected = statements.Exists(statement => statement.Says == StatementKind.NothingComes),
            Waived = statements.Exists(statement => statement.Says == StatementKind.Waived),
            Performer = commitment.Row.Performer,
            PrerequisitePerformer = prerequisite?.Commitment.Row.Performer ?? Party.Company,
        };
        // Without a proof and without anything to wait for, there is nothing that one reading takes and another leaves out.
        var same = proofs.Count == 0 && prerequisite is null ? schedule.Judge(occurrence, known, Reading.Declared, now) : null;
        var agreed = facts.Adjustments.Disputes.AgreedOf(commitment.Id, occurrence.Key);
        ScheduleJudgement In(Reading reading) => Said(reading) is var said && agreed?.Outcome() is { } outcome
            ? said with { Outcome = outcome } : said;
        ScheduleJudgement Said(Reading reading) =>
            same is not null ? same with { Reading = reading } : schedule.Judge(occurrence, known with { Prerequisite = prerequisite?[reading] }, reading, now);
        return new JudgedOccurrence
        {
            Commitment = commitment,
            Version = version,
            Occurrence = occurrence,
            Month = MonthOf(schedule, occurrence),
            Declared = In(Reading.Declared),
            Evidenced = In(Reading.Evidenced),
            Proven = In(Reading.Proven),
            Proofs = proofs,
            Statements = statements,
            Prerequisite = prerequisite,
            Agreed = agreed,
            Disputed = facts.Adjustments.Disputes.WishOf(commitment.Id, occurrence.Key),
            Correction = facts.Adjustments.CorrectionOf(commitment.Id, occurrence.Key),
            AskedAt = facts.AskedAt.TryGetValue((commitment.Id, occurrence.Key), out var asked) ? asked : null,
        };
    }

    private ScheduleProof ToProof(OccurrenceProof proof) => new(
        proof.At is { } at ? EventTime.At(at) : EventTime.On(proof.On!.Value),
        proof.AttestedBy,
        facts.Adjustments.IsConfirmed(proof.Id),
        proof.Role,
        proof.IsUpperBound);
}
