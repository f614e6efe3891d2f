using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.ToolUses;

/// <summary>Takes a tool that nothing uses out of the list.</summary>
public sealed class RemoveTool(Db db)
{
    /// <exception cref="NotFound">The company has no such tool.</exception>
    /// <exception cref="Refused">Something is done with it.</exception>
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var tool = await db.Set<Tool>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (await db.Set<ProcessStep>().AnyAsync(row => row.ToolId == id, token)
            || await db.Set<Rekeying>().AnyAsync(row => row.FromToolId == id || row.ToToolId == id, token))
        {
            throw new Refused(Texts.Tool_InUse.With(tool.Name));
        }

        db.Remove(tool);
        db.Record("ToolRemoved", tool.Ref, new { tool.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}

/// <summary>Makes one tool of two: what was done with one is done with the other, and the first leaves the list.</summary>
public sealed class MergeTool(Db db)
{
    /// <returns>The tool that stays.</returns>
    /// <exception cref="NotFound">The company has no such tool.</exception>
    /// <exception cref="Refused">No other tool is named, or something would be typed from a tool into itself.</exception>
    public async Task<Tool> RunAsync(Guid id, Guid? into, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var tool = await db.Set<Tool>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (into is not { } other || other == id)
        {
            throw new Refused(Texts.Tool_IntoMissing);
        }

        var kept = await db.Set<Tool>().SingleOrDefaultAsync(row => row.Id == other, token) ?? throw new NotFound();
        var rekeyings = await db.Set<Rekeying>().Where(row => row.FromToolId == id || row.ToToolId == id).ToListAsync(token);
        await RefuseAsync(rekeyings, id, other, kept, token);
        foreach (var rekeying in rekeyings)
        {
            rekeying.Between(rekeying.FromToolId == id ? other : rekeying.FromToolId, rekeying.ToToolId == id ? other : rekeying.ToToolId);
        }

        foreach (var step in await db.Set<ProcessStep>().Where(row => row.ToolId == id).ToListAsync(token))
        {
            step.DoneWith(other);
        }

        db.Remove(tool);
        db.Record("ToolMerged", kept.Ref, new { tool.Name, Into = kept.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
        return kept;
    }

    // Typed from a tool into itself is nothing that anybody does: whoever merges says first what becomes of it.
    private async Task RefuseAsync(List<Rekeying> rekeyings, Guid id, Guid other, Tool kept, CancellationToken token)
    {
        var between = rekeyings.Find(row => (row.FromToolId == id ? row.ToToolId : row.FromToolId) == other);
        if (between is not null)
        {
            var process = await db.Set<Process>().Where(row => row.Id == between.ProcessId).Select(row => row.Name).SingleAsync(token);
            throw new Refused(Texts.Tool_WouldRekeyItself.With(kept.Name, process));
        }
    }
}
