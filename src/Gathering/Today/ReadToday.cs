using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Today;

/// <summary>What stands under one heading, the oldest day first; what has no day last.</summary>
/// <param name="Count">How many things the lines stand for.</param>
public sealed record TodayGroup(Urgency Urgency, IReadOnlyList<TodayLine> Lines, int Count);

/// <summary>Asks all modules what the person has to do today.</summary>
public sealed class ReadToday(Tenant tenant, IEnumerable<IToday> all)
{
    /// <summary>The headings under which something stands, the most urgent first.</summary>
    public async Task<IReadOnlyList<TodayGroup>> RunAsync(CancellationToken token)
    {
        var lines = new List<TodayLine>();
        foreach (var module in all.Where(known => tenant.Allows(known.Permit)).OrderBy(known => known.Order))
        {
            lines.AddRange(await module.ReadAsync(token));
        }

        return
        [
            .. lines.GroupBy(line => line.Urgency).OrderBy(group => group.Key).Select(group => new TodayGroup(
                group.Key, [.. group.OrderBy(line => line.Day ?? DateOnly.MaxValue)], group.Sum(line => line.Count))),
        ];
    }
}
