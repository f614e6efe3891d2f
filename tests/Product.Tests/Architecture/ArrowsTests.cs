using System.Xml.Linq;
using Pupitre.App;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Who may know whom; docs/modules.md draws it. A new arrow is a decision in docs/decisions.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> _arrows = new(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Deliverables"] = ["Kernel"],
        ["Diagrams"] = ["Kernel"],
        ["Mining"] = [],
        ["Platform"] = ["Kernel"],
        ["Processes"] = ["Diagrams", "Kernel", "Mining", "Papers", "Platform", "Recognition", "Sample"],
        ["Sourcing"] = ["Kernel", "Papers", "Platform", "Processes", "Sample"],
        ["Papers"] = ["Kernel"],
        ["Recognition"] = ["Deliverables", "Kernel", "Mining"],
        ["Sample"] = ["Kernel", "Papers"],
        ["Evidence"] = ["Deliverables", "Kernel", "Mining", "Platform", "Recognition", "Sample", "Sourcing"],
        ["Intake"] = ["Evidence", "Kernel", "Mining", "Platform", "Recognition", "Sample", "Sourcing"],
        ["ServiceLevels"] = ["Evidence", "Intake", "Kernel", "Papers", "Platform", "Processes", "Recognition", "Sample", "Sourcing"],
        ["Flows"] = ["Evidence", "Kernel", "Mining", "Platform", "Processes", "Recognition", "Sample", "ServiceLevels", "Sourcing"],
        ["Checks"] = ["Deliverables", "Evidence", "Intake", "Kernel", "Papers", "Platform", "Recognition", "Sample", "ServiceLevels", "Sourcing"],
        ["Start"] = ["Kernel", "Platform", "Processes", "Sample", "Sourcing"],
        ["Migrations.Sqlite"] = ["Kernel", "Platform"],
        ["Migrations.Postgres"] = ["Kernel", "Platform"],
        ["App"] = ["Checks", "Deliverables", "Diagrams", "Evidence", "Flows", "Intake", "Kernel", "Migrations.Postgres", "Migrations.Sqlite", "Mining", "Papers", "Platform", "Processes", "Recognition", "ServiceLevels", "Sourcing", "Start"],
    };

    /// <summary>What the pure rooms may stand on: time, recurrence, tables of text, mails and papers; never the web or a database.</summary>
    private static readonly Dictionary<string, string[]> _pure = new(StringComparer.Ordinal)
    {
        ["Kernel"] = ["NodaTime", "Ical.Net"],
        ["Deliverables"] = [],
        ["Diagrams"] = [],
        ["Mining"] = ["NodaTime"],
        ["Papers"] = ["DocumentFormat.OpenXml", "PDFsharp"],
        ["Recognition"] = ["MimeKit", "PdfPig"],
        ["Sample"] = ["MimeKit"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_knows_only_those_that_the_arrows_allow(string project)
    {
        _arrows.ShouldContainKey(project, "A new project needs a line in docs/modules.md and here.");

        Named(project, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference)).ShouldBeSubsetOf(_arrows[project]);
    }

    public static TheoryData<string> Engines => [.. _pure.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_engines_are_pure(string project)
    {
        Named(project, "FrameworkReference").ShouldBeEmpty();
        Named(project, "PackageReference").ShouldBeSubsetOf(_pure[project]);
    }

    /// <summary>Every project is a row of the arrows; what an arrow does not lead to is not even named, in no file of it.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_names_what_no_arrow_leads_to(string project)
    {
        // The program itself and its migrations are put together from all, and named by none.
        var strange = _arrows.Keys.Except(_arrows[project]).Where(other => other != project).Select(other => $"Pupitre.{other}.").ToList();

        Repository.FilesBelow($"src/{project}", ".cs", ".razor").SelectMany(path => strange.Where(name => Names(Repository.Read(path), name)).Select(name => $"{path} names {name}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_of_the_program_is_a_row_of_the_arrows() =>
        Modules.All.Select(module => module.GetType().Assembly.GetName().Name!["Pupitre.".Length..]).Except(_arrows.Keys).ShouldBeEmpty();

    // "InternalsVisibleTo" and texts name assemblies; only code names namespaces.
    private static bool Names(string source, string name) => source.Contains("using " + name, StringComparison.Ordinal) || source.Contains(" " + name, StringComparison.Ordinal) || source.Contains("(" + name, StringComparison.Ordinal) || source.Contains("<" + name, StringComparison.Ordinal);

    private static IEnumerable<string> Named(string project, string element) => XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
        .Descendants(element).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
