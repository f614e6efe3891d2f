using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Costs;

/// <summary>Says what a process costs today where the map does not, or says it less well.</summary>
public sealed class SaveCosts(Db db)
{
    public async Task<CostsInput> PrepareAsync(Guid processId, CancellationToken token)
    {
        var row = await db.Set<CostStudy>().AsNoTracking().SingleOrDefaultAsync(known => known.ProcessId == processId, token);
        return new CostsInput
        {
            ProcessId = processId,
            Version = row?.Version ?? 0,
            Figures = EstimateInput.Of(CostInputs.OfNow, Estimates.Read(row?.Figures)),
        };
    }

    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">A figure is none, or the process is archived.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved them since the form was opened.</exception>
    public async Task RunAsync(CostsInput input, CancellationToken token)
    {
        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token)
            ?? throw new NotFound();
        if (process.IsArchived)
        {
            throw new Refused(Texts.Diagnosis_Archived.With(process.Name));
        }

        EstimateInput.Check(input.Figures);
        await using var turn = await db.BeginAloneAsync(token);
        var row = await db.Set<CostStudy>().SingleOrDefaultAsync(known => known.ProcessId == process.Id, token);
        if ((row?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (row is null)
        {
            row = CostStudy.Create(process.Id);
            db.Add(row);
        }

        row.Say(EstimateInput.Read(input.Figures.Where(figure => CostInputs.OfNow.Contains(figure.Input))));
        db.Record("CostsSaid", process.Ref, new { process.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
