using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pupitre.Kernel.Hashing;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>One thing that is agreed to.</summary>
/// <param name="Key">What it is, without a language: "Purpose", "Step.2".</param>
/// <param name="Value">As it is stored; <see cref="SnapshotWords"/> words it.</param>
public sealed record SnapshotLine(string Key, string Value);

/// <summary>Something that differs between what was agreed to and what stands now; a side that is null has no such line.</summary>
public sealed record SnapshotChange(string Key, string? Before, string? Now);

/// <summary>A process, or the whole map, as it stood at one moment: lines in their order. Two that are equal have one hash.</summary>
public sealed record MapSnapshot(ImmutableArray<SnapshotLine> Lines)
{
    public static MapSnapshot Read(string json) => new(JsonSerializer.Deserialize<ImmutableArray<SnapshotLine>>(json));

    /// <summary>Number and hash of the published target that it speaks of; null without one.</summary>
    internal (int Number, string Hash)? Target =>
        Lines.FirstOrDefault(line => line.Key == TargetKey)?.Value.Split(ReadSnapshot.Between) is [var number, var hash]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? (known, hash) : null;

    /// <summary>Key of the line of the target.</summary>
    internal const string TargetKey = "Target";

    public string ToJson() => JsonSerializer.Serialize(Lines);

    public string Hash() => Sha256Hex.Of(ToJson());

    /// <summary>What differs, in the order of what stands now; what is gone comes last.</summary>
    public IReadOnlyList<SnapshotChange> Since(MapSnapshot before)
    {
        var old = before.Lines.ToDictionary(line => line.Key, line => line.Value, StringComparer.Ordinal);
        var changes = new List<SnapshotChange>();
        foreach (var line in Lines)
        {
            if (!old.Remove(line.Key, out var value))
            {
                changes.Add(new SnapshotChange(line.Key, null, line.Value));
            }
            else if (value != line.Value)
            {
                changes.Add(new SnapshotChange(line.Key, value, line.Value));
            }
        }

        changes.AddRange(
            before.Lines.Where(line => old.ContainsKey(line.Key)).Select(line => new SnapshotChange(line.Key, line.Value, null)));
        return changes;
    }
}
