using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;

namespace Pupitre.Deciding.Lots;

/// <summary>Reads what there is to move and puts it into order: each table once, whatever the number of processes, and again once something
/// changed.</summary>
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
        var sizes = await SizesAsync(token);
        var plan = await db.Set<LotPlan>().AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(token) ?? LotPlan.Create();
        var offers = (await db.Set<CostOffer>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.ProcessId);
        var (links, rules) = await BeforesAsync(token);
        var first = plan.FirstMonth ?? next;
        List<LotLine> lines =
        [
            .. diagnosed.Where(process => sizes.ContainsKey(process.Id))
                .Select(process => LotLines.Of(process, sizes[process.Id], [.. offers[process.Id]], first, plan.IsByHand)),
        ];
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

    // What the diagnosis does not say, and what the company said of each: each table asked once, whatever the number of processes.
    private async Task<Dictionary<Guid, LotFacts>> SizesAsync(CancellationToken token)
    {
        var rows = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null)
            .Select(row => new { row.Id, row.Criticality, HasDeadline = row.LegalDeadline != null }).ToListAsync(token);
        var steps = await CountsAsync(db.Set<ProcessStep>().Select(row => row.ProcessId), token);
        var rekeyings = await CountsAsync(db.Set<Rekeying>().Select(row => row.ProcessId), token);
        var people = await CountsAsync(PairsOfPeople().Select(pair => pair.ProcessId), token);
        var said = await db.Set<CostStudy>().AsNoTracking().ToDictionaryAsync(row => row.ProcessId, row => row.Figures, token);
        var decided = (await db.Set<Decision>().AsNoTracking()
                .Select(row => new { row.ProcessId, row.Number, row.Chosen }).ToListAsync(token))
            .GroupBy(row => row.ProcessId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Number)!);
        var choices = await db.Set<LotChoice>().AsNoTracking().ToDictionaryAsync(row => row.ProcessId, token);
        return rows.ToDictionary(row => row.Id, row => new LotFacts(
            row.Criticality,
            row.HasDeadline,
            steps.GetValueOrDefault(row.Id),
            rekeyings.GetValueOrDefault(row.Id),
            people.GetValueOrDefault(row.Id),
            Estimates.Read(said.GetValueOrDefault(row.Id)),
            decided.GetValueOrDefault(row.Id)?.Number,
            decided.GetValueOrDefault(row.Id)?.Chosen,
            choices.GetValueOrDefault(row.Id)));
    }

    private static async Task<Dictionary<Guid, int>> CountsAsync(IQueryable<Guid> processes, CancellationToken token) =>
        await processes.GroupBy(id => id).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, token);

    // Whoever does it, knows it or leads it, each once.
    private IQueryable<PersonOfProcess> PairsOfPeople()
    {
        var processes = db.Set<Process>();
        return db.Set<ProcessDuty>().Select(row => new PersonOfProcess { ProcessId = row.ProcessId, PersonId = row.PersonId })
            .Union(db.Set<KnowHow>().Select(row => new PersonOfProcess { ProcessId = row.ProcessId, PersonId = row.PersonId }))
            .Union(processes.Where(row => row.PilotId != null)
                .Select(row => new PersonOfProcess { ProcessId = row.Id, PersonId = row.PilotId!.Value }))
            .Union(processes.Where(row => row.DeputyId != null)
                .Select(row => new PersonOfProcess { ProcessId = row.Id, PersonId = row.DeputyId!.Value }));
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

    private sealed class PersonOfProcess
    {
        public Guid ProcessId { get; init; }

        public Guid PersonId { get; init; }
    }

    private sealed record Rule(Guid Id, Guid FirstId, Guid ThenId, bool IsRemoved);
}

/// <summary>What the order knows of a process beside its diagnosis.</summary>
public sealed record LotFacts(
    Criticality Criticality, bool HasDeadline, int Steps, int Rekeyings, int People, Estimates Said, int? Decision, VerdictKind? Chosen,
    LotChoice? Choice);
