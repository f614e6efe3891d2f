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

namespace Pupitre.Processes.Lots;

/// <summary>Reads what there is to move and puts it into order: five queries, whatever the number of processes.</summary>
public sealed class ReadLots(Db db, ReadDiagnoses diagnoses, IClock clock, Tenant tenant)
{
    public async Task<LotsView> RunAsync(CancellationToken token)
    {
        WholeCompany.Require(db);
        var diagnosed = await diagnoses.AllAsync(null, token);
        var sizes = await SizesAsync(token);
        var plan = await db.Set<LotPlan>().AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(token) ?? LotPlan.Create();
        var (links, rules) = await BeforesAsync(token);
        var first = plan.FirstMonth ?? LotMonths.After(clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly());
        List<LotLine> lines =
            [.. diagnosed.Select(process => LotLines.Of(process, sizes[process.Id], sizes[process.Id].Offers, first, plan.IsByHand))];
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

    // What the diagnosis does not say, and what the company said of each.
    private async Task<Dictionary<Guid, LotFacts>> SizesAsync(CancellationToken token)
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
            Offers = db.Set<CostOffer>().Where(offer => offer.ProcessId == row.Id).OrderBy(offer => offer.Id).ToList(),
        }).ToListAsync(token);
        return rows.ToDictionary(row => row.Id, row => new LotFacts(
            row.Criticality,
            row.HasDeadline,
            row.Steps,
            row.Rekeyings,
            row.Doing + row.Knowing + row.Leading,
            Estimates.Read(row.Study),
            row.Decided?.Number,
            row.Decided?.Chosen,
            row.Choice)
        {
            Offers = row.Offers,
        });
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

    private sealed record Before(Guid From, Guid To);

    private sealed record Rule(Guid Id, Guid FirstId, Guid ThenId, bool IsRemoved);
}

/// <summary>What the order knows of a process beside its diagnosis.</summary>
public sealed record LotFacts(
    Criticality Criticality, bool HasDeadline, int Steps, int Rekeyings, int People, Estimates Said, int? Decision, VerdictKind? Chosen,
    LotChoice? Choice)
{
    /// <summary>The oldest first.</summary>
    public IReadOnlyList<CostOffer> Offers { get; init; } = [];
}
