using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Events;

/// <summary>Names of the activities and transitions in the events kept last, offered while a clock is written.</summary>
public sealed class ReadSeenEvents(Db db) : ISeenEvents
{
    /// <summary>Enough to see every name of a log, few enough for a page.</summary>
    private const int MostEvents = 20_000;

    private const int MostNames = 300;

    private const long KeysPerSource = EvidenceKeys.MaxPlace + 1;

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken token)
    {
        var (activities, transitions) = await NamesAsync(token);
        return [.. activities, .. transitions.Select(name => EventPattern.TransitionName + "=" + name)];
    }

    /// <summary>The activities alone, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> ActivitiesAsync(CancellationToken token) => (await NamesAsync(token)).Activities;

    private async Task<(IReadOnlyList<string> Activities, IReadOnlyList<string> Transitions)> NamesAsync(CancellationToken token)
    {
        var sources = db.Set<EvidenceSource>();
        var events = await db.Set<StoredEvent>().AsNoTracking()
            .Where(row => row.Id >= sources.Min(source => (long)source.Number) * KeysPerSource && row.Id < (sources.Max(source => (long)source.Number) + 1) * KeysPerSource)
            .OrderByDescending(row => row.Id).Take(MostEvents)
            .Select(row => new { row.Id, row.Activity, row.Transition }).ToListAsync(token);
        var activities = events.Select(row => (Source: EvidenceKeys.SourceOf(row.Id), Number: row.Activity)).Distinct().Take(MostNames).ToList();
        var transitions = events.Select(row => (Source: EvidenceKeys.SourceOf(row.Id), Number: row.Transition)).Distinct().Take(MostNames).ToList();
        var wanted = activities.Concat(transitions).Select(word => word.Number).Distinct().ToList();
        var words = await db.Set<StoredWord>().AsNoTracking().Where(row => wanted.Contains(row.Number))
            .ToDictionaryAsync(row => (row.Source, row.Number), row => row.Text, token);
        return (Named(activities), Named(transitions));

        IReadOnlyList<string> Named(List<(int Source, int Number)> numbers) =>
            [.. numbers.Where(words.ContainsKey).Select(word => words[word]).Distinct().Order(StringComparer.CurrentCulture)];
    }
}
