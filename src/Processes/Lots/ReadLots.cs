using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Costs;
using Pupitre.Processes.Decisions;
using Pupitre.Processes.Diagnosis;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Whole;

namespace Pupitre.Processes.Lots;

/// <summary>Reads what there is to move and puts it into order: five queries, whatever the number of processes, and none until something
/// changes.</summary>
public sealed class ReadLots(Db db, ReadDiagnoses diagnoses, IClock clock, Tenant tenant, KeepMap keep)
{
    /// <exception cref="Platform.NotFound">The reader is limited to a provider.</exception>
    public Task<LotsView> RunAsync(CancellationToken token)
    {
        var next = LotMonths.After(clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly());
        return keep.OfAsync($"lots {next:O}", [LotPlan.Kind, DiagnosisWeights.SubjectKind], () => ReadAsync(next, token),
            view => view.Items.Count + view.Out.Count, token);
    }

    private async Task<LotsView> ReadAsync(DateOnly next, CancellationToken token)
    {
        var diagnosed = await diagnoses.AllAsync(null, token);
        var (sizes, plan) = await SizesAsync(token);
        var offers = (await db.Set<CostOffer>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.ProcessId);
        var (links, rules) = await BeforesAsync(token);
        var first = plan.FirstMonth ?? next;
        List<LotLine> lines =
            [.. diagnosed.Select(process => LotLines.Of(process, sizes[process.Id], [.. offers[process.Id]], first, plan.IsByHand))];
        var items = lines.FindAll(line => line.IsIn);
        var numbers = items.Index().ToDictionary(line => line.Item.Id, line => line.Index);
        var names = lines.ToDictionary(line => line.Id, line => line.Name);
        var order = OrderLots.Run(
            items.ConvertAll(line => line.Item),
            [
                .. links.Where(link => numbers.ContainsKey(link.From) && numbers.ContainsKey(link.To))
                    .Select(link => new LotBefore(numbers[link.From], numbers[link.To], IsTyped: false)),
                .. rules.Where(rule => !rule.IsRemoved && numbers.ContainsKey(rule.FirstId) && numbers.ContainsKey(rule.ThenId))
                    .Select(rule => new LotBefore(numbers[rule.FirstId], numbers[rule.ThenId], IsTyped: true)),
            ],
            plan.Capacity);
        return new LotsView(
            Ordered(items, order),
            lines.FindAll(line => !line.IsIn),
            order,
            plan.Capacity,
            first,
            plan.IsByHand,
            lines.Exists(line => line.Choice?.Place is not null),
            [
                .. rules.Where(rule => names.ContainsKey(rule.FirstId) && names.ContainsKey(rule.ThenId)).Select(rule =>
                    new LotRuleLine(rule.Id, rule.FirstId, names[rule.FirstId], rule.ThenId, names[rule.ThenId], rule.IsRemoved)),
            ])
        {
            Items = items,
        };
    }

    private static List<LotLine> Ordered(List<LotLine> items, LotOrder order) =>
    [
        .. order.Placed.Select((place, at) => items[place.Item] with { Number = at + 1, Placed = place }),
        .. order.Unplaced.Select(place => items[place.Item] with { Unplaced = place }),
    ];

    // What the diagnosis does not say, and what the company said of each; the plan comes along with each row.
    private async Task<(Dictionary<Guid, LotFacts> Facts, PlanFacts Plan)> SizesAsync(CancellationToken token)
    {
        var rows = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null).Select(row => new
        {
            row.Id,
            row.Criticality,
            HasDeadline = row.LegalDeadline != null,
            Steps = db.Set<ProcessStep>().Count(step => step.ProcessId == row.Id),
            Rekeyings = db.Set<Rekeying>().Count(rekeying => rekeying.ProcessId == row.Id),
            Doing = db.Set<ProcessDuty>().Where(duty => duty.ProcessId == row.Id).Select(duty => duty.PersonId).Distinct().Count(),
            Knowing = db.Set<KnowHow>().Count(known => known.ProcessId == row.Id
                && !db.Set<ProcessDuty>().Any(duty => duty.ProcessId == row.Id && duty.PersonId == known.PersonId)),
            Leading = db.Set<Person>().Count(person => (person.Id == row.PilotId || person.Id == row.DeputyId)
                && !db.Set<ProcessDuty>().Any(duty => duty.ProcessId == row.Id && duty.PersonId == person.Id)
                && !db.Set<KnowHow>().Any(known => known.ProcessId == row.Id && known.PersonId == person.Id)),
            Study = db.Set<CostStudy>().Where(study => study.ProcessId == row.Id).Select(study => study.Figures).FirstOrDefault(),
            Decided = db.Set<Decision>().Where(decision => decision.ProcessId == row.Id).OrderByDescending(decision => decision.Number)
                .Select(decision => new { decision.Number, decision.Chosen }).FirstOrDefault(),
            Choice = db.Set<LotChoice>().FirstOrDefault(choice => choice.ProcessId == row.Id),
            DaysAMonth = db.Set<LotPlan>().OrderBy(plan => plan.Id).Select(plan => (int?)plan.DaysAMonth).FirstOrDefault(),
            AtOnce = db.Set<LotPlan>().OrderBy(plan => plan.Id).Select(plan => (int?)plan.AtOnce).FirstOrDefault(),
            FirstMonth = db.Set<LotPlan>().OrderBy(plan => plan.Id).Select(plan => plan.FirstMonth).FirstOrDefault(),
            IsByHand = db.Set<LotPlan>().OrderBy(plan => plan.Id).Select(plan => plan.IsByHand).FirstOrDefault(),
        }).ToListAsync(token);
        return (
            rows.ToDictionary(row => row.Id, row => new LotFacts(
                row.Criticality,
                row.HasDeadline,
                row.Steps,
                row.Rekeyings,
                row.Doing + row.Knowing + row.Leading,
                Estimates.Read(row.Study),
                row.Decided?.Number,
                row.Decided?.Chosen,
                row.Choice)),
            rows.FirstOrDefault() is { DaysAMonth: { } days, AtOnce: { } hands } known
                ? new PlanFacts(new LotCapacity(days, hands), known.FirstMonth, known.IsByHand)
                : new PlanFacts(LotCapacity.Usual, null, IsByHand: false));
    }

    private async Task<(List<Before> Links, List<Rule> Rules)> BeforesAsync(CancellationToken token)
    {
        // Two tables in one list: a link of the map has no word of the company about it.
        var links = db.Set<ProcessLink>()
            .Select(row => new { row.Id, First = row.FromId, Then = row.ToId, IsTyped = false, IsRemoved = false });
        var rules = db.Set<LotRule>()
            .Select(row => new { row.Id, First = row.FirstId, Then = row.ThenId, IsTyped = true, row.IsRemoved });
        var rows = await links.Concat(rules).OrderBy(row => row.Id).ToListAsync(token);
        return (
            [.. rows.Where(row => !row.IsTyped).Select(row => new Before(row.First, row.Then))],
            [.. rows.Where(row => row.IsTyped).Select(row => new Rule(row.Id, row.First, row.Then, row.IsRemoved))]);
    }

    private sealed record PlanFacts(LotCapacity Capacity, DateOnly? FirstMonth, bool IsByHand);

    private sealed record Before(Guid From, Guid To);

    private sealed record Rule(Guid Id, Guid FirstId, Guid ThenId, bool IsRemoved);
}

/// <summary>What the order knows of a process beside its diagnosis.</summary>
public sealed record LotFacts(
    Criticality Criticality, bool HasDeadline, int Steps, int Rekeyings, int People, Estimates Said, int? Decision, VerdictKind? Chosen,
    LotChoice? Choice);
