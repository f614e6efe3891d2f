using System.Globalization;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>
/// A line is read without moving one's head. Files that were written before this was held are listed in <c>long-lines.txt</c> with
/// how many they may have; the list only shrinks, and a new file has none.
/// </summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class LineLengthTests
{
    private const int MaxLength = 140;

    private const string List = "tests/Product.Tests/Architecture/long-lines.txt";

    [Fact]
    public void No_new_line_is_longer_than_a_glance()
    {
        var allowed = Repository.Read(List).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[1], parts => int.Parse(parts[0], CultureInfo.InvariantCulture), StringComparer.Ordinal);

        var found = Files().ToDictionary(path => path, Long, StringComparer.Ordinal);
        found.Where(file => file.Value.Count > allowed.GetValueOrDefault(file.Key))
            .Select(file => $"{file.Key} has {file.Value.Count} lines of more than {MaxLength} signs ({string.Join(", ", file.Value.Take(10))})")
            .ShouldBeEmpty();
        // What was mended stays mended: the list follows the files down.
        allowed.Where(file => (found.GetValueOrDefault(file.Key)?.Count ?? 0) < file.Value)
            .Select(file => $"{List} allows {file.Key} {file.Value} long lines, and it has {found.GetValueOrDefault(file.Key)?.Count ?? 0}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Files() =>
        new[] { "src", "tests", "bench", "dev" }.SelectMany(folder => Repository.FilesBelow(folder, ".cs"));

    private static List<int> Long(string path) =>
        [.. Repository.Read(path).Split('\n').Index().Where(line => line.Item.Length > MaxLength).Select(line => line.Index + 1)];
}
