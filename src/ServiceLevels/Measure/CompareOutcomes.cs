using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What would change if something were otherwise: an import withdrawn, who attests corrected, a version of the commitment changed.
/// Both sides are measured in full, so that the preview and what happens afterwards are the same figures.
/// </summary>
public sealed class CompareOutcomes(Tenant tenant, MeasureCommitment measure, ReadAdjustments readAdjustments)
{
    /// <summary>Measures a clock commitment as things are and as they would be.</summary>
    /// <param name="terms">The commitment as it is.</param>
    /// <param name="otherwise">What would be different.</param>
    /// <param name="token">Stops it.</param>
    public async Task<OutcomeChanges> RunAsync(MeasuredTerms terms, Hypothesis otherwise, CancellationToken token)
    {
        var now = await measure.RunAsync(terms, token);
        var sources = await measure.SourcesAsync(terms, token);
        var replaced = otherwise.Source is { } other
            ? [.. sources.Where(source => source.SourceId != other.SourceId), other]
            : sources;
        var adjustments = await readAdjustments.RunAsync(token);
        var then = new MeasureCases(otherwise.Terms ?? terms, tenant.Zone, adjustments).Run(replaced);
        return OutcomeChanges.Between(now, then);
    }
}

/// <summary>What would be different from how things are.</summary>
public sealed record Hypothesis
{
    /// <summary>A source as it would be, in place of the one of the same key: without an import, with other rules of who attests.</summary>
    public SourceCases? Source { get; init; }

    /// <summary>The commitment as it would be.</summary>
    public MeasuredTerms? Terms { get; init; }
}

/// <summary>What changes from one measure to another.</summary>
/// <param name="Added">Cases that only the second has.</param>
/// <param name="Removed">Cases that only the first has.</param>
/// <param name="Changed">Cases whose outcome is not the same in at least one reading.</param>
/// <param name="Steps">How many go from which outcome to which, all declarations counted and with proof only.</param>
public sealed record OutcomeChanges(int Added, int Removed, int Changed, IReadOnlyList<OutcomeStep> Steps)
{
    public bool IsNothing => Added + Removed + Changed == 0;

    /// <summary>The same, seen from the second measure.</summary>
    public OutcomeChanges Reversed() => new(Removed, Added, Changed, [.. Steps.Select(step => step with { From = step.To, To = step.From })]);

    /// <summary>Compares two measures of the same commitment, case by case.</summary>
    public static OutcomeChanges Between(MeasuredCases before, MeasuredCases after)
    {
        var old = before.Cases.ToDictionary(item => item.CaseKey);
        var steps = new Dictionary<(Reading, Outcome, Outcome), int>();
        var (added, changed) = (0, 0);
        foreach (var item in after.Cases)
        {
            if (!old.Remove(item.CaseKey, out var was))
            {
                added++;
                continue;
            }

            var isChanged = false;
            foreach (var reading in Readings.All.Where(reading => was[reading].Outcome != item[reading].Outcome))
            {
                isChanged = true;
                var step = (reading, was[reading].Outcome, item[reading].Outcome);
                steps[step] = steps.GetValueOrDefault(step) + 1;
            }

            changed += isChanged ? 1 : 0;
        }

        var ordered = steps.OrderBy(step => step.Key.Item1).ThenByDescending(step => step.Value)
            .Select(step => new OutcomeStep(step.Key.Item1, step.Key.Item2, step.Key.Item3, step.Value));
        return new OutcomeChanges(added, old.Count, changed, [.. ordered]);
    }
}

/// <summary>So many cases go from one outcome to another in a reading.</summary>
public sealed record OutcomeStep(Reading Reading, Outcome From, Outcome To, int Count);
