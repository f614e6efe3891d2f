using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>French and English say the same things, in the words that docs/glossary.md keeps.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed partial class TextsTests
{
    /// <summary>Words that judge, or that mean something else to an accountant, with what is said instead.</summary>
    private static readonly (string Word, string Instead)[] _avoided =
    [
        (@"\bprouvée?s?\b", "avec preuve"),
        (@"\bmanquée?s?\b", "hors délai"),
        (@"(?-i:\bKO\b)", "hors délai"),
        (@"\béchec\b", "hors délai"),
        (@"\brelevés? mensuels?\b", "compte rendu mensuel"),
        (@"\bsceller\b", "arrêter le mois"),
        (@"\bfournisseurs? de services?\b", "prestataire"),
        (@"\bheures? ouvrées?\b", "heures d’ouverture"),
        (@"\bp50\b", "la moitié en moins de"),
        (@"\bp90\b", "9 sur 10 en moins de"),
        (@"\bseule parole\b", "sans trace indépendante"),
        (@"\bbureau virtuel\b", "(nothing inside the product bears the name of a desk)"),
    ];

    public static TheoryData<string> Modules => [.. Repository.FilesBelow("src", ".resx").Where(path => path.EndsWith("/Texts.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Both_languages_hold_the_same_keys_and_placeholders(string path)
    {
        var (french, english) = (Read(path), Read(path.Replace("Texts.resx", "Texts.en.resx", StringComparison.Ordinal)));

        french.Keys.Except(english.Keys).ShouldBeEmpty("without English");
        english.Keys.Except(french.Keys).ShouldBeEmpty("without French");
        french.Keys.Where(key => !Placeholders(french[key]).SetEquals(Placeholders(english[key]))).ShouldBeEmpty("with other placeholders in English");
        french.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key).ShouldBeEmpty("empty in French");
        english.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key).ShouldBeEmpty("empty in English");
    }

    /// <summary>Rooms that share a subject, and so some of its words.</summary>
    public static TheoryData<string> Families =>
    [
        "Platform Platform.Ui Gathering",
        "Processes ProcessMap Deciding",
        "Sourcing ContractLife",
        "Intake Collecting",
        "ServiceLevels TwoSides Notices",
    ];

    [Theory]
    [MemberData(nameof(Families))]
    public void Rooms_of_one_subject_say_the_same_by_the_same_name(string rooms)
    {
        foreach (var file in new[] { "Texts.resx", "Texts.en.resx" })
        {
            rooms.Split(' ').SelectMany(room => Read($"src/{room}/{file}")).GroupBy(text => text.Key, text => text.Value)
                .Where(group => group.Distinct().Count() > 1)
                .Select(group => $"{group.Key}: {string.Join(" | ", group)}").ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void French_keeps_to_the_words_of_the_glossary(string path)
    {
        var found = Read(path).SelectMany(text => _avoided
            .Where(avoided => Regex.IsMatch(text.Value, avoided.Word, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10)))
            .Select(avoided => $"{text.Key}: \"{text.Value}\" (say: {avoided.Instead})"));

        found.ShouldBeEmpty();
    }

    /// <summary>
    /// A text is used by its name, or by a name that is put together: those of the history (a prefix, and words that are recorded),
    /// of help and of the glossary (a part, a word), and those of findings (rule, variant, part). Each word of such a name stands in the sources.
    /// </summary>
    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_text_is_used(string path)
    {
        var own = Sources(path[..path.LastIndexOf('/')]);
        var everywhere = Sources("src");
        var named = Named().Matches(own).Select(match => match.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var words = Words().Matches(everywhere).Select(match => Capital(match.Value)).ToHashSet(StringComparer.Ordinal);

        Read(path).Keys.Where(key => !named.Contains(key) && !_ofOldHistories.Contains(key) && !IsPutTogether(key, path, everywhere, words)).ShouldBeEmpty();
    }

    /// <summary>Verbs that earlier programs recorded: a history is read for ever.</summary>
    private static readonly string[] _ofOldHistories = ["Verb_AccountingFileSentBack", "Verb_ProofRequested", "Said_ProofRequested", "Verb_ProofsRequested", "Verb_DelayCorrected"];

    private static bool IsPutTogether(string key, string path, string sources, HashSet<string> words)
    {
        var parts = key.Split('_');
        var rest = string.Join('_', parts[1..]);
        return parts[0] switch
        {
            "Verb" or "Said" => sources.Contains($"\"{parts[1]}\"", StringComparison.Ordinal),
            "Kind" => sources.Contains($"\"{rest.Replace('_', '-')}\"", StringComparison.Ordinal),
            "Detail" or "Value" => parts[1..].All(words.Contains),
            "Term" => sources.Contains($"\"{parts[1]}\"", StringComparison.Ordinal),
            "Help" => sources.Contains($"\"{(rest.EndsWith("_Text", StringComparison.Ordinal) ? rest[..^5] : rest)}\"", StringComparison.Ordinal),
            "Word" or "Missing" when path.Contains("/Deliverables/", StringComparison.Ordinal) => words.Contains(rest),
            { Length: 5 } rule when path.Contains("/Deliverables/", StringComparison.Ordinal) =>
                (rule.StartsWith("Tcd", StringComparison.Ordinal) || sources.Contains($"\"FEC-{rule[3..]}\"", StringComparison.Ordinal)) && parts[1..].All(words.Contains),
            _ => false,
        };
    }

    private static string Sources(string folder) => string.Join('\n', Repository.FilesBelow(folder, ".cs").Concat(Repository.FilesBelow(folder, ".razor")).Select(Repository.Read));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static Dictionary<string, string> Read(string path) => XDocument.Load(Path.Combine(Repository.Root, path)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\bTexts\.(?<key>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\w+", RegexOptions.None, 5000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\{[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
