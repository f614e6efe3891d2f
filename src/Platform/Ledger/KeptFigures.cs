using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>Computes something from things of named kinds, once until a line about one of these kinds is written.</summary>
public sealed class KeptFigures(KindHeads heads, Tenant tenant, KeptResults kept)
{
    /// <param name="name">What is computed, and whatever else it depends on: the day, the language, what was asked for. Few different ones.</param>
    /// <param name="kinds">The kinds of things that it is computed from.</param>
    /// <param name="compute">Reads and computes it; what it returns is shared, and nobody changes it.</param>
    /// <param name="token">Stops it.</param>
    public Task<T> OfAsync<T>(string name, IReadOnlyList<string> kinds, Func<Task<T>> compute, CancellationToken token)
        where T : class =>
        OfAsync(name, kinds, compute, static _ => 0, token);

    /// <summary>The same for what may be large.</summary>
    /// <param name="rowsOf">How many rows it holds: the more, the fewer other results are kept.</param>
    public async Task<T> OfAsync<T>(
        string name, IReadOnlyList<string> kinds, Func<Task<T>> compute, Func<T, int> rowsOf, CancellationToken token)
        where T : class
    {
        var key = $"{name} {tenant.CompanyId:N} {tenant.Scope} {await heads.KeyOfAsync(kinds, token)}";
        if (kept.All.Find(key) is T known)
        {
            return known;
        }

        var computed = await compute();
        kept.All.Keep(key, computed, KeptResults.WeightOf(rowsOf(computed)));
        return computed;
    }
}

/// <summary>What was computed lately for any company. All of it can be thrown away.</summary>
public sealed class KeptResults
{
    // Results without rows to speak of, or as many hundreds of rows: some 25 MB at most.
    private const int MaxResults = 1000;
    private const int RowsOfOne = 100;

    internal RecentlyUsed<object> All { get; } = new(MaxResults);

    internal static int WeightOf(int rows) => 1 + (rows / RowsOfOne);
}
