using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.ProcessMap.Agreements;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Deciding.Dossier;

/// <summary>
/// Reads what a process file says, part by part: what is small is read once for the whole map, what is large (drawings, frozen decisions)
/// for the processes of a part.
/// </summary>
public sealed class ReadDossier(Db db, Tenant tenant, IClock clock, ReadWholeMap readMap, ReadDossierFacts facts)
{
    /// <exception cref="NotFound">The reader is limited to a provider, or a chosen process is not in the map.</exception>
    internal async Task<DossierOutline> RunAsync(DossierChoice choice, CancellationToken token)
    {
        var map = await readMap.RunAsync(token);
        var functions = await db.Set<Person>().Select(row => new { row.Id, row.Function })
            .ToDictionaryAsync(row => row.Id, row => row.Function, token);
        var names = new DossierNames(choice.WithNames, functions);
        var known = await facts.RunAsync(token);
        var chosen = Chosen(map, choice);
        return new DossierOutline(
            tenant.Company.Name, clock.GetCurrentInstant(), choice, [.. chosen.Select(names.Applied)],
            await AgreementsAsync(db.Set<Agreement>().Where(row => row.ProcessId == null), names, token))
        {
            Ground = new DossierGround(map, names, known),
        };
    }

    /// <summary>Some processes of the outline in full, in their order.</summary>
    internal async Task<IReadOnlyList<DossierProcess>> PartAsync(DossierOutline outline, int from, int count, CancellationToken token)
    {
        var (map, names, known) = outline.Ground;
        var part = outline.Chosen.Skip(from).Take(count).ToList();
        var ids = part.ConvertAll(process => process.Id);
        var rows = await db.Set<Process>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        var targets = await facts.TargetsAsync(ids, token);
        var agreements = (await AgreementsAsync(db.Set<Agreement>()
            .Where(row => row.ProcessId != null && ids.Contains(row.ProcessId.Value)), names, token))
            .ToLookup(row => row.ProcessId);
        var decisions = (await db.Set<Decision>().AsNoTracking().Where(row => ids.Contains(row.ProcessId))
            .OrderBy(row => row.Number).ToListAsync(token)).ToLookup(row => row.ProcessId);
        return
        [
            .. part.Index().Where(one => rows.ContainsKey(one.Item.Id)).Select(one => new DossierProcess(
                from + one.Index + 1, one.Item, rows[one.Item.Id], [.. known.Steps[one.Item.Id]], LinksOf(map, one.Item.Id))
            {
                Target = targets.GetValueOrDefault(one.Item.Id),
                Diagnosis = known.Diagnoses[one.Item.Id],
                Kept = known.Kept.GetValueOrDefault(one.Item.Id)?.Kept ?? [],
                Agreements = [.. agreements[one.Item.Id]],
                Decisions = [.. decisions[one.Item.Id]],
            }),
        ];
    }

    private static List<MapProcess> Chosen(WholeMap map, DossierChoice choice)
    {
        var asked = choice.Processes.ToHashSet();
        if (asked.Any(id => map.NumberOf(id) is null))
        {
            throw new NotFound();
        }

        return [.. map.Processes.Where(row => (asked.Count == 0 || asked.Contains(row.Id))
            && (choice.Domain is null || row.Domain == choice.Domain))];
    }

    private static IReadOnlyList<DossierLink> LinksOf(WholeMap map, Guid id)
    {
        var number = map.NumberOf(id) ?? throw new NotFound();
        return
        [
            .. map.Into[number]
                .Select(link => new DossierLink(IsFed: true, map.Processes[link.From].Name, link.Passes, link.Days)),
            .. map.OutOf[number]
                .Select(link => new DossierLink(IsFed: false, map.Processes[link.To].Name, link.Passes, link.Days)),
        ];
    }

    // Without what was agreed to, which is large: its hash tells it.
    private static async Task<IReadOnlyList<DossierAgreement>> AgreementsAsync(
        IQueryable<Agreement> rows, DossierNames names, CancellationToken token)
    {
        var found = await rows.AsNoTracking().OrderBy(row => row.AskedAt).ThenBy(row => row.Id)
            .Select(row => new
            {
                row.ProcessId,
                row.PersonId,
                row.PersonName,
                row.AskedAt,
                row.Answer,
                row.Remark,
                row.AnsweredAt,
                row.Hash
            })
            .ToListAsync(token);
        return found.ConvertAll(row => new DossierAgreement(
            row.ProcessId,
            row.PersonId is { } person ? names.Of(new MapName(person, row.PersonName)) : Texts.Agreement_Erased,
            row.AskedAt, row.Answer, names.AreShown ? row.Remark : null, row.AnsweredAt, row.Hash));
    }
}

/// <summary>What is known of every process, whichever are chosen.</summary>
internal sealed record DossierKnown(
    ILookup<Guid, StepFact> Steps, IReadOnlyDictionary<Guid, DiagnosedProcess> Diagnoses, IReadOnlyDictionary<Guid, ProcessFact> Kept);

/// <summary>Reads the steps, verdicts, kept rates and published targets that a process file shows.</summary>
public sealed class ReadDossierFacts(Db db, ReadSteps readSteps, ReadDiagnoses readDiagnoses, ReadProcessFacts readFacts,
    ReadTargetDiagram readDiagram)
{
    internal async Task<DossierKnown> RunAsync(CancellationToken token) => new(
        await readSteps.AllAsync(token),
        (await readDiagnoses.AllAsync(null, token)).ToDictionary(row => row.Id),
        await readFacts.RunAsync(ProcessFactPart.Kept, token));

    /// <summary>The published version of each, opened.</summary>
    internal async Task<IReadOnlyDictionary<Guid, DossierTarget>> TargetsAsync(IReadOnlyCollection<Guid> processes, CancellationToken token)
    {
        var rows = await db.Set<ProcessTarget>().AsNoTracking()
            .Where(row => processes.Contains(row.ProcessId) && row.State == TargetState.Published)
            .OrderByDescending(row => row.Number).ToListAsync(token);
        var all = new Dictionary<Guid, DossierTarget>();
        foreach (var version in rows.DistinctBy(row => row.ProcessId))
        {
            all[version.ProcessId] = new DossierTarget(version, await readDiagram.RunAsync(version, token));
        }

        return all;
    }
}
