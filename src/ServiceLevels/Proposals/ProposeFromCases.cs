using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Proposals;

/// <summary>
/// Proposes targets from the cases that are there: those that began in the last twelve months that their sources tell of, and have stopped.
/// Each count is made by the engine that would measure the target, so that it is what the scorecard would have said.
/// </summary>
internal sealed class ProposeFromCases(Db db, Tenant tenant, ReadCompanyFacts readFacts, ReadCases readCases,
    ReadAdjustments readAdjustments) : IProposeTargets
{
    private const int Months = 12;

    private static readonly (TargetReach Reach, double Share)[] _shares =
        [(TargetReach.Ambitious, 0.75), (TargetReach.Reachable, Quantile.NineOfTen), (TargetReach.Surpassed, 0.99)];

    public async Task<TargetProposals?> RunAsync(TargetQuestion question, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (CalendarsOf(facts, question.CalendarId) is not { } calendars)
        {
            return null;
        }

        var adjustments = await readAdjustments.RunAsync(token);
        var first = TermsOf(question, facts, calendars, count: 1);
        var sources = await SourcesAsync(question, facts, first, token);
        if (sources.Count == 0)
        {
            return null;
        }

        var stopped = Stopped(Measure(first));
        return stopped.Count < TargetProposals.Fewest
            ? new TargetProposals(stopped.Count, [])
            : new TargetProposals(stopped.Count,
                Of(stopped, UnitOf(question, calendars), count => Stopped(Measure(TermsOf(question, facts, calendars, count)))));

        MeasuredCases Measure(MeasuredTerms terms) => new MeasureCases(terms, tenant.Zone, adjustments).Run(sources);
    }

    private static List<TargetProposal> Of(List<CaseObligation> stopped, Duration unit, Func<int, List<CaseObligation>> measure)
    {
        var lengths = stopped.Select(item => item.Declared.RunningTicks).Order().ToArray();
        var search = new TargetSearch(stopped.Count, count => measure(count).Count(item => item.Declared.Outcome == Outcome.Met));
        var found = new List<TargetProposal>();
        foreach (var (reach, share) in _shares)
        {
            var guess = (int)Math.Min(Math.Ceiling(Quantile.Of(lengths, share)!.Value / unit.BclCompatibleTicks), TargetSearch.MaxTarget);
            if (search.Smallest(share, guess) is { } count && found.TrueForAll(known => known.Count != count))
            {
                found.Add(new TargetProposal(reach, count, search.Kept(count)));
            }
        }

        return found;
    }

    // The same cases whatever the target: what has stopped, has stopped.
    private List<CaseObligation> Stopped(MeasuredCases measured)
    {
        var last = measured.KnownUntil is { } until ? MonthNumber.Of(until.InZone(tenant.Zone).Date.ToDateOnly()) : 0;
        return [.. measured.Cases.Where(item => item.Month > last - Months && item.Month <= last && item.Declared.IsStopped)];
    }

    // What both sides agreed otherwise says nothing of how long it took: its own key keeps that out.
    private static MeasuredTerms TermsOf(TargetQuestion question, CompanyFacts facts, IReadOnlyList<CalendarTerms> calendars, int count) =>
        new(
        Guid.Empty, "", question.Performer, BusinessDays.For(facts.HolidayZone),
        [new VersionTerms(Guid.Empty, DateOnly.MinValue, question.RuleOf(count), calendars)]);

    private static Duration UnitOf(TargetQuestion question, IReadOnlyList<CalendarTerms> calendars) =>
        question.IsInHours ? Duration.FromHours(1) : Duration.Max(calendars[^1].Calendar.UsualDay(), Duration.FromHours(1));

    private static IReadOnlyList<CalendarTerms>? CalendarsOf(CompanyFacts facts, Guid calendarId)
    {
        foreach (var commitment in facts.Commitments)
        {
            if (commitment.Row.Versions.FirstOrDefault(version => version.CalendarId == calendarId) is { } same
                && commitment.Terms.Versions.FirstOrDefault(version => version.Id == same.Id) is { } terms)
            {
                return terms.Calendars;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<SourceCases>> SourcesAsync(TargetQuestion question, CompanyFacts facts, MeasuredTerms terms,
        CancellationToken token)
    {
        var near = facts.Commitments.Where(item => item.Row.ProviderId == question.ProviderId).Select(item => item.Id).ToList();
        var uses = await db.Set<SourceUse>().AsNoTracking()
            .Where(use => use.CommitmentId == question.CommitmentId || near.Contains(use.CommitmentId))
            .Select(use => new { use.SourceId, use.CommitmentId }).ToListAsync(token);
        var own = uses.FindAll(use => use.CommitmentId == question.CommitmentId);
        var sources = new List<SourceCases>();
        foreach (var id in (own.Count > 0 ? own : uses).Select(use => use.SourceId).Distinct())
        {
            sources.Add(await readCases.RunAsync(id, terms.AttributeNames, token));
        }

        return sources;
    }
}
