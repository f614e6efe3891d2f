using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Today;
using Pupitre.Platform.Ui;
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

        if (open.AtRisk > 0)
        {
            yield return Line(Urgency.Week, Texts.Today_CasesAtRisk.With(commitment.Name, open.AtRisk, at), open.AtRisk);
        }

        TodayLine Line(Urgency urgency, string text, int count) =>
            new(urgency, text, path, GridWords.Performer(commitment), Count: count);
    }

    private DateOnly DayOf(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();
}
