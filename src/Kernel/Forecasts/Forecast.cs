using NodaTime;

namespace Pupitre.Kernel.Forecasts;

/// <summary>
/// How likely the open cases of a commitment are to be missed, from what became of comparable ones: of a case that ran for t and may run
/// for a, the chance is S(a) / S(t), S being the survival curve of the cases that started in the twelve months before. Pure, immutable.
/// </summary>
/// <remarks>
/// <para>
/// Nothing is said where fewer than <see cref="FewestAtRisk"/> cases had run for as long, or where nobody was seen for as long as is
/// allowed.
/// </para>
/// <para>
/// It keeps its own <see cref="Record"/>: at up to <see cref="MostMoments"/> moments, a day apart at least, what it would have said then,
/// knowing what was known then, of the cases whose allowed time went by in the last three months. Cases are chosen by that, and not by
/// their end, so that those that ended soon do not stand for all.
/// </para>
/// <para>
/// A case that was open at an earlier moment counts for the open time from its start, at most for what it ran in the end: when it was
/// paused in between is not known here. Time: linear in the cases for each moment, after one sort.
/// </para>
/// </remarks>
public sealed class Forecast
{
    public const int FewestAtRisk = 20;
    public const int MostMoments = 60;

    private const int SampleMonths = 12;
    private const int RecordMonths = 3;

    private readonly ForecastCase[] _cases;
    private readonly Func<long, long, long> _elapsed;

    private Forecast(ForecastCase[] cases, long asOf, Func<long, long, long> elapsed)
    {
        (_cases, _elapsed) = (cases, elapsed);
        Curve = CurveAt(asOf);
    }

    /// <summary>The curve of now.</summary>
    public SurvivalCurve Curve { get; }

    /// <summary>What it would have said of the cases that came due in the last three months.</summary>
    public ForecastRecord Record { get; private init; } = null!;

    /// <param name="cases">The cases of one commitment, in any order. Their ends are known up to <paramref name="asOf"/>.</param>
    /// <param name="asOf">The last instant for which they are known.</param>
    /// <param name="elapsed">Open time between two instants, the first not after the second; never negative.</param>
    public static Forecast Of(IReadOnlyCollection<ForecastCase> cases, Instant asOf, Func<long, long, long> elapsed) =>
        Between(cases, Before(asOf, RecordMonths), asOf, asOf, elapsed);

    /// <summary>The same, with the record of the cases whose allowed time went by between two instants.</summary>
    public static Forecast Between(
        IReadOnlyCollection<ForecastCase> cases, Instant from, Instant to, Instant asOf, Func<long, long, long> elapsed)
    {
        var ordered = cases.Where(item => item.Start <= asOf.ToUnixTimeTicks()).OrderBy(item => item.Running).ToArray();
        var forecast = new Forecast(ordered, asOf.ToUnixTimeTicks(), elapsed);
        return new Forecast(forecast, forecast.RecordOf(from.ToUnixTimeTicks(), to.ToUnixTimeTicks(), asOf.ToUnixTimeTicks()));
    }

    private Forecast(Forecast known, ForecastRecord record) =>
        (_cases, _elapsed, Curve, Record) = (known._cases, known._elapsed, known.Curve, record);

    /// <summary>The chance that a case is missed; null where too little is known to say.</summary>
    /// <param name="running">How long it ran so far, in ticks.</param>
    /// <param name="allowed">How long it may run in all, in ticks.</param>
    public ForecastAnswer? ChanceOf(long running, long allowed) => ChanceOf(Curve, running, allowed);

    private static ForecastAnswer? ChanceOf(SurvivalCurve curve, long running, long allowed)
    {
        var atRisk = curve.AtRisk(running);
        if (atRisk < FewestAtRisk)
        {
            return null;
        }

        if (running > allowed)
        {
            return new ForecastAnswer(1, atRisk);
        }

        var still = curve.Beyond(running);
        return still > 0 && curve.Reaches(allowed) ? new ForecastAnswer(curve.Beyond(allowed) / still, atRisk) : null;
    }

    // As it stood at a moment: what ended later was open then.
    private SurvivalCurve CurveAt(long moment)
    {
        var from = Before(Instant.FromUnixTimeTicks(moment), SampleMonths).ToUnixTimeTicks();
        var (ended, open) = (new List<long>(), new List<long>());
        foreach (ref readonly var item in _cases.AsSpan())
        {
            if (item.Start < from || item.Start > moment)
            {
                continue;
            }

            (item.IsStopped && item.End <= moment ? ended : open).Add(RunningAt(item, moment));
        }

        open.Sort();
        return SurvivalCurve.Of(ended, open);
    }

    private long RunningAt(in ForecastCase item, long moment) =>
        item.End <= moment ? item.Running : Math.Min(item.Running, _elapsed(item.Start, moment));

    private ForecastRecord RecordOf(long from, long to, long asOf)
    {
        var settled = _cases.Where(item => CameDue(item, from, to) && IsSettled(item)).ToArray();
        var said = new Sayings();
        foreach (var moment in Moments(settled, asOf))
        {
            var curve = CurveAt(moment);
            foreach (ref readonly var item in settled.AsSpan())
            {
                if (SaidAt(moment, curve, item) is { } answer)
                {
                    said.Add(answer.Chance, item.IsMissed);
                }
            }
        }

        return said.Record(settled.Length);
    }

    private ForecastAnswer? SaidAt(long moment, SurvivalCurve curve, in ForecastCase item)
    {
        if (item.Start > moment || item.End <= moment)
        {
            return null;
        }

        var running = RunningAt(item, moment);
        return running < item.Allowed ? ChanceOf(curve, running, item.Allowed) : null;
    }

    // In open time: a case that may run for eight hours of opening comes due when eight of them have gone by.
    private bool CameDue(in ForecastCase item, long from, long to) =>
        item.Start <= to && _elapsed(item.Start, to) >= item.Allowed && (item.Start > from || _elapsed(item.Start, from) < item.Allowed);

    // A case that ended otherwise was neither in time nor late; one that waits for somebody may still be either.
    private static bool IsSettled(in ForecastCase item) => item.IsMissed || item.IsStopped;

    private static IEnumerable<long> Moments(ForecastCase[] settled, long asOf)
    {
        if (settled.Length == 0)
        {
            yield break;
        }

        var first = settled.Min(item => item.Start);
        var step = Math.Max(NodaConstants.TicksPerDay, (asOf - first) / MostMoments);
        for (var moment = first + step; moment <= asOf; moment += step)
        {
            yield return moment;
        }
    }

    private static Instant Before(Instant at, int months) => at.InUtc().LocalDateTime.PlusMonths(-months).InUtc().ToInstant();
}
