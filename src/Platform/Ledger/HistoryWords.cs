using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pupitre.Kernel;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.Ledger;

/// <summary>
/// The history in the reader's words: each module names its verbs and the kinds of its subjects, says what happened in a sentence
/// (<c>Said_EvidencePlaced</c>, with details in braces; <c>Said_EvidencePlaced_Short</c> where one of them is missing), and labels its details (<c>Detail_Count</c>, <c>Value_Receipt</c>). What
/// nobody gave words to is not shown: neither keys of the program nor what only it understands.
/// </summary>
public sealed partial class HistoryWords(IEnumerable<Module> modules)
{
    private const int MatchTimeoutMs = 10_000;
    private const int MaxValueLength = 400;
    private const int LongestWord = 60;

    /// <summary>Numbers from here on are written with separators; smaller ones may be years.</summary>
    private const decimal LargeNumber = 10_000m;

    /// <summary>What happened, as a reader says it; the verb itself when nobody named it.</summary>
    public string Verb(string verb) => Find("Verb_" + verb) ?? verb;

    /// <summary>The same done many times in a row, "5 preuves placées": null where nobody gave it words of its own.</summary>
    public string? Many(string verb, int count) => Find($"Said_{verb}_Many")?.With(count);

    /// <summary>What it happened to; the kind itself when nobody named it.</summary>
    public string Kind(string kind) => Find("Kind_" + kind.Replace('-', '_')) ?? kind;

    /// <summary>What happened in a sentence, with its details; the verb and the name of the subject when there is no sentence, or a detail is missing.</summary>
    public string Sentence(string verb, string? detailJson)
    {
        var values = Read(detailJson).Select(value => (value.Key, Text: Shown(value.Key, value.Value))).Where(value => value.Text is not null)
            .GroupBy(value => value.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First().Text!, StringComparer.OrdinalIgnoreCase);
        var sentence = new[] { Find("Said_" + verb), Find("Said_" + verb + "_Short") }
            .FirstOrDefault(found => found is not null && Placeholder().Matches(found).All(match => values.ContainsKey(match.Groups["key"].Value)));
        if (sentence is not null)
        {
            return Placeholder().Replace(sentence, match => values[match.Groups["key"].Value]);
        }

        return HistoryDetail.NameIn(detailJson) is { } name ? Verb(verb) + Texts.History_Of + name : Verb(verb);
    }

    /// <summary>The details that have a name, each in words.</summary>
    public IReadOnlyList<(string Label, string Text)> Details(string? detailJson) =>
    [
        .. Read(detailJson).Select(value => (Label: Find("Detail_" + Capital(value.Key)), Text: Shown(value.Key, value.Value)))
            .Where(value => value.Label is not null && !string.IsNullOrEmpty(value.Text)).Select(value => (value.Label!, value.Text!)),
    ];

    /// <summary>Whether something was kept of which <see cref="Details"/> says nothing: it stands in the export.</summary>
    public bool HidesDetails(string? detailJson) => Read(detailJson)
        .Exists(value => !Guid.TryParse(value.Value.ToString(), out _) && (Find("Detail_" + Capital(value.Key)) is null || string.IsNullOrEmpty(Shown(value.Key, value.Value))));

    /// <summary>Path below the company's address where the subject is shown, or null.</summary>
    public string? PathOf(SubjectRef subject) => modules.Select(module => module.PathOf(subject)).FirstOrDefault(path => path is not null) ?? subject.Kind switch
    {
        "account" => $"history?person={subject.Id}",
        "mail" => "history?kind=mail",
        _ => null,
    };

    /// <summary>Path below the company's address of what a line is about: the due date that its details name, else its subject.</summary>
    public string? PathOf(SubjectRef subject, string? detailJson)
    {
        var read = Read(detailJson);
        var details = read.Where(value => value.Value.ValueKind == JsonValueKind.String).ToDictionary(value => value.Key, value => value.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        return modules.Select(module => module.PathOf(subject, details)).FirstOrDefault(path => path is not null)
            ?? (read.Exists(value => Is(value.Key, "Line") && value.Value.ValueKind == JsonValueKind.Number) ? "history/" + read.First(value => Is(value.Key, "Line")).Value : null)
            ?? PathOf(subject);
    }

    private static List<(string Key, JsonElement Value)> Read(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Object ? []
            : [.. document.RootElement.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null).Select(value => (value.Name, value.Value.Clone()))];
    }

    private string? Shown(string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => Find("Value_" + value) ?? (value.GetBoolean() ? Texts.History_Yes : Texts.History_No),
        JsonValueKind.Number when value.TryGetDecimal(out var number) && decimal.Abs(number) >= LargeNumber => number.ToString("#,0.##", CultureInfo.CurrentCulture),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString("0.##", CultureInfo.CurrentCulture) : value.ToString(),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) && value.EnumerateArray().Select(item => Shown(key, item)).OfType<string>().ToList() is { Count: > 0 } items =>
            string.Join(", ", items).CutShort(MaxValueLength),
        JsonValueKind.String => Shown(key, value.GetString()!),
        _ => null,
    };

    // Keys of rows, rules and whole calendars are for the program; people read names.
    private string? Shown(string key, string text)
    {
        if (text.Length == 0 || Guid.TryParse(text, out _) || text[0] is '{' or '[')
        {
            return null;
        }

        var isWord = text.Length <= LongestWord && text.All(char.IsAsciiLetter);
        return modules.Select(module => module.ValueOf(key, text)).FirstOrDefault(word => word is not null)
            ?? (isWord ? Find($"Value_{Capital(key)}_{text}") ?? Find("Value_" + text) : null)
            ?? (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Moments.Short(day) : text.CutShort(MaxValueLength));
    }

    private static bool Is(string key, string wanted) => key.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static string Capital(string key) => char.ToUpperInvariant(key[0]) + key[1..];

    private string? Find(string key) => modules.Select(module => module.Wording).Append(Texts.ResourceManager)
        .Select(texts => texts?.GetString(key, Texts.Culture)).FirstOrDefault(word => word is not null);

    [GeneratedRegex(@"\{(?<key>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Placeholder();
}
