using System.Text.RegularExpressions;
using Pupitre.Kernel;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Whether a message says of itself that it is personal: its subject begins with the word, ends with it behind a dash, or has it in
/// brackets; or its <c>Sensitivity</c> says so. In doubt it does, and stays unopened: "Personnel de l'atelier" too.
/// </summary>
/// <remarks>Pure. "Registre du personnel" is no mark: the word stands inside a sentence. "Company-Confidential" is the company's.</remarks>
public static partial class PersonalMarks
{
    private const int MatchTimeoutMs = 10_000;
    private const int MaxSubject = 1_000;

    public static bool Are(string? subject, string? sensitivity) =>
        sensitivity?.Trim().ToLowerInvariant() is "personal" or "private" || Marked().IsMatch((subject ?? "").Cut(MaxSubject).Folded());

    [GeneratedRegex(
        @"^(?:\s|(?:re|tr|fw|fwd|aw|wg)\s?:|[\[\](){}*!#""'«»<>:;,.–—-]){0,40}"
        + @"(?:personnel(?:le)?|privee?|perso|private|personal)(?![\p{L}\p{N}])|"
        + @"[\[({*](?:\s)*(?:personnel(?:le)?|privee?|perso|private|personal)(?![\p{L}\p{N}])|"
        + @"[–—:|-]\s*(?:personnel(?:le)?|privee?|perso|private|personal)\s*[.!]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Marked();
}
