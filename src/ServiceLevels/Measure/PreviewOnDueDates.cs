using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Says, while a schedule is edited, how many outcomes of the last twelve months its new version would change, and how the year would stand.</summary>
internal sealed class PreviewOnDueDates(ReadCompanyFacts readFacts, IClock clock) : IPreviewCommitment
{
    private const int Months = 12;

    public async Task<IReadOnlyList<string>> RunAsync(Guid? commitmentId, CommitmentPlace place, CommitmentTerms terms, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (commitmentId is not { } id || terms.Rule.Schedule is null || facts.Find(id) is not { IsClock: false } commitment)
        {
            return [];
        }

        var now = Judge(facts, commitment);
        var then = Judge(facts, With(facts, commitment, place, terms));
        var changed = now.Keys.Union(then.Keys).Count(key => OutcomesOf(now.GetValueOrDefault(key)) != OutcomesOf(then.GetValueOrDefault(key)));
        var year = new Tally();
        foreach (var item in then.Values)
        {
            year.Add(item);
        }

        return
        [
            changed == 0 ? Texts.Preview_NothingChanges : (changed == 1 ? Texts.Preview_ChangedOne : Texts.Preview_ChangedMany).With(changed),
            Texts.Preview_Year.With(year.OnTime()),
        ];
    }

    private Dictionary<string, JudgedOccurrence> Judge(CompanyFacts facts, CommitmentFacts commitment)
    {
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        return new JudgeOccurrences(facts, now).Run(commitment, current - Months + 1, current).ToDictionary(item => item.Key);
    }

    // The version that is tried comes after those that begin on the same day, as it would when saved.
    private static CommitmentFacts With(CompanyFacts facts, CommitmentFacts commitment, CommitmentPlace place, CommitmentTerms terms)
    {
        var days = BusinessDays.For(facts.HolidayZone);
        var tried = (Version: new VersionTerms(Guid.Empty, terms.EffectiveFrom, terms.Rule, []), Schedule: (Schedule?)new Schedule(terms.Rule.Schedule!, facts.Zone, days, facts.Dates));
        var all = commitment.Terms.Versions.Zip(commitment.Schedules, (version, schedule) => (Version: version, Schedule: schedule))
            .Append(tried).OrderBy(pair => pair.Version.EffectiveFrom).ToList();
        return commitment with
        {
            Terms = new MeasuredTerms(commitment.Id, commitment.Name, place.Performer, days, all.ConvertAll(pair => pair.Version)),
            Schedules = all.ConvertAll(pair => pair.Schedule),
        };
    }

    private static (Outcome?, Outcome?, Outcome?) OutcomesOf(JudgedOccurrence? item) => (item?.Declared.Outcome, item?.Evidenced.Outcome, item?.Proven.Outcome);
}
