using NodaTime;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>
/// The scorecards of companies that were looked at lately, for as long as they are what would be computed: until something that counts is
/// written, a due date passes, or a day ends. All of it can be thrown away.
/// </summary>
public sealed class ScorecardsCache
{
    private const int MaxCompanies = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid Company, string Language), Known> _known = [];

    internal IReadOnlyList<ContractScorecard>? Find(Guid company, string language, CompanyFacts facts, Instant now)
    {
        lock (_lock)
        {
            return _known.TryGetValue((company, language), out var known) && ReferenceEquals(known.Facts, facts) && known.From <= now && now < known.Until ? known.All : null;
        }
    }

    internal void Keep(Guid company, string language, CompanyFacts facts, Instant now, IReadOnlyList<ContractScorecard> all)
    {
        var known = new Known(facts, now, JudgedOccurrence.SameUntil(all.SelectMany(contract => contract.Cards).SelectMany(card => card.Occurrences), facts.Zone, now), all);
        lock (_lock)
        {
            if (_known.Count >= MaxCompanies)
            {
                _known.Clear();
            }

            _known[(company, language)] = known;
        }
    }

    private sealed record Known(CompanyFacts Facts, Instant From, Instant Until, IReadOnlyList<ContractScorecard> All);
}
