using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Steps;

/// <summary>Says the steps of a process, all of them: a step that keeps its key is changed, one that is missing is taken away.</summary>
public sealed class SaveSteps(Db db)
{
    public async Task<StepsInput> PrepareAsync(Guid processId, CancellationToken token)
    {
        var version = await db.Set<Process>().Where(row => row.Id == processId).Select(row => (long?)row.Version).SingleOrDefaultAsync(token) ?? throw new NotFound();
        var steps = await db.Set<ProcessStep>().AsNoTracking().Where(row => row.ProcessId == processId).OrderBy(row => row.Number)
            .Select(row => new StepInput
            {
                Id = row.Id,
                Place = row.Number,
                Name = row.Name,
                Role = row.Role,
                Tool = db.Set<Tool>().Where(tool => tool.Id == row.ToolId).Select(tool => tool.Name).FirstOrDefault(),
                Minutes = row.Minutes,
                WaitHours = row.WaitHours,
                SharePercent = row.SharePercent,
                DocumentsIn = row.DocumentsIn,
                DocumentsOut = row.DocumentsOut,
            }).ToListAsync(token);
        return new StepsInput { ProcessId = processId, Version = version, Steps = steps };
    }

    /// <exception cref="Refused">A step breaks a rule; the field is named.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the process or its steps since the form was opened.</exception>
    public async Task RunAsync(StepsInput input, CancellationToken token)
    {
        if (StepRules.Check(input.Steps) is [var first, ..])
        {
            throw new Refused(first.Message, $"Steps[{first.Row}].{first.Field}");
        }

        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token) ?? throw new NotFound();
        if (process.IsArchived)
        {
            throw new Refused(Texts.Step_ProcessArchived.With(process.Name));
        }

        db.Entry(process).Property(row => row.Version).OriginalValue = input.Version;
        Write(process, input.Steps, await db.Set<ProcessStep>().Where(row => row.ProcessId == process.Id).ToListAsync(token), await NamedTools.ReadAsync(db, token));
        await db.SaveChangesAsync(token);
    }

    /// <summary>Puts the steps into the current unit of work, with their line of history.</summary>
    /// <param name="process">Whose they are.</param>
    /// <param name="steps">All of them.</param>
    /// <param name="now">The steps that it has now, read into the same unit of work.</param>
    /// <param name="tools">The tools of the company.</param>
    public void Write(Process process, IReadOnlyList<StepInput> steps, IReadOnlyList<ProcessStep> now, NamedTools tools)
    {
        var there = now.ToDictionary(row => row.Id);
        var ordered = StepRules.InOrder(steps);
        foreach (var (place, input) in ordered.Index())
        {
            if (!there.Remove(input.Id, out var step))
            {
                step = ProcessStep.Create(process.Id);
                db.Add(step);
            }

            step.Describe(place + 1, input, tools.Of(input.Tool));
        }

        db.RemoveRange(there.Values);
        if (db.Entry(process).State == EntityState.Unchanged)
        {
            db.Entry(process).State = EntityState.Modified;
        }

        db.Record("ProcessStepsChanged", process.Ref, new { process.Name, ordered.Count });
    }
}
