using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Flows.Doers;

/// <summary>Says who does the steps of a source; saying nothing of a step again leaves it to be deduced.</summary>
public sealed class SayDoers(Db db)
{
    /// <param name="sourceId">The source.</param>
    /// <param name="steps">The steps that are spoken of; all others stay as they are.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="NotFound">There is no such source, or it tells of no such step.</exception>
    /// <exception cref="Refused">It would be said of more steps than are kept.</exception>
    public async Task RunAsync(Guid sourceId, IReadOnlyCollection<SaidStep> steps, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == sourceId, token) ?? throw new NotFound();
        var said = await db.Set<StepDoer>().Where(row => row.SourceId == sourceId).ToDictionaryAsync(row => row.Activity, StringComparer.Ordinal, token);
        var changes = steps.DistinctBy(step => step.Activity).Select(step => (step.Activity, Before: said.GetValueOrDefault(step.Activity)?.Doer, Now: step.Doer)).Where(step => step.Before != step.Now).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        await MustBeStepsAsync(source, [.. changes.Select(change => change.Activity)], token);
        if (said.Count + changes.Count(change => change.Before is null) - changes.Count(change => change.Now is null) > StepDoer.MaxSteps)
        {
            throw new Refused(Texts.Doers_TooMany.With(StepDoer.MaxSteps));
        }

        foreach (var change in changes)
        {
            Change(sourceId, said.GetValueOrDefault(change.Activity), change.Activity, change.Now);
        }

        db.Record("StepDoersSaid", new SubjectRef(EvidenceSource.Kind, sourceId), new { source.Name, Steps = changes.Select(change => new { change.Activity, Before = change.Before?.ToString(), Now = change.Now?.ToString() }) });
        await db.SaveChangesAsync(token);
    }

    private void Change(Guid sourceId, StepDoer? known, string activity, Doer? doer)
    {
        switch (known, doer)
        {
            case (null, { } first):
                db.Add(StepDoer.Create(sourceId, activity, first));
                break;
            case ({ } row, { } other):
                row.Say(other);
                break;
            case ({ } row, null):
                db.Remove(row);
                break;
        }
    }

    private async Task MustBeStepsAsync(EvidenceSource source, List<string> activities, CancellationToken token)
    {
        if (await db.Set<StoredWord>().CountAsync(word => word.Source == source.Number && activities.Contains(word.Text), token) < activities.Count)
        {
            throw new NotFound();
        }
    }
}

/// <summary>What is said of one step.</summary>
/// <param name="Doer">Null leaves it to be deduced.</param>
public sealed record SaidStep(string Activity, Doer? Doer);
