using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Lots;

/// <summary>
/// Puts a process one place up or down by hand. From then on the order is the company's own: every process gets a place, and what has to
/// come before still does.
/// </summary>
public sealed class MoveLot(Db db, ReadLots read)
{
    /// <exception cref="NotFound">The process is not among those to move.</exception>
    public async Task RunAsync(Guid processId, bool isUp, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var view = await read.RunAsync(token);
        var order = view.In.ToList();
        var at = order.FindIndex(line => line.Id == processId);
        if (at < 0)
        {
            throw new NotFound();
        }

        var other = isUp ? at - 1 : at + 1;
        if (other < 0 || other >= order.Count)
        {
            return;
        }

        (order[at], order[other]) = (order[other], order[at]);
        await StandAsync(order, token);
        db.Record("LotMoved", new SubjectRef(Process.Kind, processId), new { order[other].Name, Place = other + 1 });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }

    private async Task StandAsync(List<LotLine> order, CancellationToken token)
    {
        var choices = await db.Set<LotChoice>().ToDictionaryAsync(row => row.ProcessId, token);
        foreach (var (place, line) in order.Index())
        {
            if (!choices.TryGetValue(line.Id, out var choice))
            {
                choice = LotChoice.Create(line.Id);
                db.Add(choice);
            }

            choice.Stand(place + 1);
        }

        var plan = await db.Set<LotPlan>().SingleOrDefaultAsync(token);
        if (plan is null)
        {
            plan = LotPlan.Create();
            db.Add(plan);
        }

        plan.GoByHand(byHand: true);
    }
}

/// <summary>Lets the computed order count again, or the company's own: its places are kept meanwhile.</summary>
public sealed class ChooseLotOrder(Db db)
{
    public async Task RunAsync(bool byHand, CancellationToken token)
    {
        WholeCompany.Require(db);
        await using var turn = await db.BeginAloneAsync(token);
        if (await db.Set<LotPlan>().SingleOrDefaultAsync(token) is not { } plan || plan.IsByHand == byHand)
        {
            return;
        }

        plan.GoByHand(byHand);
        db.Record(byHand ? "LotOrderResumed" : "LotOrderDropped", plan.Ref,
            new { Count = await db.Set<LotChoice>().CountAsync(row => row.Place != null, token) });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
