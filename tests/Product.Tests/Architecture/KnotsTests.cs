using System.Text.RegularExpressions;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Within a project the concepts know each other in one direction: what knows both ways is one concept, or not yet untied.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed partial class KnotsTests
{
    /// <summary>Pairs that still know each other. The list only shrinks: an untied pair that is left here fails, and so does a new one.</summary>
    private static readonly string[] _tied =
    [
        "Evidence: Events, Imports",
        "Evidence: Sources, Tables",
        "Intake: Bank, Files",
        "Intake: Files, Tracking",
        "Platform: Access, Data",
        "Platform: Access, Tenancy",
        "Platform: Data, Files",
        "Platform: Data, Forms",
        "Platform: Data, Jobs",
        "Platform: Data, Ledger",
        "Platform: Data, Mail",
        "Platform: Data, Tenancy",
        "Platform: Extension, Ledger",
        "Platform: Ledger, Tenancy",
        "Recognition: Bank, Contents",
        "Recognition: Contents, Tables",
        "Sourcing: Calendars, Commitments",
        "Sourcing: Commitments, Contracts",
        "Sourcing: Commitments, Providers",
        "Sourcing: Contracts, Providers",
    ];

    [Fact]
    public void Concepts_of_a_project_know_each_other_in_one_direction() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)!).Where(project => !project.StartsWith("Migrations", StringComparison.Ordinal))
            .SelectMany(Knots).Order(StringComparer.Ordinal).ShouldBe(_tied);

    private static IEnumerable<string> Knots(string project)
    {
        var arrows = Repository.FilesBelow("src/" + project, ".cs").Select(path => (From: path.Split('/'), Source: Repository.Read(path))).Where(file => file.From.Length > 3)
            .SelectMany(file => Usings().Matches(file.Source).Where(match => match.Groups["project"].Value == project).Select(match => (From: file.From[2], To: match.Groups["concept"].Value)))
            .Where(arrow => arrow.From != arrow.To).ToHashSet();
        return arrows.Where(arrow => string.CompareOrdinal(arrow.From, arrow.To) < 0 && arrows.Contains((arrow.To, arrow.From))).Select(arrow => $"{project}: {arrow.From}, {arrow.To}");
    }

    [GeneratedRegex(@"^using (static )?Pupitre\.(?<project>\w+)\.(?<concept>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usings();
}
