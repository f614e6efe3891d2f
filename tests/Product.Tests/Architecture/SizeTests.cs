namespace Pupitre.Product.Tests.Architecture;

/// <summary>A file fits in a head.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class SizeTests
{
    private const int MaxLines = 400;

    [Fact]
    public void No_file_is_longer_than_a_reader_holds()
    {
        var files = new[] { "src", "tests", "bench", "web", "dev" }.SelectMany(folder => Repository.FilesBelow(folder, ".cs", ".razor", ".ts", ".mjs", ".css")).Append("dev.cs");

        files.Select(path => (Path: path, Lines: Repository.Read(path).Split('\n').Length - 1)).Where(file => file.Lines > MaxLines)
            .Select(file => $"{file.Path} has {file.Lines} lines, at most {MaxLines}: name the operations in it").ShouldBeEmpty();
    }
}
