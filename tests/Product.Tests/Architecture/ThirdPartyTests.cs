using System.Text.Json;
using System.Xml.Linq;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>What is shipped is named with its licence, and what is pinned is used.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ThirdPartyTests
{
    /// <summary>Packages of the program's project that are there while it is built and stay behind.</summary>
    private static readonly string[] _whileBuilding = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.EntityFrameworkCore.Design"];

    [Fact]
    public void Every_library_that_is_shipped_is_named_with_its_licence_and_no_other()
    {
        var named = File.ReadLines(Path.Combine(Repository.Root, "THIRD-PARTY.md")).SkipWhile(line => line != "## Libraries inside the program")
            .Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1]).Where(name => name != "Library" && !name.Contains(' ', StringComparison.Ordinal)).ToList();

        named.Order(StringComparer.OrdinalIgnoreCase).ShouldBe(Shipped().Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_pinned_package_is_used()
    {
        var pinned = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(pin => pin.Attribute("Include")!.Value).ToList();
        var used = Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories).Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(path => Locked(path).Select(package => package.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);

        pinned.Where(name => !used.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Pdfsharp_stays_where_its_licence_is_ours_to_take() =>
        Locked(Path.Combine(Repository.Root, "src", "App", "packages.lock.json")).Single(package => package.Name == "PDFsharp").Value.GetProperty("resolved").GetString()!.ShouldStartWith("6.2.");

    private static HashSet<string> Shipped()
    {
        var all = Locked(Path.Combine(Repository.Root, "src", "App", "packages.lock.json")).ToDictionary(package => package.Name, package => package.Value, StringComparer.OrdinalIgnoreCase);
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Stack<string>(all.Where(package => package.Value.GetProperty("type").GetString() is "Direct" or "Project" && !_whileBuilding.Contains(package.Key)).Select(package => package.Key));
        while (next.TryPop(out var name))
        {
            if (!all.TryGetValue(name, out var package) || !found.Add(name) || !package.TryGetProperty("dependencies", out var dependencies))
            {
                continue;
            }

            foreach (var dependency in dependencies.EnumerateObject())
            {
                next.Push(dependency.Name);
            }
        }

        return [.. all.Where(package => found.Contains(package.Key) && package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Key)];
    }

    private static List<JsonProperty> Locked(string path)
    {
        var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().First(framework => !framework.Name.Contains('/', StringComparison.Ordinal)).Value.EnumerateObject()];
    }
}
