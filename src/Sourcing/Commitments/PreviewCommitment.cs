using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Calendars;
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

        return new Result(await SentenceAsync(input, terms.Rule, token), await examples.RunAsync(terms.Rule, terms.CalendarId, token), onData);
    }

    /// <summary>What the sentence alone says, while the rest of the form is not filled yet; null when it is not whole.</summary>
    public async Task<Result?> SketchAsync(CommitmentInput input, CancellationToken token)
    {
        var errors = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), errors, validateAllProperties: true);
        errors.AddRange(input.Validate(new ValidationContext(input)));
        if (errors.SelectMany(error => error.MemberNames).Any(name => !_besides.Contains(name)) || !await db.Set<CompanyCalendar>().AnyAsync(row => row.Id == input.CalendarId, token))
        {
            return null;
        }

        try
        {
            var rule = input.ToRule();
            return new Result(await SentenceAsync(input, rule, token), await examples.RunAsync(rule, input.CalendarId!.Value, token), []) { IsSketch = true };
        }
        catch (Refused)
        {
            // What is wrong stands beside its field already.
            return null;
        }
    }

    private static readonly FrozenSet<string> _besides =
    [
        nameof(CommitmentInput.Name), nameof(CommitmentInput.ProcessId), nameof(CommitmentInput.Action), nameof(CommitmentInput.UnitOne), nameof(CommitmentInput.UnitMany),
        nameof(CommitmentInput.TargetPercent), nameof(CommitmentInput.EffectiveFrom), nameof(CommitmentInput.Reason),
            nameof(CommitmentInput.ObservedUntil),
    ];

    private async Task<Sentence> SentenceAsync(CommitmentInput input, CommitmentRule rule, CancellationToken token)
    {
        var names = await db.Set<Provider>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, token);
        var before = input.PrerequisiteId is { } key ? await db.Set<Commitment>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == key, token) : null;
        return CommitmentSentence.Of(rule, new CommitmentWords
        {
            Performer = input.Performer,
            ProviderName = input.ProviderId is { } provider ? names.GetValueOrDefault(provider) : null,
            Action = string.IsNullOrWhiteSpace(input.Action) ? Texts.Glue_DoesSomething : input.Action.Trim(),
            TemplateNumber = input.TemplateNumber,
            Condition = before is null ? null : new ConditionWords(before.Name, before.Performer, before.ProviderId is { } other ? names.GetValueOrDefault(other) : null, before.TemplateNumber),
        });
    }

    /// <summary>The commitment in words, on dates, and on the data present.</summary>
    public sealed record Result(Sentence Sentence, IReadOnlyList<ExampleLine> Examples, IReadOnlyList<string> OnData)
    {
        /// <summary>Only the sentence was looked at: of the data present nothing is known.</summary>
        public bool IsSketch { get; init; }
    }
}
