using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Pupitre.Platform.Forms;

/// <summary>
/// Texts as people write them: without the control characters that no keyboard types, no database of ours stores and no document of ours
/// may hold. Tab and line ends stay.
/// </summary>
public static class PlainText
{
    public static string Of(string text) => text.Any(IsForeign) ? string.Concat(text.Where(letter => !IsForeign(letter))) : text;

    /// <summary>One line: a name does not begin a new line in a mail.</summary>
    public static string Line(string text) => string.Join(' ', Of(text).Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    internal static StringValues Of(StringValues texts) => texts.Any(IsForeign) ? new StringValues([.. texts.Select(text => text is null ? null : Of(text))]) : texts;

    internal static bool IsForeign(string? text) => text is not null && text.Any(IsForeign);

    internal static bool Needed(IFormCollection form) => form.Any(field => IsForeign(field.Key) || field.Value.Any(IsForeign));

    internal static FormCollection Of(IFormCollection form) =>
        new(form.Where(field => !IsForeign(field.Key)).ToDictionary(field => field.Key, field => Of(field.Value), StringComparer.OrdinalIgnoreCase), form.Files);

    private static bool IsForeign(char letter) => letter is < ' ' and not ('\t' or '\n' or '\r') or '\u007f' or '\ufffe' or '\uffff';
}
