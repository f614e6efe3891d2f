using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Evidence.Events;
using Pupitre.ServiceLevels.Evidence.Imports;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Evidence.Sources;

/// <summary>Says which outcomes of the commitments measured on a source would be different under other rules or without an import.</summary>
internal sealed class SourceEffects(Db db, ReadCases read, ReadCompanyFacts readFacts, CompareOutcomes compare)
{
    /// <summary>Under other rules of who attests.</summary>
    public Task<IReadOnlyList<string>> OfRulesAsync(Guid sourceId, SourceRules rules, CancellationToken token) =>
        RunAsync(sourceId, terms => read.PreviewAsync(sourceId, rules, terms.AttributeNames, token), token);

    /// <summary>Without one import.</summary>
    public Task<IReadOnlyList<string>> WithoutAsync(Import import, CancellationToken token) =>
        RunAsync(import.SourceId, terms => read.WithoutAsync(import.SourceId, import.Number, terms.AttributeNames, token), token);

    private async Task<IReadOnlyList<string>> RunAsync(Guid sourceId, Func<MeasuredTerms, Task<SourceCases>> otherwise, CancellationToken token)
    {
        var uses = await db.Set<SourceUse>().Where(row => row.SourceId == sourceId).Select(row => row.CommitmentId).ToListAsync(token);
        if (uses.Count == 0)
        {
            return [Texts.Effect_NoCommitment];
        }

        var effects = new List<string>();
        foreach (var commitment in (await readFacts.RunAsync(token)).Commitments.Where(row => uses.Contains(row.Terms.Id) && row.Terms.IsClock))
        {
            var changes = await compare.RunAsync(commitment.Terms, new Hypothesis { Source = await otherwise(commitment.Terms) }, token);
            effects.AddRange(Words(commitment.Terms.Name, changes));
        }

        return effects;
    }

    private static IEnumerable<string> Words(string name, OutcomeChanges changes)
    {
        if (changes.IsNothing)
        {
            yield return Texts.Effect_Nothing.With(name);
            yield break;
        }

        yield return Texts.Effect_Cases.With(name, changes.Added, changes.Removed, changes.Changed);
        foreach (var step in changes.Steps)
        {
            yield return Texts.Effect_Step.With(step.Count, step.From.Text(), step.To.Text(), Reading(step.Reading));
        }
    }

    private static string Reading(Reading reading) => reading switch
    {
        Kernel.Commitments.Reading.Declared => Texts.Effect_Declared,
        Kernel.Commitments.Reading.Evidenced => Texts.Effect_Evidenced,
        _ => Texts.Effect_Proven,
    };
}
