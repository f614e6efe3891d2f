using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Judges the occurrences of a statement, each after the one that it waits for.</summary>
internal sealed class JudgeDueDates
{
    /// <summary>So many may wait one for another.</summary>
    private const int LongestChain = 32;

    private readonly Statement _statement;
    private readonly DateTimeZone _zone;
    private readonly BusinessDays _days;
    private readonly Dictionary<(int Commitment, int Version), Schedule> _schedules = [];
    private readonly Dictionary<(Guid Commitment, string Key), (int Commitment, int At)> _places = [];
    private readonly Dictionary<(int Commitment, int At),
        (int Version, Schedule Schedule, ScheduleJudgement[] Readings, SchedulePeriod Period)> _judged = [];

    public JudgeDueDates(Statement statement, DateTimeZone zone)
    {
        (_statement, _zone, _days) = (statement, zone, BusinessDays.For(statement.Company.Holidays));
        for (var place = 0; place < statement.Commitments.Length; place++)
        {
            var obligations = statement.Commitments[place].Obligations;
            for (var at = 0; at < obligations.Length; at++)
            {
                if (!_places.TryAdd((statement.Commitments[place].Id, obligations[at].Key), (place, at)))
                {
                    throw new Refused(Texts.Statement_Twice.With(obligations[at].Key), PointerOf(place, at) + "/key");
                }
            }
        }
    }

    /// <param name="place">Place of the commitment.</param>
    /// <param name="at">Place of the occurrence among its obligations.</param>
    public ObligationResult Judge(int place, int at)
    {
        var item = _statement.Commitments[place].Obligations[at];
        var (version, schedule, readings, period) = ReadingsOf(place, at, depth: 0);
        var (declared, evidenced, proven) = (readings[0], readings[1], readings[2]);
        var standing = Standings.Of(declared.Outcome, evidenced.Outcome, proven.Outcome);
        return new ObligationResult
        {
            Version = version,
            Month = MonthNumber.Of(schedule.MonthAbout(period)),
            Place = default,
            Declared = declared.Outcome,
            Evidenced = evidenced.Outcome,
            Proven = proven.Outcome,
            Standing = standing,
            Delay = !standing.IsLate() && declared.Outcome != Outcome.NoTrace ? null : item.Delay?.Whose ?? item.Agreed?.Delay
                ?? declared.Delay?.Imputation,
            Due = declared.Due,
            Stop = declared.Stop,
            Late = declared.Late,
        };
    }

    private (int Version, Schedule Schedule, ScheduleJudgement[] Readings, SchedulePeriod Period) ReadingsOf(int place, int at, int depth)
    {
        if (_judged.TryGetValue((place, at), out var known))
        {
            return known;
        }

        if (depth > LongestChain)
        {
            throw new Refused(Texts.Rule_PrerequisiteOfItself, PointerOf(place, at) + "/prerequisite");
        }

        var (commitment, item) = (_statement.Commitments[place], _statement.Commitments[place].Obligations[at]);
        var (version, occurrence) = OccurrenceOf(place, at);
        ScheduleJudgement[]? first = null;
        var performer = Party.Company;
        if (item.Prerequisite is { } needed)
        {
            if (!_places.TryGetValue((needed.Commitment, needed.Key), out var other)
                || _statement.Commitments[other.Commitment].Obligations[other.At].IsCase)
            {
                throw new Refused(Texts.Statement_PrerequisiteMissing.With(needed.Key), PointerOf(place, at) + "/prerequisite");
            }

            first = ReadingsOf(other.Commitment, other.At, depth + 1).Readings;
            performer = _statement.Commitments[other.Commitment].Performer;
        }

        var facts = new ScheduleFacts
        {
            Proofs = [.. item.Proofs.Select(
                proof => new ScheduleProof(proof.Time, proof.Source, proof.Confirmed, proof.Role, proof.IsUpperBound))],
            EnteredAt = commitment.EnteredAt,
            NothingExpected = item.IsGivenUp,
            Waived = item.IsWaived,
            Performer = commitment.Performer,
            PrerequisitePerformer = performer,
        };
        var schedule = ScheduleOf(place, version);
        var readings = Readings.All.Select(
            reading => schedule.Judge(occurrence, facts with { Prerequisite = first?[(int)reading] }, reading, _statement.AsOf))
            .Select(said => item.Agreed?.Outcome is { } outcome ? said with { Outcome = outcome } : said).ToArray();
        return _judged[(place, at)] = (version, schedule, readings, occurrence.Period);
    }

    private (int Version, Occurrence Occurrence) OccurrenceOf(int place, int at)
    {
        var (commitment, key) = (_statement.Commitments[place], _statement.Commitments[place].Obligations[at].Key);
        if (OccurrenceKeys.FirstDay(key) is { } day)
        {
            for (var version = 0; version < commitment.Versions.Length; version++)
            {
                if (commitment.Versions[version].Rule.Schedule is { } rule && SchedulePeriod.Of(rule.Every, day) is var period
                    && period.Key == key
                    && commitment.VersionOn(period.First) == version && ScheduleOf(place, version).Of(period) is { } occurrence)
                {
                    return (version, occurrence);
                }
            }
        }

        throw new Refused(Texts.Statement_NoOccurrence.With(key), PointerOf(place, at) + "/key");
    }

    private Schedule ScheduleOf(int place, int version)
    {
        if (!_schedules.TryGetValue((place, version), out var schedule))
        {
            var rule = _statement.Commitments[place].Versions[version].Rule.Schedule!;
            _schedules[(place, version)] = schedule = new Schedule(rule, _zone, _days, _statement.Company.Dates);
        }

        return schedule;
    }

    private static string PointerOf(int place, int at) =>
        string.Create(CultureInfo.InvariantCulture, $"/commitments/{place}/obligations/{at}");
}

internal static class StatedVersions
{
    /// <summary>Place of the version in force on <paramref name="day"/>; a day before all of them takes the first.</summary>
    public static int VersionOn(this StatedCommitment commitment, DateOnly day)
    {
        for (var version = commitment.Versions.Length - 1; version > 0; version--)
        {
            if (commitment.Versions[version].From <= day)
            {
                return version;
            }
        }

        return 0;
    }
}
