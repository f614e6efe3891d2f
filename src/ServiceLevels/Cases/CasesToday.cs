using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Forecasts;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>
/// The cases that run over their time or are about to, a line for each commitment; and the sources that have told nothing for so long
/// that nobody can say.
/// </summary>
internal sealed class CasesToday(ReadCompanyFacts readFacts, MeasureCommitment measure, Tenant tenant, IClock clock) : IToday
{
    /// <summary>A source that tells nothing for more than a month and some days is not brought up to date any more.</summary>
    public const int FreshDays = 35;

    private const double LikelyChance = 0.5;

    public int Order => 20;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var lines = new List<TodayLine>();
        foreach (var commitment in facts.Commitments.Where(item => item.IsClock))
        {
            lines.AddRange(Of(commitment, await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token)));
        }

        return lines;
    }

    private IEnumerable<TodayLine> Of(CommitmentFacts commitment, MeasuredCases measured)
    {
        if (measured.KnownUntil is not { } known)
        {
            yield break;
        }

        var path = $"scorecards/{commitment.Id}/cases";
        if (known < clock.GetCurrentInstant() - Duration.FromDays(FreshDays))
        {
            var stale = Texts.Today_Stale.With(commitment.Name);
            yield return new TodayLine(Urgency.Mend, stale, "evidence/sources", GridWords.Performer(commitment), DayOf(known));
            yield break;
        }

        // What is open was open when the source was last told: the line says when that was.
        var (open, at) = (measured.Open, Moments.Short(DayOf(known)));
        if (open.Late > 0)
        {
            yield return Line(Urgency.Late, Texts.Today_CasesLate.With(commitment.Name, open.Late, at), open.Late) with
            {
                Day = open.LateSince is { } since ? DayOf(since) : null,
            };
        }

        // Where the past tells which of them will be late, these are named; else those beyond the threshold at which the commitment warns.
        var (tonight, later) = measured.Forecasts.State == ForecastState.Shown ? LikelyLate(measured, known) : (0, open.AtRisk);
        if (tonight > 0)
        {
            yield return Line(Urgency.Tonight, Texts.Today_CasesTonight.With(commitment.Name, tonight, at), tonight);
        }

        if (later > 0)
        {
            var text = measured.Forecasts.State == ForecastState.Shown ? Texts.Today_CasesLikelyLate : Texts.Today_CasesAtRisk;
            yield return Line(Urgency.Week, text.With(commitment.Name, later, at), later);
        }

        TodayLine Line(Urgency urgency, string text, int count) =>
            new(urgency, text, path, GridWords.Performer(commitment), Count: count);
    }

    // As likely as not, and among these those whose time is up before tonight.
    private (int Tonight, int Later) LikelyLate(MeasuredCases measured, Instant known)
    {
        var midnight = clock.GetCurrentInstant().InZone(tenant.Zone).Date.PlusDays(1).AtStartOfDayInZone(tenant.Zone).ToInstant();
        var left = CaseForecasts.CalendarOf(measured.Terms)!.Elapsed(known, Instant.Max(known, midnight)).BclCompatibleTicks;
        var (tonight, later) = (0, 0);
        foreach (var item in measured.Cases)
        {
            if (measured.Forecasts.Of(item) is { Chance: >= LikelyChance })
            {
                (tonight, later) = CaseForecasts.Left(item) <= left ? (tonight + 1, later) : (tonight, later + 1);
            }
        }

        return (tonight, later);
    }

    private DateOnly DayOf(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();
}
