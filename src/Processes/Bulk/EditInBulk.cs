using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Bulk;

/// <summary>Changes several processes at once: says what would change, does it if that is still so, and knows how to put it back.</summary>
public sealed class EditInBulk(Db db, NamePerson people, IClock clock)
{
    /// <exception cref="NotFound">The company has no such process or person.</exception>
    public async Task<BulkPlan> PlanAsync(BulkInput input, CancellationToken token)
    {
        var rows = await RowsAsync(input.Processes, token);
        return await PlanAsync(input, rows, token);
    }

    /// <returns>What was done, with what each process was before; nothing when it would not be what was shown.</returns>
    /// <exception cref="NotFound">The company has no such process or person.</exception>
    public async Task<IReadOnlyList<BulkUndo>?> RunAsync(BulkInput input, string digest, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var rows = await RowsAsync(input.Processes, token);
        var plan = await PlanAsync(input, rows, token);
        if (plan.Digest() != digest)
        {
            return null;
        }

        var changed = plan.Rows.Where(row => row.IsChanged).Select(row => row.Id).ToHashSet();
        var before = rows.Where(row => changed.Contains(row.Id)).Select(row => (Row: row, Was: BulkState.Of(row))).ToList();
        foreach (var (row, was) in before)
        {
            Become(row, Wanted(was, input));
        }

        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
        return before.ConvertAll(pair => new BulkUndo(pair.Row.Id, pair.Row.Version, pair.Was));
    }

    /// <summary>Puts back what was, process by process; one that somebody changed since stays as they left it.</summary>
    /// <returns>Each process that stays, by name.</returns>
    /// <exception cref="NotFound">The company has no such process.</exception>
    public async Task<IReadOnlyList<string>> UndoAsync(IReadOnlyList<BulkUndo> undo, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var rows = (await RowsAsync([.. undo.Select(one => one.Id)], token)).ToDictionary(row => row.Id);
        var persons = undo.SelectMany(one => new[] { one.Was.PilotId, one.Was.DeputyId }).OfType<Guid>().Distinct().ToList();
        var there = await db.Set<Person>().Where(row => row.SideId == null && persons.Contains(row.Id)).Select(row => row.Id)
            .ToListAsync(token);
        var again = await TakenAgain.FindAsync(
            db, [.. undo.Where(one => !one.Was.IsArchived && rows[one.Id].IsArchived).Select(one => rows[one.Id])], token);
        var kept = new List<string>();
        foreach (var one in undo)
        {
            var row = rows[one.Id];
            var standsInForThemselves = one.Was.PilotId is not null && one.Was.PilotId == one.Was.DeputyId;
            if (row.Version != one.Version || standsInForThemselves || again.ContainsKey(row.Id) || !one.Was.People.All(there.Contains))
            {
                kept.Add(row.Name);
                continue;
            }

            Become(row, one.Was);
        }

        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
        return kept;
    }

    private async Task<List<Process>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken token)
    {
        var rows = await db.Set<Process>().Include(row => row.Pilot).Include(row => row.Deputy).Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.FoldedName).ThenBy(row => row.Id).ToListAsync(token);
        return rows.Count == ids.Count ? rows : throw new NotFound();
    }

    private async Task<BulkPlan> PlanAsync(BulkInput input, List<Process> rows, CancellationToken token)
    {
        var names = (await people.ChoicesAsync(token)).ToDictionary(choice => Guid.Parse(choice.Value), choice => choice.Text);
        if (new[] { input.PilotId, input.DeputyId }.Any(id => id is { } person && person != Guid.Empty && !names.ContainsKey(person)))
        {
            throw new NotFound();
        }

        var back = input.IsArchived == false ? rows.FindAll(row => row.IsArchived) : [];
        var again = await TakenAgain.FindAsync(db, back, token);
        return new BulkPlan([.. rows.Select(row =>
        {
            var was = BulkState.Of(row);
            var wanted = Wanted(was, input);
            return new BulkRow(
                row.Id, row.Name, row.Version, BulkWords.Changes(was, wanted, id => NameOf(row, id, names)),
                wanted.PilotId is { } pilot && pilot == wanted.DeputyId ? Texts.Process_DeputyIsPilot
                    : again.TryGetValue(row.Id, out var other) ? TakenAgain.Say(row.Name, other) : null);
        })]);
    }

    private static string NameOf(Process row, Guid id, Dictionary<Guid, string> names) =>
        names.GetValueOrDefault(id) ?? (row.Pilot?.Id == id ? row.Pilot.Name : row.Deputy?.Id == id ? row.Deputy.Name : "");

    private static BulkState Wanted(BulkState was, BulkInput input) => new(
        input.Domain ?? was.Domain,
        input.Criticality ?? was.Criticality,
        input.PilotId is { } pilot ? (pilot == Guid.Empty ? null : pilot) : was.PilotId,
        input.DeputyId is { } deputy ? (deputy == Guid.Empty ? null : deputy) : was.DeputyId,
        input.Sensitive ?? was.Sensitive,
        input.IsArchived ?? was.IsArchived);

    // One line of history each; another one where it leaves or enters the inventory.
    private void Become(Process row, BulkState wanted)
    {
        var was = BulkState.Of(row);
        if (wanted with { IsArchived = was.IsArchived } != was)
        {
            row.Sort(wanted.Domain, wanted.Criticality, wanted.Sensitive);
            row.LeadBy(wanted.PilotId, wanted.DeputyId);
            db.Record("ProcessEdited", row.Ref, new { row.Name, Domain = row.Domain.ToString() });
        }

        if (wanted.IsArchived && !was.IsArchived)
        {
            row.Archive(clock.GetCurrentInstant());
            db.Record("ProcessArchived", row.Ref, new { row.Name });
        }
        else if (was.IsArchived && !wanted.IsArchived)
        {
            row.Restore();
            db.Record("ProcessRestored", row.Ref, new { row.Name });
        }
    }
}
