using Pupitre.Kernel;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Says, while a clock is edited, how many outcomes of the cases present its new version would change.</summary>
internal sealed class PreviewOnCases(ReadCompanyFacts readFacts, CompareOutcomes compare) : IPreviewCommitment
{
    public async Task<IReadOnlyList<string>> RunAsync(Guid? commitmentId, CommitmentPlace place, CommitmentTerms terms, CancellationToken token)
    {
        if (commitmentId is not { } id || terms.Rule.Clock is null || (await readFacts.RunAsync(token)).Find(id) is not { } facts || !facts.Terms.IsClock)
        {
            return [];
        }

        var same = facts.Row.Versions.FirstOrDefault(version => version.CalendarId == terms.CalendarId);
        var calendars = facts.Terms.Versions.FirstOrDefault(version => version.Id == same?.Id)?.Calendars;
        if (calendars is null)
        {
            return [];
        }

        var versions = facts.Terms.Versions.Append(new VersionTerms(Guid.CreateVersion7(), terms.EffectiveFrom, terms.Rule, calendars))
            .OrderBy(version => version.EffectiveFrom).ToList();
        var changes = await compare.RunAsync(facts.Terms, new Hypothesis { Terms = new MeasuredTerms(id, facts.Terms.Name, place.Performer, facts.Terms.Days, versions) }, token);
        return [changes.IsNothing ? Texts.Preview_NothingChanges : (changes.Changed < 2 ? Texts.Preview_ChangedOne : Texts.Preview_ChangedMany).With(changes.Changed)];
    }
}
