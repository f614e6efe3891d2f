namespace Pupitre.Recognition.Contents;

/// <summary>
/// Tells a forward: somebody hands on what another wrote, so what it shows of the other is the word of whoever hands it on. By the mark that mail programs
/// set above it, by the first word of the subject, or by a block of headers in the text that an answer would not quote.
/// </summary>
internal static class ForwardedMail
{
    /// <summary>Lines of a block of headers that may stand between two of them: continued addresses.</summary>
    private const int BlockLines = 10;

    private static readonly string[] _forwards = ["tr", "trans", "fwd", "fw", "wg", "rv", "enc", "i", "vs", "vl", "vb", "pd", "doorst", "transfere", "transfert"];
    private static readonly string[] _answers = ["re", "rep", "reponse", "aw", "sv", "antw", "res", "r", "ref"];
    private static readonly string[] _marks = ["forwarded", "transfere", "transferred", "reexpedie", "fait suivre", "weitergeleitet", "reenviad", "inoltrat", "doorgestuurd", "encaminhad"];
    private static readonly string[] _openings = ["debut du message transfere", "debut du message reexpedie", "begin forwarded message", "anfang der weitergeleiteten", "inizio messaggio inoltrato", "inicio del mensaje reenviado"];

    private static readonly string[] _from = ["de", "from", "von", "da", "van", "expediteur", "sender"];
    private static readonly string[] _when = ["envoye", "envoyee", "date", "sent", "gesendet", "datum", "enviado", "enviado el", "fecha", "inviato", "data", "verzonden", "envoye le", "date d'envoi"];
    private static readonly string[] _to = ["a", "to", "pour", "an", "para", "aan", "destinataire", "destinataires"];
    private static readonly string[] _about = ["objet", "sujet", "subject", "betreff", "asunto", "oggetto", "onderwerp", "assunto"];

    /// <param name="subject">Of the mail.</param>
    /// <param name="texts">Its texts, plain and of HTML.</param>
    /// <param name="isOfSenders">Whether an address is the reader's own, or lies in the sender's house: an answer quotes these.</param>
    public static bool Is(string subject, IEnumerable<string> texts, Func<string, bool> isOfSenders)
    {
        var first = FirstWord(subject);
        if (Array.IndexOf(_forwards, first) >= 0)
        {
            return true;
        }

        var isAnswer = Array.IndexOf(_answers, first) >= 0;
        return texts.Any(text => IsIn(text, isAnswer, isOfSenders));
    }

    private static bool IsIn(string text, bool isAnswer, Func<string, bool> isOfSenders)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('>', '|', ' ', '*', '\u00A0')).Where(line => line.Length > 0).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            if (IsMark(lines[at]) || IsOpening(lines[at]) || (BlockAt(lines, at) is { } quoted && !IsQuotedByAnswer(quoted, isAnswer, isOfSenders)))
            {
                return true;
            }
        }

        return false;
    }

    // An answer quotes what its reader wrote, or what its sender's own house wrote before.
    private static bool IsQuotedByAnswer(string quoted, bool isAnswer, Func<string, bool> isOfSenders) =>
        AddressIn(quoted) is { } address ? isOfSenders(address) : isAnswer;

    // ---------- Forwarded message ---------, -------- Message transféré --------, ----- Mail transféré -----
    private static bool IsMark(string line)
    {
        if (line.Length is < 8 or > 200 || line[0] is not ('-' or '_' or '=') || line[1] != line[0])
        {
            return false;
        }

        var folded = Folded.Of(line);
        return Array.Exists(_marks, mark => folded.Contains(mark, StringComparison.Ordinal));
    }

    private static bool IsOpening(string line)
    {
        if (line.Length is < 10 or > 200 || line[0] is not ('d' or 'D' or 'b' or 'B' or 'a' or 'A' or 'i' or 'I'))
        {
            return false;
        }

        var folded = Folded.Of(line);
        return Array.Exists(_openings, opening => folded.StartsWith(opening, StringComparison.Ordinal));
    }

    /// <summary>What stands behind "From" in a block of From, and two of Sent, To and Subject, that begins at a line; null when none does.</summary>
    private static string? BlockAt(List<string> lines, int at)
    {
        if (NameOf(lines[at]) is not { } name)
        {
            return null;
        }

        HashSet<string[]> seen = [];
        var from = "";
        for (var line = at; line < Math.Min(lines.Count, at + BlockLines); line++)
        {
            if (NameOf(lines[line]) is { } header && Array.Find([_from, _when, _to, _about], names => Array.IndexOf(names, header) >= 0) is { } kind && seen.Add(kind) && kind == _from)
            {
                from = lines[line][(lines[line].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                from = from.Length == 0 && line + 1 < lines.Count ? lines[line + 1] : from;
            }
        }

        return name.Length > 0 && seen.Contains(_from) && seen.Count >= 3 && (seen.Contains(_when) || seen.Contains(_about)) ? from : null;
    }

    // The word before the colon of a short line, when it is one that heads a mail.
    private static string? NameOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 24)
        {
            return null;
        }

        var name = Folded.Of(line[..colon]).Trim(' ', '*');
        return Array.Exists([_from, _when, _to, _about], names => Array.IndexOf(names, name) >= 0) ? name : null;
    }

    private static string? AddressIn(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1)
        {
            return null;
        }

        var (start, end) = (at, at + 1);
        while (start > 0 && IsOfAddress(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsOfAddress(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static bool IsOfAddress(char letter) => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or '+';

    private static string FirstWord(string subject)
    {
        var folded = Folded.Of(subject).TrimStart('[', '(', ' ');
        var colon = folded.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 14 ? folded[..colon].TrimEnd(' ', ']', ')', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '[', '(') : "";
    }
}
