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
        ["ClosedMonths"] = ["Kernel"],
        ["Deliverables"] = ["Kernel"],
        ["Diagrams"] = ["Kernel"],
        ["Mining"] = [],
        ["Papers"] = ["Kernel"],
        ["Recognition"] = ["Deliverables", "Kernel", "Mining"],
        ["Sample"] = ["Kernel", "Papers"],
        ["Platform"] = ["Kernel"],
        ["Platform.Ui"] = ["Kernel", "Platform"],
        ["Gathering"] = ["Kernel", "Platform"],
        ["Processes"] = ["Diagrams", "Gathering", "Kernel", "Mining", "Platform", "Platform.Ui", "Sample"],
        ["ProcessMap"] = ["Diagrams", "Gathering", "Kernel", "Platform", "Platform.Ui", "Processes", "Recognition"],
        ["Deciding"] = ["Diagrams", "Gathering", "Kernel", "Papers", "Platform", "Platform.Ui", "ProcessMap", "Processes", "Sample"],
        ["Sourcing"] = ["Deciding", "Gathering", "Kernel", "Platform", "Platform.Ui", "Processes", "Sample"],
        ["ContractLife"] = ["Gathering", "Kernel", "Papers", "Platform", "Platform.Ui", "Processes", "Sample", "Sourcing"],
        ["Evidence"] = ["Deliverables", "Gathering", "Kernel", "Mining", "Platform", "Platform.Ui", "Recognition", "Sample", "Sourcing"],
        ["Intake"] = ["Evidence", "Gathering", "Kernel", "Mining", "Platform", "Platform.Ui", "Recognition", "Sample", "Sourcing"],
        ["Collecting"] = ["Evidence", "Gathering", "Intake", "Kernel", "Platform", "Platform.Ui", "Recognition", "Sample", "Sourcing"],
        ["ServiceLevels"] =
        [
            "ClosedMonths", "Evidence", "Gathering", "Intake", "Kernel", "Platform", "Platform.Ui", "Processes", "Recognition", "Sample",
            "Sourcing",
        ],
        ["TwoSides"] =
        [
            "ClosedMonths", "Evidence", "Gathering", "Intake", "Kernel", "Papers", "Platform", "Platform.Ui", "Processes", "Recognition",
            "Sample", "ServiceLevels", "Sourcing",
        ],
        ["Notices"] =
        [
            "ContractLife", "Evidence", "Gathering", "Intake", "Kernel", "Platform", "Platform.Ui", "Processes", "Recognition", "Sample",
            "ServiceLevels", "Sourcing", "TwoSides",
        ],
        ["Flows"] =
        [
            "Evidence", "Gathering", "Kernel", "Mining", "Platform", "Platform.Ui", "Processes", "Recognition", "Sample",
            "ServiceLevels", "Sourcing",
        ],
        ["Checks"] =
        [
            "Deliverables", "Evidence", "Gathering", "Intake", "Kernel", "Papers", "Platform", "Platform.Ui", "Recognition", "Sample",
            "ServiceLevels", "Sourcing",
        ],
        ["Start"] = ["Kernel", "Platform", "Platform.Ui", "Processes", "Sample", "Sourcing"],
        ["Migrations.Sqlite"] = ["Platform"],
        ["Migrations.Postgres"] = ["Platform"],
        ["App"] =
        [
            "Checks", "ClosedMonths", "Collecting", "ContractLife", "Deciding", "Deliverables", "Evidence", "Flows", "Gathering",
            "Intake", "Kernel", "Migrations.Postgres", "Migrations.Sqlite", "Mining", "Notices", "Platform", "Platform.Ui", "ProcessMap",
            "Processes", "ServiceLevels", "Sourcing", "Start", "TwoSides",
        ],
    };

    /// <summary>What the pure rooms may stand on: time, recurrence, tables of text, mails and papers; never the web or a database.</summary>
    private static readonly Dictionary<string, string[]> _pure = new(StringComparer.Ordinal)
    {
        ["Kernel"] = ["NodaTime", "Ical.Net"],
        ["ClosedMonths"] = ["NodaTime"],
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
