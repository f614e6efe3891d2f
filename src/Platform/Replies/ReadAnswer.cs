using System.Globalization;
using System.Text.RegularExpressions;
using Pupitre.Kernel;

namespace Pupitre.Platform.Replies;

/// <summary>
/// Reads the first line of an answer: "oui", "non", "envoyé le 12/05", or the same in English; with a number before it where several things
/// were asked. Accents, capitals and what is quoted below do not count. What is not quite clear is nothing: a condition ("oui mais"), a
/// question, a day that no calendar has or that is still to come, two answers that contradict each other.
/// </summary>
/// <remarks>Pure. Looks at no more than <see cref="MaxLength"/> signs, and at each of them a bounded number of times.</remarks>
public static partial class ReadAnswer
{
    /// <summary>Signs of a text that are looked at.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Lines of a text that are looked at.</summary>
    public const int MaxLines = 200;

    private const int MatchTimeoutMs = 10_000;
    private const int MaxRest = 2_000;

    private static readonly MailAnswer _unclear = new([], "");

    /// <param name="text">The text of the mail.</param>
    /// <param name="today">The day on which it was written: nothing was sent later, and a day without a year is the last such one.</param>
    public static MailAnswer Of(string text, DateOnly today)
    {
        var own = OwnLines(text);
        var lines = new List<AnswerLine>();
        var read = 0;
        foreach (var line in own)
        {
            if (lines.Count > 0 && (lines[0].Number is null || !Numbered().IsMatch(line.Folded())))
            {
                break;
            }

            if (LineOf(line, today) is not { } said || lines.Exists(known => known.Number == said.Number && known != said))
            {
                return _unclear;
            }

            if (!lines.Contains(said))
            {
                lines.Add(said);
            }

            read++;
        }

        var rest = own.Skip(read).ToList();
        return lines.Count == 0 || (lines[0].Number is null && rest.Take(1)
            .Any(line => LineOf(line, today) is { } next && next != lines[0]))
            ? _unclear
            : new MailAnswer(lines, Remark(own, read));
    }

    // What stands behind a "non" on its line is its reason, and so is what follows.
    private static string Remark(List<string> own, int read)
    {
        var first = read == 1 && Line().Match(own[0].Folded()) is { Success: true } match && match.Groups["no"].Success
            ? own[0][Math.Min(own[0].Length, match.Groups["no"].Index + match.Groups["no"].Length)..].Trim(' ', ',', ':', ';', '.', '-',
                '–', '—', '\u00a0')
            : "";
        return string.Join('\n', new[] { first }.Concat(own.Skip(read)).Where(line => line.Length > 0)).Cut(MaxRest);
    }

    private static List<string> OwnLines(string text)
    {
        var own = new List<string>();
        foreach (var raw in text.Cut(MaxLength).Split('\n').Take(MaxLines))
        {
            var line = raw.Trim().Trim('\u00a0', '\u200b', '\ufeff').Trim();
            if (Quote().IsMatch(line.Folded()))
            {
                break;
            }

            if (line.Length > 0 && !(own.Count == 0 && Greeting().IsMatch(line.Folded())))
            {
                own.Add(line);
            }
        }

        return own;
    }

    private static AnswerLine? LineOf(string line, DateOnly today)
    {
        var match = Line().Match(line.Folded());
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["number"].Success ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : (int?)null;
        var rest = match.Groups["rest"].Value;
        return match.Groups["yes"].Success ? (Courtesy().IsMatch(rest) ? new AnswerLine(number, AnswerWord.Yes) : null)
            : match.Groups["no"].Success ? (IsReason(rest) ? new AnswerLine(number, AnswerWord.No) : null)
            : DayIn(match, today) is { } day && Courtesy().IsMatch(rest) ? new AnswerLine(number, AnswerWord.Sent, day) : null;
    }

    // "Non : il manque mai" has a reason; "no problem" and "non, pas de souci" mean the contrary.
    private static bool IsReason(string rest) =>
        Courtesy().IsMatch(rest) || (rest.TrimStart() is [',' or ':' or ';' or '.' or '-' or '–' or '—', ..] && !Contrary().IsMatch(rest));

    private static DateOnly? DayIn(Match match, DateOnly today)
    {
        if (match.Groups["iso"].Success)
        {
            return DateOnly.TryParseExact(match.Groups["iso"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var iso)
                && iso <= today ? iso : null;
        }

        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["month"].Success
            ? int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture)
            : 1 + Array.FindIndex(_months, names => names.Contains(match.Groups["name"].Value, StringComparer.Ordinal));
        if (month is < 1 or > 12)
        {
            return null;
        }

        if (match.Groups["year"].Success)
        {
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            return Day(year < 100 ? 2000 + year : year, month, day) is { } given && given <= today ? given : null;
        }

        return Day(today.Year, month, day) is { } here && here <= today ? here : Day(today.Year - 1, month, day);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 2000 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static readonly string[][] _months =
    [
        ["janvier", "january", "jan"], ["fevrier", "february", "feb"], ["mars", "march", "mar"], ["avril", "april", "apr"],
        ["mai", "may"], ["juin", "june", "jun"], ["juillet", "july", "jul"], ["aout", "august", "aug"],
        ["septembre", "september", "sep"], ["octobre", "october", "oct"], ["novembre", "november", "nov"],
        ["decembre", "december", "dec"],
    ];

    [GeneratedRegex(
        @"^[""'«\s]*(?:(?<number>[1-9][0-9]?)\s?[.):/-]?\s+)?(?:(?<yes>oui|yes|c'est exact|exact)|(?<no>non|no)|"
        + @"(?:envoye[es]{0,2}|sent)\s+(?:le\s+|on\s+(?:the\s+)?)?(?:(?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})|"
        + @"(?<day>[0-9]{1,2})(?:er|st|nd|rd|th)?(?:[/.-](?<month>[0-9]{1,2})|\s+(?<name>[a-z]{3,9}))"
        + @"(?:[/.\s-]+(?<year>[0-9]{4}|[0-9]{2}))?))"
        + @"(?![\p{L}\p{N}/])(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Line();

    [GeneratedRegex(@"^[""'«\s]*[1-9][0-9]?\s?[.):/-]?\s+\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:bonjour|bonsoir|hello|hi|good morning|good afternoon|dear|cher|chere|madame|monsieur)\b[^0-9]{0,40}[,!.]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"^(?:[\s,.!;:""'»–—-]|\b(?:merci|bien|sur|tout|a|fait|"
        + @"c'est|est|exact|cordialement|bonne|journee|et|thanks|thank|you|that|is|right|correct|"
        + @"indeed|regards|kind|best|recu|effectivement|absolument)\b){0,60}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\?|\b(?:probleme|souci|problem|worries|issue|doute|mais|but|sauf|except)", RegexOptions.CultureInvariant,
        MatchTimeoutMs)]
    private static partial Regex Contrary();

    [GeneratedRegex(
        @"^(?:>|-- ?$|_{5,}|-{3,}|\*{5,}|(?:le|on)\s.{3,200}(?:a ecrit|wrote)\s?:?$|(?:de|from|envoye|sent|expediteur)\s?:\s|"
        + @"(?:envoye depuis|envoye de mon|sent from)\b|.{0,200}\s(?:a ecrit|wrote)\s?:$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Quote();
}
