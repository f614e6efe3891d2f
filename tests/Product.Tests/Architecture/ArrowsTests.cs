using System.Xml.Linq;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Who may know whom; docs/modules.md draws it. A new arrow is a decision in docs/decisions.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> _arrows = new(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Deliverables"] = ["Kernel"],
        ["Mining"] = [],
        ["Platform"] = ["Kernel"],
        ["Processes"] = ["Kernel", "Platform"],
        ["Sourcing"] = ["Kernel", "Platform", "Processes"],
        ["ServiceLevels"] = ["Deliverables", "Kernel", "Mining", "Platform", "Processes", "Sourcing"],
        ["Migrations.Sqlite"] = ["Kernel", "Platform"],
        ["Migrations.Postgres"] = ["Kernel", "Platform"],
        ["App"] = ["Deliverables", "Kernel", "Migrations.Postgres", "Migrations.Sqlite", "Mining", "Platform", "Processes", "ServiceLevels", "Sourcing"],
    };

    /// <summary>What the pure engines may stand on: time, recurrence and tables of text, never the web or a database.</summary>
    private static readonly Dictionary<string, string[]> _pure = new(StringComparer.Ordinal)
    {
        ["Kernel"] = ["NodaTime", "Ical.Net"],
        ["Deliverables"] = [],
        ["Mining"] = ["NodaTime"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_knows_only_those_that_the_arrows_allow(string project)
    {
        _arrows.ShouldContainKey(project, "A new project needs a line in docs/modules.md and here.");

        Named(project, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference)).ShouldBeSubsetOf(_arrows[project]);
    }

    [Theory]
    [InlineData("Kernel")]
    [InlineData("Deliverables")]
    [InlineData("Mining")]
    public void The_engines_are_pure(string project)
    {
        Named(project, "FrameworkReference").ShouldBeEmpty();
        Named(project, "PackageReference").ShouldBeSubsetOf(_pure[project]);
    }

    [Theory]
    [InlineData("Kernel", "Pupitre.Platform")]
    [InlineData("Platform", "Pupitre.Processes")]
    [InlineData("Platform", "Pupitre.Sourcing")]
    [InlineData("Processes", "Pupitre.Sourcing")]
    [InlineData("Sourcing", "Pupitre.ServiceLevels")]
    [InlineData("Sourcing", "Pupitre.Mining")]
    [InlineData("Sourcing", "Pupitre.Deliverables")]
    public void No_file_names_what_stands_above_it(string project, string above) =>
        Repository.FilesBelow($"src/{project}", ".cs", ".razor").Where(path => Repository.Read(path).Contains(above + ".", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Named(string project, string element) => XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
        .Descendants(element).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
