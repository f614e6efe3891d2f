using System.Text.RegularExpressions;
using Pupitre.App;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>
/// Pages say what is shown; the kit of <c>Platform.Ui</c> says how it looks and <c>Texts</c> in which words. So a page of a module
/// carries neither a class or style nor a word of its own.
/// </summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed partial class PageSourceTests
{
    public static TheoryData<string> ModulePages =>
    [
        .. Modules.All.Select(module => "src/" + module.GetType().Assembly.GetName().Name!["Pupitre.".Length..]).Append("src/Platform")
            .SelectMany(folder => Repository.FilesBelow(folder, ".razor"))
            .Where(path => !path.StartsWith("src/Platform.Ui/", StringComparison.Ordinal) && !path.EndsWith("_Imports.razor", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(ModulePages))]
    public void A_page_carries_no_class_and_no_style(string path) =>
        Lines(path).Where(line => Look().IsMatch(line.Text)).Select(line => $"{path}({line.Number}): {line.Text.Trim()} - give a component of Platform/Ui that look")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ModulePages))]
    public void A_page_carries_no_words_of_its_own(string path)
    {
        var found = Lines(path).Where(line => !IsCode(line.Text)).SelectMany(line => Words().Matches(line.Text)
            .Select(match => $"{path}({line.Number}): \"{match.Groups["words"].Value.Trim()}\" belongs into Texts.resx and Texts.en.resx"));

        found.ShouldBeEmpty();
    }

    /// <summary>A part that navigates stops the renderer while the parts beside it are still being made.</summary>
    [Fact]
    public void Only_a_page_navigates() =>
        Repository.FilesBelow("src", ".razor").Where(path => Navigates().IsMatch(Repository.Read(path)))
            .Where(path => !Repository.Read(path).Contains("@page \"", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>The markup of a page: without its code block and its comments.</summary>
    private static IEnumerable<(int Number, string Text)> Lines(string path)
    {
        var source = Comment().Replace(Repository.Read(path), comment => new string('\n', comment.Value.Count(letter => letter == '\n')));
        var code = source.IndexOf("\n@code", StringComparison.Ordinal);
        return (code < 0 ? source : source[..code]).Split('\n').Select((text, at) => (at + 1, text));
    }

    /// <summary>Directives and statements: C# that stands between the markup.</summary>
    private static bool IsCode(string line) => Statement().IsMatch(line);

    [GeneratedRegex(@"\.NavigateTo\(", RegexOptions.None, 1000)]
    private static partial Regex Navigates();

    [GeneratedRegex(@"\s(class|style)\s*=\s*[""@]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Look();

    [GeneratedRegex(@"(?<![=-])>(?<words>[^<>@{}()]*\p{L}{2,}[^<>@{}()]*)<|\s(Title|Text|Label|Help|Answer|Message|Question|title|alt|placeholder|aria-label)=""(?<words>[^@""]*\p{L}{2,}[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(@(page|using|inject|attribute|inherits|implements|typeparam|layout|namespace|rendermode|if|foreach|for|switch|while|else|\{)|else|if|foreach|for|switch|case|default:|var|break;|await|return|\}|\{|[\w.]+\s*=[^""=]|//)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();
}
