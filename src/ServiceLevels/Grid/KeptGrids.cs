using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>
/// The grids that were looked at lately, for as long as they are what would be computed: until something that counts is written, a due date
/// passes, or a day ends. They go with the facts that they were made of.
/// </summary>
public sealed class KeptGrids
{
    private readonly ConditionalWeakTable<CompanyFacts, ConcurrentDictionary<GridFilter, Known>> _all = [];

    internal GridView? Find(CompanyFacts facts, GridFilter filter, Instant now) =>
        _all.TryGetValue(facts, out var grids) && grids.TryGetValue(filter, out var known) && known.From <= now && now < known.Until ? known.View : null;

    internal void Keep(CompanyFacts facts, GridFilter filter, Instant now, GridView view)
    {
        // An address may ask for a provider that does not exist: there is no end of those.
        if (filter.ProviderId is null || facts.Providers.Any(row => row.Id == filter.ProviderId))
        {
            var until = JudgedOccurrence.SameUntil(view.Rows.SelectMany(row => row.Cells).Select(cell => cell.Occurrence).OfType<JudgedOccurrence>(), facts.Zone, now);
            _all.GetOrCreateValue(facts)[filter] = new Known(now, until, view);
        }
    }

    private sealed record Known(Instant From, Instant Until, GridView View);
}
