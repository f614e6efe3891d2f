using Pupitre.Kernel.Commitments;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// Events as people type them: names separated by semicolons; <c>name=value</c> looks at another attribute than the activity, such as
/// <c>transition=Wait - User</c>. The ready events are written in both languages, so that a file in either is recognised.
/// </summary>
internal static class PatternText
{
    private const char Separator = ';';

    public static EventPattern? Parse(string? text)
    {
        var alternatives = (text ?? "").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Alternatives).ToArray();
        return alternatives.Length == 0 ? null : EventPattern.Any(alternatives);
    }

    public static string? Write(EventPattern? pattern) => pattern is null ? null : string.Join(
        "; ", pattern.Alternatives.SelectMany(alternative => alternative.Parts).SelectMany(part => part.Values.Select(value =>
            part.Name == EventPattern.ActivityName ? TemplateEvents.Translate(value) : part.Name + "=" + value)).Distinct());

    private static IEnumerable<PatternAlternative> Alternatives(string word)
    {
        var at = word.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && at < word.Length - 1)
        {
            return [new PatternAlternative([PatternPart.Of(word[..at].Trim(), word[(at + 1)..].Trim())])];
        }

        return [new PatternAlternative([PatternPart.Of(EventPattern.ActivityName, [.. TemplateEvents.InBothLanguages(word)])])];
    }
}
