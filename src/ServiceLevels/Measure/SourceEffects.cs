using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Says which outcomes of the commitments measured on a source would be different under other rules or without an import.</summary>
internal sealed class SourceEffects(Db db, ReadCases read, ReadCompanyFacts readFacts, CompareOutcomes compare, ImportEffectsCache cache) : IImportEffects
{
    /// <summary>Under other rules of who attests.</summary>
    public async Task<IReadOnlyList<string>> OfRulesAsync(Guid sourceId, SourceRules rules, CancellationToken token) =>
        Words(await CompareAsync(await readFacts.RunAsync(token), sourceId, terms => read.PreviewAsync(sourceId, rules, terms.AttributeNames, token), token), found: null);

    /// <summary>What one import brought, against how things would be without it: from memory when nothing that counts has changed, else from the events.</summary>
    public async Task<IReadOnlyList<string>> WithoutAsync(Import import, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (cache.Find(import.Id, facts) is not { } effects)
        {
            effects = await CompareAsync(facts, import.SourceId, terms => read.WithoutAsync(import.SourceId, import.Number, terms.AttributeNames, token), token);
            cache.Keep(import.Id, facts, effects);
        }

        var found = effects.Any(effect => effect.Changes.IsNothing) ? await ActivitiesAsync(import, token) : null;
        return Words([.. effects.Select(effect => effect with { Changes = effect.Changes.Reversed() })], found);
    }

    // What the columns of a table of cases say; in other files the activities are data.
    private async Task<IReadOnlyList<string>?> ActivitiesAsync(Import import, CancellationToken token)
    {
        var json = await db.Set<SourceVersion>().Where(row => row.SourceId == import.SourceId && row.Number == import.SourceVersion).Select(row => row.MappingJson).FirstOrDefaultAsync(token);
        return json is not null && TableMapping.FromJson(json) is { Shape: TableShape.Case } mapping ? [.. mapping.Dates.Select(date => date.Activity)] : null;
    }

    private async Task<IReadOnlyList<SourceEffect>> CompareAsync(CompanyFacts facts, Guid sourceId, Func<MeasuredTerms, Task<SourceCases>> otherwise, CancellationToken token)
    {
        var uses = await db.Set<SourceUse>().Where(row => row.SourceId == sourceId).Select(row => row.CommitmentId).ToListAsync(token);
        var effects = new List<SourceEffect>();
        foreach (var commitment in facts.Commitments.Where(row => uses.Contains(row.Terms.Id) && row.Terms.IsClock))
        {
            effects.Add(new(commitment.Terms.Name, WaitsFor(commitment.Terms), await compare.RunAsync(commitment.Terms, new Hypothesis { Source = await otherwise(commitment.Terms) }, token)));
        }

        return effects;
    }

    // The activities that begin and end its newest clock.
    private static IReadOnlyList<string> WaitsFor(MeasuredTerms terms) => terms.Versions[^1].Rule.Clock is { } clock
        ? [.. new[] { clock.Start, clock.Stop }.SelectMany(pattern => pattern.Alternatives).SelectMany(alternative => alternative.Parts).Where(part => part.Name == EventPattern.ActivityName).SelectMany(part => part.Values).Distinct()]
        : [];

    private static IReadOnlyList<string> Words(IReadOnlyList<SourceEffect> effects, IReadOnlyList<string>? found) =>
        effects.Count == 0 ? [Texts.Effect_NoCommitment] : [.. effects.SelectMany(effect => Words(effect, found))];

    // An import that changes nothing says what the commitment waits for and what the file calls things.
    private static string Nothing(SourceEffect effect, IReadOnlyList<string>? found)
    {
        var missing = effect.WaitsFor.Where(name => found?.Contains(name) == false).ToList();
        return missing.Count == 0 || found is null
            ? Texts.Effect_Nothing.With(effect.Commitment)
            : Texts.Effect_NothingFor.With(effect.Commitment, string.Join(", ", missing.Select(name => Texts.Effect_Quoted.With(name))), string.Join(", ", found.Select(name => Texts.Effect_Quoted.With(name))));
    }

    private static IEnumerable<string> Words(SourceEffect effect, IReadOnlyList<string>? found)
    {
        var (name, changes) = (effect.Commitment, effect.Changes);
        if (changes.IsNothing)
        {
            yield return Nothing(effect, found);
            yield break;
        }

        (int Count, string Words)[] parts = [(changes.Added, Texts.Effect_More), (changes.Removed, Texts.Effect_Fewer), (changes.Changed, Texts.Effect_Other)];
        yield return Texts.Effect_Cases.With(name, string.Join(", ", parts.Where(part => part.Count > 0).Select(part => part.Words.With(part.Count))));
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

/// <summary>What would change in the outcomes of one commitment.</summary>
internal sealed record SourceEffect(string Commitment, IReadOnlyList<string> WaitsFor, OutcomeChanges Changes);
