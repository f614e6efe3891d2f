using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Tracking;

/// <summary>What a cell of a tracking sheet says of the work.</summary>
public enum Said
{
    /// <summary>Nothing, or that it is not done.</summary>
    Nothing,

    /// <summary>Done on a date.</summary>
    Dated,

    /// <summary>Done, nobody says when.</summary>
    Done,

    /// <summary>Something that is neither a date nor a word for done: shown, never guessed.</summary>
    Unread,
}

/// <summary>Reads a cell of a tracking sheet: a date, a day and month of the period's year, a word for done, or nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct SaidCell(Said Said, CellDate Date)
{
    private const int MatchTimeoutMs = 10_000;
    private const int LongestCell = 80;

    /// <summary>Months after its period within which a day without a year lies.</summary>
    private const int MonthsAfter = 10;

    private static readonly HashSet<string> _done = new(StringComparer.Ordinal)
    {
        "fait", "faite", "faits", "faites", "ok", "x", "xx", "oui", "o", "v", "vu", "vrai", "true", "yes", "y", "done", "1", "100%", "100 %", "✓", "✔", "☑", "✅", "√", "☒", "✗ok",
        "recu", "recue", "recus", "recues", "remis", "remise", "remises", "depose", "deposee", "deposes", "deposees", "envoye", "envoyee", "envoyes", "envoyees", "transmis", "transmise", "transmises",
        "valide", "validee", "valides", "termine", "terminee", "termines", "accepte", "acceptee", "saisi", "saisie", "rapproche", "rapprochee", "effectue", "effectuee", "realise", "realisee", "sent", "received", "filed", "complete", "completed",
        "c'est fait", "bien recu", "tout recu", "ok fait", "fait ok", "paye", "payee", "livre", "livree", "signe", "signee",
    };

    private static readonly HashSet<string> _nothing = new(StringComparer.Ordinal)
    {
        "", "-", "--", "---", ".", "..", "...", "/", "?", "??", "0", "non", "no", "n", "faux", "false", "na", "n/a", "n.a.", "neant", "rien", "ko", "nc", "so", "s/o", "sans objet", "✗", "✘", "☐", "❌", "×non", "#n/a",
        "a faire", "a venir", "en cours", "en attente", "attente", "manquant", "manque", "pas fait", "pas recu", "non recu", "non fait", "non remis", "pas encore", "todo", "to do", "pending", "missing", "not done", "in progress", "vide", "aucun", "aucune",
    };

    public static SaidCell Of(string cell, DateOnly month, CellDates dates)
    {
        var text = cell.Trim();
        if (dates.TryRead(text, out var date))
        {
            return new(Said.Dated, date);
        }

        var folded = text.Length > LongestCell ? "?!" : Folded.Of(text).TrimEnd('!', '.').Trim();
        return _nothing.Contains(folded) ? new(Said.Nothing, default)
            : _done.Contains(folded) ? new(Said.Done, default)
            : text.Length > LongestCell ? new(Said.Unread, default)
            : TryDateAmongWords(folded, month, dates, out date) ? new(Said.Dated, date)
            : new(Said.Unread, default);
    }

    // "fait le 12/06/2026", "ok 12/06", "12 juin": the words beside the date must say that it is done, and nothing else. "prévu le 12/06" is no date of work.
    private static bool TryDateAmongWords(string folded, DateOnly month, CellDates dates, out CellDate date)
    {
        date = default;
        var match = DayInText().Match(folded);
        if (!match.Success)
        {
            return false;
        }

        var rest = (folded[..match.Index] + " " + folded[(match.Index + match.Length)..]).Trim(' ', '-', ':', ',', '(', ')');
        rest = rest.EndsWith(" le", StringComparison.Ordinal) || rest == "le" ? rest[..^2].Trim() : rest;
        if (rest.Length > 0 && !rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => _done.Contains(word.Trim(',', '-', ':')) || word is "le" or "du" or "on"))
        {
            return false;
        }

        return match.Groups["year"].Success ? dates.TryRead(match.Value, out date) : DayNear(match, month) is { } day && dates.TryRead(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out date);
    }

    // A day without a year is that of the first months that follow its period, or of the period itself.
    private static DateOnly? DayNear(Match match, DateOnly month)
    {
        var number = match.Groups["name"].Success ? MonthCell.Of(match.Groups["name"].Value)?.Month : int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        for (var after = 0; after <= MonthsAfter; after++)
        {
            var candidate = month.AddMonths(after);
            if (candidate.Month == number)
            {
                return day >= 1 && day <= DateTime.DaysInMonth(candidate.Year, candidate.Month) ? candidate.AddDays(day - 1) : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\d/.])(?<day>\d{1,2})(?:[/.\-](?<month>\d{1,2})(?:[/.\-](?<year>\d{2}|20\d{2}))?|(?:er)? (?<name>janvier|janv|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec)\b\.?(?: (?<year>20\d{2}))?)(?![\d/])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex DayInText();
}
