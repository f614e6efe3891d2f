namespace Pupitre.Mining;

/// <summary>
/// Dates with the name of their month, in French or English, as trackers and spreadsheets export them: 13/May/26, 8 avr. 2024, November 3, 2023,
/// 1er janvier 2026, "Wed, 13 May 2026". A name leaves nothing to choose about day and month.
/// </summary>
internal static class NamedDate
{
    private const int LongestName = 12;

    /// <summary>Two-digit years up to this one are of this century.</summary>
    private const int LastShortYear = 69;

    private static readonly string[][] Months =
    [
        ["jan", "janv", "january", "janvier"], ["feb", "fev", "fevr", "february", "fevrier"], ["mar", "march", "mars"], ["apr", "avr", "april", "avril"], ["may", "mai"], ["jun", "june", "juin"],
        ["jul", "juil", "july", "juillet"], ["aug", "aou", "august", "aout"], ["sep", "sept", "september", "septembre"], ["oct", "october", "octobre"], ["nov", "november", "novembre"],
        ["dec", "december", "decembre"],
    ];

    private static readonly string[] Weekdays =
        ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
         "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] AfterDay = ["er", "st", "nd", "rd", "th"];

    /// <summary>Reads the date that a text begins with; <paramref name="rest"/> is what follows it (an hour, or nothing).</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int year, out int month, out int day, out ReadOnlySpan<char> rest)
    {
        (year, month, day) = (0, 0, 0);
        rest = text;
        if (!SkipWeekday(ref rest) || !(rest is [>= '0' and <= '9', ..] ? DayAndMonth(ref rest, out day, out month) : MonthAndDay(ref rest, out month, out day)))
        {
            return false;
        }

        var digits = rest.Length;
        if (!Number(ref rest, 4, out year) || digits - rest.Length is not (2 or 4))
        {
            return false;
        }

        year += digits - rest.Length == 4 ? 0 : year <= LastShortYear ? 2000 : 1900;
        rest = rest.TrimStart(", ");
        foreach (var word in (ReadOnlySpan<string>)["à ", "at "])
        {
            rest = rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? rest[word.Length..] : rest;
        }

        return true;
    }

    private static bool DayAndMonth(ref ReadOnlySpan<char> rest, out int day, out int month)
    {
        month = 0;
        if (!Number(ref rest, 2, out day))
        {
            return false;
        }

        SkipOrdinal(ref rest);
        return Separated(ref rest) && Month(ref rest, out month) && Separated(ref rest);
    }

    private static bool MonthAndDay(ref ReadOnlySpan<char> rest, out int month, out int day)
    {
        day = 0;
        if (!Month(ref rest, out month) || !Separated(ref rest) || !Number(ref rest, 2, out day))
        {
            return false;
        }

        SkipOrdinal(ref rest);
        return Separated(ref rest);
    }

    /// <summary>Passes over the name of a weekday; false when the text begins with a word that is neither that nor a month.</summary>
    private static bool SkipWeekday(ref ReadOnlySpan<char> rest)
    {
        var word = Word(rest);
        if (word.IsEmpty)
        {
            return true;
        }

        var after = rest[word.Length..].TrimStart("., ");
        var isWeekday = Weekdays.Contains(Folded(word)) && (!IsMonth(word) || Word(after).Length > 0);

        // "mar" is mardi and March: behind it stands a number in both, but only a weekday is followed by a day and the name of a month.
        if (isWeekday || (Weekdays.Contains(Folded(word)) && after is [>= '0' and <= '9', ..] && DayAndMonth(ref after, out _, out _)))
        {
            rest = rest[word.Length..].TrimStart("., ");
            return true;
        }

        return IsMonth(word);
    }

    private static void SkipOrdinal(ref ReadOnlySpan<char> rest)
    {
        var word = Word(rest);
        rest = AfterDay.Contains(Folded(word)) ? rest[word.Length..] : rest;
    }

    private static bool Month(ref ReadOnlySpan<char> rest, out int month)
    {
        var word = Word(rest);
        month = MonthOf(word);
        rest = rest[word.Length..];
        return month > 0;
    }

    private static bool IsMonth(ReadOnlySpan<char> word) => MonthOf(word) > 0;

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        var folded = Folded(word);
        return Array.FindIndex(Months, names => names.Contains(folded)) + 1;
    }

    private static bool Separated(ref ReadOnlySpan<char> rest)
    {
        var after = rest.TrimStart("/-., ");
        var isSeparated = after.Length < rest.Length;
        rest = after;
        return isSeparated;
    }

    private static bool Number(ref ReadOnlySpan<char> rest, int mostDigits, out int number)
    {
        (number, var digits) = (0, 0);
        while (digits < mostDigits && digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            number = (number * 10) + rest[digits++] - '0';
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return text[..length];
    }

    /// <summary>In small letters and without the accents that months have; nothing for what is too long to be a name.</summary>
    private static string Folded(ReadOnlySpan<char> word) => word.Length > LongestName ? ""
        : word.ToString().ToLowerInvariant().Replace('é', 'e').Replace('û', 'u');
}
