using Pupitre.Evidence.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Sources;

/// <summary>What the events of a source are called, and what commitments call them.</summary>
public sealed class NamesInput
{
    private const int MostNames = 100;

    public List<NameInput> Names { get; set => field = value ?? []; } = [];

    internal static NamesInput Of(IReadOnlyList<string> seen, IReadOnlyDictionary<string, string> kept) =>
        new() { Names = [.. seen.Take(MostNames).Select(said => new NameInput { From = said, To = kept.GetValueOrDefault(said) })] };

    internal Dictionary<string, string> ToNames() => Names.Where(name => !string.IsNullOrWhiteSpace(name.From) && !string.IsNullOrWhiteSpace(name.To))
        .DistinctBy(name => name.From).ToDictionary(name => name.From!, name => name.To!.Trim(), StringComparer.Ordinal);

    /// <summary>What the commitments wait for, in the reader's language, and what of it the source does not name.</summary>
    internal static (IReadOnlyList<string> Awaited, IReadOnlyList<string> Missing) Awaited(IEnumerable<Commitment> measured, IReadOnlyList<string> seen, IReadOnlyDictionary<string, string> kept)
    {
        var all = measured.SelectMany(AwaitedEvent.Of).ToList();
        var named = seen.Select(said => kept.GetValueOrDefault(said, said)).ToHashSet(StringComparer.Ordinal);
        return ([.. all.SelectMany(awaited => awaited.Said).Distinct()], [.. all.Where(awaited => !awaited.Names.Any(named.Contains)).Select(awaited => $"{awaited.Commitment.Name} : {string.Join(", ", awaited.Said)}").Distinct()]);
    }
}
