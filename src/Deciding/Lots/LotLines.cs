using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.Deciding.Lots;

/// <summary>What there is to move of each process: value, days and risk by written rules, from the map, its diagnosis and its offers.
/// </summary>
/// <remarks>
/// A process is moved when something else than keeping it was decided, or when nobody has decided yet, its questions are answered or an
/// offer is there, and its diagnosis does not say to keep it.
/// </remarks>
internal static class LotLines
{
    public static LotLine Of(DiagnosedProcess process, LotFacts facts, IReadOnlyList<CostOffer> offers, DateOnly first, bool isByHand)
    {
        var way = facts.Chosen ?? process.Verdict.Kind;
        var value = ValueOf(process.Map, way, facts.Said, offers);
        var dependency = Dependencies.Of(process.Map.KnowHow);
        var effort = LotEffort.Of(new LotSize(way, facts.Steps, facts.Rekeyings, facts.People, Unknowns(process.Map, facts, dependency)));
        var risk = LotRisk.Of(new LotDanger(
            facts.Criticality, dependency, process.Map.Target is not null, process.Map.Sensitive, facts.HasDeadline));
        var isOpen = facts.Chosen is not null || process.Answers is not null || offers.Count > 0;
        var choice = facts.Choice;
        return new LotLine(process.Id, process.Name, process.Domain)
        {
            Way = way,
            Decision = facts.Decision,
            IsIn = choice?.Part switch { LotPart.In => true, LotPart.Out => false, _ => isOpen && way != VerdictKind.Keep },
            Value = value,
            Effort = effort,
            Risk = risk,
            Choice = choice,
            Item = new LotItem(value.Euros, choice?.Days ?? effort.Days, risk.Points)
            {
                Fixed = MonthOf(choice, LotWhen.Fixed, first),
                NotBefore = MonthOf(choice, LotWhen.NotBefore, first),
                Place = isByHand ? choice?.Place : null,
            },
        };
    }

    // A month that has passed is the first, one beyond those that are looked at is the last.
    private static int? MonthOf(LotChoice? choice, LotWhen when, DateOnly first) =>
        choice?.When == when && choice.Month is { } month ? Math.Clamp(LotMonths.Number(first, month), 0, OrderLots.Months - 1) : null;

    private static int Unknowns(MapFacts map, LotFacts facts, Dependency dependency) => new[]
    {
        map.Target is null, map.ErrorPercent is null, dependency == Dependency.Unknown, facts.Steps == 0,
    }.Count(isUnknown => isUnknown);

    private static LotValue ValueOf(MapFacts map, VerdictKind way, Estimates said, IReadOnlyList<CostOffer> offers)
    {
        var isAny = way is VerdictKind.FixFirst or VerdictKind.Undecided;
        var fitting = offers.Where(offer => isAny || Diagnose.KindOf(offer.Way) == way);
        var best = fitting.Select(offer => (offer.Name, Saving: ThreeYears.LikelySaving(offer, said.Over(ReadCosts.FromMap(map)))))
            .Where(offer => offer.Saving is not null).OrderByDescending(offer => offer.Saving).FirstOrDefault();
        if (best.Saving is { } saving)
        {
            return new LotValue(decimal.Round(saving), LotValueSource.Offer, best.Name);
        }

        var (labour, errors) = (map.LabourAYear, map.ErrorsAYear);
        return way switch
        {
            VerdictKind.FixFirst => errors is { } amount
                ? new LotValue(decimal.Round(amount), LotValueSource.Errors, null)
                : LotValue.Unknown,
            VerdictKind.Keep => LotValue.Unknown,
            _ => labour is { } work ? new LotValue(
                decimal.Round(work + (errors ?? 0)), way == VerdictKind.Drop ? LotValueSource.Dropped : LotValueSource.AtStake, null)
                : LotValue.Unknown,
        };
    }
}
