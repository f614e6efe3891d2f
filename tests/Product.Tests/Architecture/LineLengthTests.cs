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

        Files().Select(path => (Path: path, Long: Long(path))).Where(file => file.Long.Count > allowed.GetValueOrDefault(file.Path))
            .Select(file => $"{file.Path} has {file.Long.Count} lines of more than {MaxLength} signs ({string.Join(", ", file.Long.Take(10))})")
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Files() =>
        new[] { "src", "tests", "bench", "dev" }.SelectMany(folder => Repository.FilesBelow(folder, ".cs"));

    private static List<int> Long(string path) =>
        [.. Repository.Read(path).Split('\n').Index().Where(line => line.Item.Length > MaxLength).Select(line => line.Index + 1)];
}
