using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>Finds the ladder of an obligation that is open, and what keeps it silent. Pure.</summary>
/// <param name="quiet">Hours in which nobody is written to.</param>
/// <param name="zone">The company's zone.</param>
public sealed class FindLadder(QuietHours quiet, DateTimeZone zone, Instant now)
{
    /// <summary>A source that tells nothing for longer is not brought up to date any more: what it left open blames nobody.</summary>
    private static readonly Duration _fresh = Duration.FromDays(35);

    private readonly Dictionary<Guid, LadderHours> _hours = [];

    /// <summary>Of a due date; null for what is done or needs nobody, however it came out.</summary>
    public LadderObligation? Of(JudgedOccurrence item)
    {
        if (!IsOpen(item))
        {
            return null;
        }

        var (commitment, version) = (item.Commitment, item.Commitment.Terms.Versions[item.Version]);
        var hours = HoursOn(version, item.Occurrence.Period.First);
        var wholeDay = version.Rule.Schedule!.At is null ? item.DueDay(zone) : (DateOnly?)null;
        return new LadderObligation
        {
            Commitment = commitment,
            Key = item.Key,
            Version = VersionOf(commitment, item.Version),
            Due = item.Declared.Due,
            Rungs = Ladder.OfDueDate(item.Declared.Due, wholeDay, commitment.Terms.Days, zone, hours),
            Hours = hours,
            KnownUntil = now,
            Silence = item.Disputed is not null ? LadderSilence.Disputed
                : item.IsGivenUp ? LadderSilence.GivenUp
                : item.Standing == Standing.Undated ? LadderSilence.Undated
                : item.Standing == Standing.NotYetProven ? LadderSilence.NotYetProven
                : null,
        };
    }

    /// <summary>Of a case that runs.</summary>
    internal LadderObligation Of(CommitmentFacts commitment, RunningCase item)
    {
        var version = commitment.Terms.Versions[item.Version];
        var hours = HoursOn(version, item.Replay.Verdict.Start!.Value.InZone(zone).Date.ToDateOnly());
        return new LadderObligation
        {
            Commitment = commitment,
            Key = DelayCorrection.KeyOf(item.Key),
            CaseName = item.Case,
            Version = VersionOf(commitment, item.Version),
            Due = Ladder.DueOf(item.Replay, item.Clock.Calendar.Zone) ?? Instant.FromUnixTimeTicks(0),
            Rungs = Ladder.OfCase(item.Replay, hours),
            Hours = hours,
            KnownUntil = item.KnownUntil,
            Silence = item.Disputed is not null ? LadderSilence.Disputed
                : item.IsUnmatched ? LadderSilence.Unmatched
                : item.Replay.WaitingOn is not null ? LadderSilence.Paused
                : item.Replay.Due is null || item.Replay.Verdict.Outcome == Outcome.Imprecise ? LadderSilence.Undated
                : item.KnownUntil < now - _fresh ? LadderSilence.Stale
                : null,
        };
    }

    private static bool IsOpen(JudgedOccurrence item) => item.Agreed?.Outcome() is null && item.Standing switch
    {
        Standing.Open or Standing.NoTrace or Standing.Undated or Standing.NotYetProven => true,
        Standing.Late or Standing.LateByCompany or Standing.LateByProvider => item.Declared is { Stop: null, NoLaterThan: null },
        _ => false,
    };

    private static CommitmentVersion VersionOf(CommitmentFacts commitment, int place) =>
        commitment.Row.Versions.First(version => version.Id == commitment.Terms.Versions[place].Id);

    private LadderHours HoursOn(VersionTerms version, DateOnly day)
    {
        var calendar = version.CalendarOn(day);
        return _hours.TryGetValue(calendar.Id, out var known) ? known : _hours[calendar.Id] = new LadderHours(calendar.Calendar, quiet);
    }
}
