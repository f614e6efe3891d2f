using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Shows what the fields of the sentence would mean, and saves nothing.</summary>
public sealed class PreviewCommitment(Db db, CommitmentChecks checks, ExampleDates examples, IEnumerable<IPreviewCommitment> measures)
{
    public async Task<Result> RunAsync(CommitmentInput input, CancellationToken token)
    {
        var (place, terms) = await checks.RunAsync(input, token);
        var known = await db.Set<Commitment>().AsNoTracking().AnyAsync(row => row.Id == input.Id, token);
        var onData = new List<string>();
        foreach (var measure in measures)
        {
            onData.AddRange(await measure.RunAsync(known ? input.Id : null, place, terms, token));
        }

        return new Result(await SentenceAsync(input, place, terms, token), await examples.RunAsync(terms.Rule, terms.CalendarId, token), onData);
    }

    private async Task<Sentence> SentenceAsync(CommitmentInput input, CommitmentPlace place, CommitmentTerms terms, CancellationToken token)
    {
        var names = await db.Set<Provider>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, token);
        var before = input.PrerequisiteId is { } key ? await db.Set<Commitment>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == key, token) : null;
        return CommitmentSentence.Of(terms.Rule, new CommitmentWords
        {
            Performer = place.Performer,
            ProviderName = place.ProviderId is { } provider ? names.GetValueOrDefault(provider) : null,
            Action = terms.Action,
            TemplateNumber = input.TemplateNumber,
            Condition = before is null ? null : new ConditionWords(before.Name, before.Performer, before.ProviderId is { } other ? names.GetValueOrDefault(other) : null, before.TemplateNumber),
        });
    }

    /// <summary>The commitment in words, on dates, and on the data present.</summary>
    public sealed record Result(Sentence Sentence, IReadOnlyList<ExampleLine> Examples, IReadOnlyList<string> OnData);
}
