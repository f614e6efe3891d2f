using System.Text.RegularExpressions;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// Events as people type them: names separated by semicolons; <c>état « Wait - User »</c> looks at the state that an event leads to instead
/// of its name, and <c>priorité « haute »</c> at another attribute. Files and older habits write <c>transition=Wait - User</c>, which is read
/// as well. The ready events are written in both languages, so that a file in either is recognised.
/// </summary>
internal static partial class PatternText
{
    private const char Separator = ';';

    private static readonly Words _state = ("état", "state");

    public static EventPattern? Parse(string? text)
    {
        var alternatives = (text ?? "").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Alternatives).ToArray();
        return alternatives.Length == 0 ? null : EventPattern.Any(alternatives);
    }

    public static string? Write(EventPattern? pattern) => pattern is null ? null : string.Join(
        "; ", pattern.Alternatives.SelectMany(alternative => alternative.Parts).SelectMany(part => part.Values.Select(value =>
            part.Name == EventPattern.ActivityName ? TemplateEvents.Translate(value) : Worded(part.Name, value))).Distinct());

    /// <summary>A seen event as people read it: <c>transition=Wait - User</c> in words, an activity as it is.</summary>
    public static string Of(string seen)
    {
        var at = seen.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < seen.Length - 1 ? Worded(seen[..at].Trim(), seen[(at + 1)..].Trim()) : seen;
    }

    // One word and a quoted value is an attribute; a name of several words keeps the sign that tells it from an activity.
    private static string Worded(string name, string value) => name == EventPattern.TransitionName ? _state + " " + Texts.Sentence_Quoted.With(value)
        : name.Any(char.IsWhiteSpace) ? name + "=" + value : name + " " + Texts.Sentence_Quoted.With(value);

    private static IEnumerable<PatternAlternative> Alternatives(string word)
    {
        if (Quoted().Match(word) is { Success: true } quoted)
        {
            var name = quoted.Groups["name"].Value;
            return [new PatternAlternative([PatternPart.Of(_state.Are(name) ? EventPattern.TransitionName : name, quoted.Groups["value"].Value)])];
        }

        var at = word.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && at < word.Length - 1)
        {
            return [new PatternAlternative([PatternPart.Of(word[..at].Trim(), word[(at + 1)..].Trim())])];
        }

        return [new PatternAlternative([PatternPart.Of(EventPattern.ActivityName, [.. TemplateEvents.InBothLanguages(word)])])];
    }

    [GeneratedRegex("""^(?<name>[^\s=«“]+)\s*[«“]\s*(?<value>.+?)\s*[»”]$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
