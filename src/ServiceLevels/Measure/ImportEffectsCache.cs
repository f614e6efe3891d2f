using System.Collections.Immutable;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What the imports that were looked at lately changed, in memory. All of it can be thrown away: each entry holds the stamp of what it
/// was computed from, and another stamp does not find it.
/// </summary>
internal sealed class ImportEffectsCache
{
    private const int MaxImports = 500;

    private ImmutableDictionary<Guid, Entry> _entries = ImmutableDictionary<Guid, Entry>.Empty;

    public IReadOnlyList<SourceEffect>? Find(Guid importId, CompanyFacts facts) =>
        _entries.TryGetValue(importId, out var known) && known.Key == KeyOf(facts) ? known.Effects : null;

    public void Keep(Guid importId, CompanyFacts facts, IReadOnlyList<SourceEffect> effects) => ImmutableInterlocked.Update(
        ref _entries,
        (entries, entry) => (entries.Count < MaxImports ? entries : ImmutableDictionary<Guid, Entry>.Empty).SetItem(importId, entry),
        new Entry(KeyOf(facts), effects));

    private static string KeyOf(CompanyFacts facts) => $"{facts.Zone.Id} {facts.HolidayZone} {facts.Stamp.Terms} | {facts.Stamp.Evidence}";

    private sealed record Entry(string Key, IReadOnlyList<SourceEffect> Effects);
}
