using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Forecasts;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>Reads one case and tells its story in the three readings, with the version and calendar that were in force at its start.</summary>
public sealed class ReadCase(Tenant tenant, ReadCompanyFacts readFacts, ReadCases readCases, MeasureCommitment measure, IClock clock)
{
    internal async Task<CaseView> RunAsync(Guid commitmentId, long caseKey, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var commitment = facts.Find(commitmentId);
        var recorded = commitment is { IsClock: true } ? await readCases.OneAsync(caseKey, token) : throw new NotFound();
        if (!recorded.MeasuredBy.Contains(commitmentId))
        {
            throw new NotFound();
        }

        var told = recorded.Events.Select(item => item.Event with { Confirmed = facts.Adjustments.IsConfirmed(item.Event.Recording) }).ToList();
        var asOf = recorded.KnownUntil ?? clock.GetCurrentInstant();
        var (version, day) = VersionOf(commitment.Terms, told, recorded.Attributes) ?? throw new NotFound();
        var terms = commitment.Terms.Versions[version];
        var events = AnsweredWaits.In(told, terms.Rule.Clock!, recorded.Attributes, facts.Adjustments);
        var replayed = new Clock(terms.Rule.Clock!, terms.CalendarOn(day).Calendar, commitment.Terms.Days);
        var replays = Readings.All.Select(reading => replayed.Replay(events, reading, asOf, default, recorded.Attributes, commitment.Row.Performer)).ToList();
        var view = new CaseView(commitment, version, recorded, [.. replays.Select(replay => Dated(replay, events))], replayed, asOf, facts.Adjustments);
        return view with
        {
            IsUnmatched = await IsUnmatchedAsync(view, facts.Stamp.Evidence, token),
            Forecast = await ForecastAsync(view, facts.Stamp.Evidence, token),
        };
    }

    // Late up to the instant at which a file that held it arrived: done by then, nobody knows when.
    private static ClockReplay Dated(ClockReplay replay, List<CaseEvent> events) =>
        replay.Verdict is { Outcome: Outcome.Missed, Stop: { } stop } && events.Exists(item => item.Transition == Arrivals.SeenInFile && item.Time.Instant == stop)
            ? replay with { Verdict = replay.Verdict with { Outcome = Outcome.Undated }, Delay = null }
            : replay;

    // The list knows whether any event of the source is a stop; it is asked only for a case that is late and never stopped.
    private async Task<bool> IsUnmatchedAsync(CaseView view, string evidence, CancellationToken token) =>
        view is { Standing: Standing.Late or Standing.LateByCompany or Standing.LateByProvider, Declared.Verdict.Stop: null }
        && (await measure.RunAsync(view.Commitment.Terms, evidence, token)).Cases.FirstOrDefault(item => item.CaseKey == view.Case.Key).Delay == Imputation.Undetermined;

    // Asked for an open case only: what is over is not forecast.
    private async Task<ForecastAnswer?> ForecastAsync(CaseView view, string evidence, CancellationToken token)
    {
        if (view.Standing != Standing.Open)
        {
            return null;
        }

        var measured = await measure.RunAsync(view.Commitment.Terms, evidence, token);
        return measured.Forecasts.Of(measured.Cases.FirstOrDefault(item => item.CaseKey == view.Case.Key));
    }

    private (int Version, DateOnly Day)? VersionOf(MeasuredTerms terms, List<CaseEvent> events, IReadOnlyDictionary<string, string> attributes)
    {
        for (var version = terms.Versions.Count - 1; version >= 0; version--)
        {
            if (terms.Versions[version].Rule.Clock is { } rule && events.Find(item => rule.Start.Matches(item, attributes)) is { } start
                && start.Time.DateIn(tenant.Zone) is var day && terms.VersionOn(day) == version)
            {
                return (version, day);
            }
        }

        return null;
    }
}

/// <summary>Everything that the page of a case shows.</summary>
internal sealed record CaseView(
    CommitmentFacts Commitment, int Version, RecordedCase Case, IReadOnlyList<ClockReplay> Replays, Clock Clock, Instant AsOf, Adjustments Adjustments)
{
    public ClockReplay Declared => Replays[0];

    /// <summary>The readings do not differ: what one says, all say.</summary>
    public bool Agree => Replays.All(replay => replay.Verdict == Declared.Verdict && replay.Due == Declared.Due && replay.DueDay == Declared.DueDay);

    /// <summary>What ended it before anything was owed; null where that is not how it ended.</summary>
    public CaseEvent? Ending => Declared.CancelledAt is { } at && Declared.Verdict.Outcome == Outcome.Cancelled
        ? Case.Events.Select(item => item.Event).FirstOrDefault(item =>
            Clock.Rule.Cancel?.Matches(item, Case.Attributes) == true && item.Time.Earliest(Clock.Calendar.Zone) <= at && at <= item.Time.Latest(Clock.Calendar.Zone))
        : null;

    /// <summary>The readings that say different things.</summary>
    public IReadOnlyList<ClockReplay> Distinct => Agree ? [Declared] : Replays;

    /// <summary>No event of its source is a stop: its delay is nobody's until somebody has looked.</summary>
    public bool IsUnmatched { get; init; }

    /// <summary>The chance that it is missed; null where none is shown.</summary>
    public ForecastAnswer? Forecast { get; init; }

    /// <summary>As what both sides agreed that it reads; null where they were never asked.</summary>
    public DisputeWish? Agreed => Adjustments.Disputes.AgreedOf(Commitment.Id, Key);

    public Standing Standing => Agreed?.Outcome() is { } agreed ? Standings.Of(agreed, agreed, agreed)
        : Standings.Of(Replays[0].Verdict.Outcome, Replays[1].Verdict.Outcome, Replays[2].Verdict.Outcome);

    public string Key => DelayCorrection.KeyOf(Case.Key);

    /// <summary>The same for its ladder; null for a case that has ended.</summary>
    public RunningCase? AsRunning => Agreed?.Outcome() is null && MeasureCases.IsOpen(Declared.Verdict)
        ? new RunningCase(
            Case.Name, Case.Key, Version, Declared, Clock, AsOf, Adjustments.Disputes.WishOf(Commitment.Id, Key), IsUnmatched, Wait: null)
        : null;

    /// <summary>Whose delay it is, as corrected or as derived.</summary>
    public Responsibility? Delay => !Standing.IsLate() ? null
        : Agreed?.Delay() is { } whose ? new Responsibility(whose,
            Explanation.Of(ExplanationCode.CorrectedByHand, Texts.Dispute_AgreedReason))
        : Adjustments.CorrectionOf(Commitment.Id, Key) is { } correction ? new Responsibility(correction.Whose, Explanation.Of(ExplanationCode.CorrectedByHand, correction.Reason))
        : IsUnmatched ? new Responsibility(Imputation.Undetermined, Explanation.Of(ExplanationCode.NothingShown))
        : Declared.Delay;

    /// <summary>How long most days of its calendar are open.</summary>
    public Duration OpenDay => Clock.Calendar.UsualDay();

    /// <summary>"16 h d’ouverture (2 jours et 1 h de votre calendrier)".</summary>
    public string Open(Duration length)
    {
        var open = Kernel.Wording.With(Texts.Case_Open, length.Text());
        return length.OfCalendar(OpenDay) is { } days ? Kernel.Wording.With(Texts.Span_Beside, open, days) : open;
    }

    /// <summary>The case to scale: as all declarations tell it, with the due instants of every reading.</summary>
    public CasePlot Draw(DateTimeZone zone) => Draw(zone, CaseDrawing.Around(
        [.. Told, .. Case.Events.SelectMany(item => new[] { item.Event.Time.Earliest(zone), item.Event.Time.Latest(zone) }), .. Dues(zone).Select(due => due.Key)], Clock.Calendar));

    /// <summary>The same around what decides: from the start to a little after the due instants; null when the whole shows that well enough.</summary>
    public CasePlot? DrawCore(DateTimeZone zone)
    {
        var dues = Dues(zone).Select(due => due.Key).ToList();
        if (dues.Count == 0 || Told.Count == 0)
        {
            return null;
        }

        var (start, due, whole) = (Told.Min(), dues.Max(), Draw(zone).Drawing.Scale);
        var end = due + ((due - start) / 2);
        return due > start && whole.To - whole.From > (end - start) * CoreShare ? Draw(zone, CaseDrawing.Around([start, end], Clock.Calendar)) : null;
    }

    // Below this share of the whole, what decides is too small to be read.
    private const int CoreShare = 5;

    private List<Instant> Told => [.. Declared.Stretches.SelectMany(stretch => new[] { stretch.From, stretch.To })];

    // Where nothing was owed any more, no due date is crossed: by the readings that count what ended it.
    private List<IGrouping<Instant, ClockReplay>> Dues(DateTimeZone zone) =>
        [.. Replays.Where(replay => replay.Due is not null && replay.Verdict.Outcome != Outcome.Cancelled).GroupBy(replay => EndOf(replay, zone))];

    private CasePlot Draw(DateTimeZone zone, CaseDrawing drawing)
    {
        var bands = drawing.ClosedBands().Concat(Declared.Stretches.Where(stretch => stretch.To > drawing.Scale.From && stretch.From < drawing.Scale.To).SelectMany(stretch => Bands(drawing, stretch))).ToList();
        var marks = Case.Events.Where(item => drawing.Scale.Shows(item.Event.Time.Earliest(zone))).Select(item => new TimelineMark(
                drawing.Scale.At(item.Event.Time.Earliest(zone)), item.Event.Activity, IsRule: false, item.Event.Time.Day is null ? null : drawing.Scale.At(item.Event.Time.Latest(zone))))
            .Concat(Dues(zone).Select(due => new TimelineMark(
                drawing.Scale.At(due.Key), due.Count() == Replays.Count ? Texts.Case_DueInAll : Kernel.Wording.With(Texts.Case_DueIn, string.Join(", ", due.Select(replay => replay.Reading.ShortText()))), IsRule: true)));
        return new CasePlot(drawing, bands, [.. marks]);
    }

    private IEnumerable<TimelineBand> Bands(CaseDrawing drawing, Stretch stretch) => stretch.Kind switch
    {
        StretchKind.Running => drawing.OpenParts(stretch.From, stretch.To, Running),
        StretchKind.Paused => [drawing.Scale.Band(
            stretch.From, stretch.To, stretch.Source == SourceClass.Provider ? TimelineBandKind.PausedAsDeclared : TimelineBandKind.Paused, PauseText(stretch))],
        _ => [],
    };

    // As in the grid: solid with proof, else the drawing of the side whose word it is.
    private TimelineBandKind Running => OnWordOf switch
    {
        SourceClass.Company => TimelineBandKind.RunningByCompany,
        SourceClass.Provider => TimelineBandKind.RunningAsDeclared,
        _ => TimelineBandKind.Running,
    };

    /// <summary>The one side on whose word alone the case stands; null when more than that shows it. A case that is not judged yet stands on its events.</summary>
    private SourceClass? OnWordOf => Standing switch
    {
        Standing.KeptByCompany or Standing.LateByCompany => SourceClass.Company,
        Standing.KeptByProvider or Standing.LateByProvider => SourceClass.Provider,
        _ when Case.Events.All(item => item.Event.Source == SourceClass.Provider && !Adjustments.IsConfirmed(item.Event.Recording)) => SourceClass.Provider,
        _ when Case.Events.All(item => item.Event.Source == SourceClass.Company) => SourceClass.Company,
        _ => null,
    };

    /// <summary>"le délai court", with whose word that is where it is one side's alone.</summary>
    public string RunsText => OnWordOf switch
    {
        SourceClass.Company => Texts.Case_RunsByCompany,
        SourceClass.Provider => Texts.Case_RunsAsDeclared,
        _ => Texts.Case_Runs,
    };

    /// <summary>What each drawing means, for what a drawing of this case holds.</summary>
    public IReadOnlyList<(TimelineBandKind Kind, string Text)> LegendOf(CasePlot plot) =>
    [
        .. plot.Bands.Select(band => band.Kind).Distinct().Order().Select(kind => (kind, kind switch
        {
            TimelineBandKind.Closed => Texts.Case_Closed,
            TimelineBandKind.Paused or TimelineBandKind.PausedAsDeclared => plot.Bands.First(band => band.Kind == kind).Label ?? Texts.Case_Paused,
            _ => RunsText,
        })),
    ];

    /// <summary>With the hour where somebody gave one.</summary>
    public string When(Instant at, DateTimeZone zone)
    {
        var day = at.InZone(zone).Date.ToDateOnly();
        var isByDay = Case.Events.Any(item => item.Event.Time.Day == day) && !Case.Events.Any(item => item.Event.Time.Instant == at);
        return isByDay ? Moments.Short(day) : Moments.Short(at, zone);
    }

    /// <summary>A length of time: where days stand without an hour, the longest that they allow.</summary>
    public string Length(string length) => Case.Events.Any(item => item.Event.Time.Day is not null) ? Kernel.Wording.With(Texts.Case_AtMost, length) : length;

    public static string? DueText(ClockReplay replay, DateTimeZone zone) => replay.DueDay is { } day ? Moments.Short(day) : replay.Due is { } due ? Moments.Short(due, zone) : null;

    // A due day ends at midnight, and that is where its rule stands.
    private static Instant EndOf(ClockReplay replay, DateTimeZone zone) => replay.DueDay is { } day ? EventTime.On(day).Latest(zone) : replay.Due!.Value;

    /// <summary>"attend : nous (déclaré par le prestataire)".</summary>
    public string PauseText(Stretch stretch)
    {
        var whom = (Clock.Rule.Pause?.WaitsOn ?? Party.Company).Text();
        return stretch.Source == SourceClass.Provider ? Kernel.Wording.With(Texts.Case_WaitsDeclared, whom) : Kernel.Wording.With(Texts.Case_Waits, whom);
    }
}

/// <summary>A drawing of a case: its scale, what stretches over it, and what happens at a moment.</summary>
internal sealed record CasePlot(CaseDrawing Drawing, IReadOnlyList<TimelineBand> Bands, IReadOnlyList<TimelineMark> Marks);
