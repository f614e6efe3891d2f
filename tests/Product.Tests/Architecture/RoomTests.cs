namespace Pupitre.Product.Tests.Architecture;

/// <summary>A room holds one subject: what grows beyond a size has two, and they are told apart while it is still easy.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class RoomTests
{
    private const int MaxLines = 10_000;

    /// <summary>One engine whose parts all stand on the same columns of events.</summary>
    private const string Whole = "Mining";

    [Theory]
    [MemberData(nameof(ArrowsTests.Projects), MemberType = typeof(ArrowsTests))]
    public void No_room_outgrows_its_subject(string project)
    {
        var lines = Repository.FilesBelow($"src/{project}", ".cs", ".razor")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Sum(path => Repository.Read(path).AsSpan().Count('\n'));

        (lines <= MaxLines || project == Whole).ShouldBeTrue(
            $"{project} has {lines} lines, at most {MaxLines}: which of its folders are a subject of their own?");
    }
}
