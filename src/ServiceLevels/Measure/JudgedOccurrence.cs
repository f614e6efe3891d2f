using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>One due date, with what became of it in the three readings.</summary>
public sealed record JudgedOccurrence
{
    /// <summary>Without a warning threshold of its own, a due date is drawn as coming soon from so many days before.</summary>
    public const int SoonDays = 7;

    public required CommitmentFacts Commitment { get; init; }

    /// <summary>Place of the version that it is measured with.</summary>
    public required int Version { get; init; }

    public required Occurrence Occurrence { get; init; }

    /// <summary>The day by which it is due as things went: a late prerequisite may have moved it. What is due by the end of a day is due that day.</summary>
    public DateOnly DueDay(DateTimeZone zone)
    {
        var local = Declared.Due.InZone(zone).LocalDateTime;
        return (local.TimeOfDay == LocalTime.Midnight ? local.Date.PlusDays(-1) : local.Date).ToDateOnly();
    }

    /// <summary>Month under which it is shown: the one that it is about, not the one in which it falls due (<see cref="Schedule.MonthAbout"/>).</summary>
    public required int Month { get; init; }

    public required ScheduleJudgement Declared { get; init; }

    public required ScheduleJudgement Evidenced { get; init; }

    public required ScheduleJudgement Proven { get; init; }

    /// <summary>What was placed on it and not withdrawn.</summary>
    public required IReadOnlyList<OccurrenceProof> Proofs { get; init; }

    /// <summary>The due date that it waits for, or null.</summary>
    public JudgedOccurrence? Prerequisite { get; init; }

    public DelayCorrection? Correction { get; init; }

    /// <summary>What one side says that it should read; null while nobody contests it.</summary>
    public DisputeWish? Disputed { get; init; }

    /// <summary>As what both sides agreed that it reads; null where they were never asked.</summary>
    public DisputeWish? Agreed { get; init; }

    /// <summary>What people said of it as a whole and did not take back.</summary>
    public IReadOnlyList<OccurrenceStatement> Statements { get; init; } = [];

    /// <summary>Who waived it and why, or null.</summary>
    public OccurrenceStatement? Waiver => Statements.FirstOrDefault(statement => statement.Says == StatementKind.Waived);

    /// <summary>Whether somebody said that nothing will come.</summary>
    public bool IsGivenUp => Statements.Any(statement => statement.Says == StatementKind.NothingComes);

    public OccurrenceCell Cell => new(Commitment.Id, Key);

    /// <summary>When a proof was last asked for, or null.</summary>
    public Instant? AskedAt { get; init; }

    public string Key => Occurrence.Key;

    public Standing Standing => Standings.Of(Declared.Outcome, Evidenced.Outcome, Proven.Outcome);

    /// <summary>Whether the outcome changes when what only the provider attests is left out.</summary>
    public bool Differs => Declared.Outcome != Evidenced.Outcome;

    /// <summary>Whose delay it is and why: as corrected by a person, else as the engine derives it; null unless it was not kept.</summary>
    public Responsibility? Delay => !Standing.IsLate() && Declared.Outcome != Outcome.NoTrace ? null
        : Agreed?.Delay() is { } whose ? new Responsibility(whose,
            Explanation.Of(ExplanationCode.CorrectedByHand, Texts.Dispute_AgreedReason))
        : Correction is { } correction ? new Responsibility(correction.Whose, Explanation.Of(ExplanationCode.CorrectedByHand, correction.Reason))
        : Declared.Delay;

    public ScheduleJudgement this[Reading reading] => reading switch
    {
        Reading.Declared => Declared,
        Reading.Evidenced => Evidenced,
        _ => Proven,
    };

    /// <summary>The moments at which something of it changes by the clock alone; what changes with the day is not among them.</summary>
    public IEnumerable<Instant> Turns
    {
        get
        {
            var rule = Commitment.Terms.Versions[Version].Rule.Schedule!;
            foreach (var reading in Readings.All)
            {
                var due = this[reading].Due;
                yield return due;
                yield return due + Duration.FromDays(rule.GraceDays);
                yield return due - Duration.FromDays(SoonDays);
                if (rule.WarningHours is { } hours)
                {
                    yield return due - Duration.FromHours(hours);
                }
            }

            foreach (var at in Proofs.Select(proof => proof.At).OfType<Instant>().Concat(Prerequisite?.Turns ?? []))
            {
                yield return at;
            }
        }
    }

    /// <summary>Until when, at most, these are judged as they were at <paramref name="now"/>: a due date passes, or the day ends.</summary>
    public static Instant SameUntil(IEnumerable<JudgedOccurrence> items, DateTimeZone zone, Instant now)
    {
        var until = now.InZone(zone).Date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
        foreach (var turn in items.SelectMany(item => item.Turns))
        {
            // What a moment turns, it turns once it is past, and some of it when it comes.
            until = turn >= now && turn < until ? turn : until;
        }

        return until;
    }

    public Mark MarkAt(Instant now) => Standing switch
    {
        Standing.KeptProven => Mark.Proven,
        Standing.KeptByCompany => Mark.Company,
        Standing.KeptByProvider => Mark.Provider,
        Standing.Late => Mark.Late,
        Standing.LateByCompany => Mark.LateByCompany,
        Standing.LateByProvider => Mark.LateByProvider,
        Standing.NoTrace => Mark.NoTrace,
        Standing.Imprecise => Mark.Imprecise,
        Standing.Undated => Mark.Undated,
        Standing.NotYetProven => Mark.NotYetProven,
        Standing.Waived => Mark.Waived,
        Standing.Outside => Mark.Outside,
        _ => Declared.Outcome == Outcome.AtRisk || Declared.Due - now < Duration.FromDays(SoonDays) ? Mark.DueSoon : Mark.NotDue,
    };
}
