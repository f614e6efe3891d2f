namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-03: numbers follow each other without doubles, gaps or disorder, by journal, or over the file when it visibly runs so.</summary>
internal sealed class Fec03Numbering() : Control("FEC-03")
{
    private const int MostDigits = 18;

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var entries = WithNumbers(matter.Books);
        entries.Sort(Numbered.Compare);
        var doubles = Doubles(entries, matter.Books);
        if (doubles.Count > 0)
        {
            var numbers = doubles.Select(entry => entry.Scope + "|" + entry.Number).Distinct().Count();
            yield return Found("Double", ControlSeverity.Major, numbers, null, matter.LinesOfEntries(doubles.Select(entry => entry.Entry)));
        }

        if (RunsOverTheFile(entries, matter.Options.Thresholds.LeastShareOfRange))
        {
            entries = entries.ConvertAll(entry => entry with { Scope = 0 });
            entries.Sort(Numbered.Compare);
        }

        var (gaps, missing) = Gaps(entries);
        if (gaps.Count > 0)
        {
            yield return Found("Gap", ControlSeverity.Minor, gaps.Count, null, FirstLines(gaps, matter.Books), FindingFact.Of(missing));
        }

        var disorder = Disorder(entries, matter.Books);
        if (disorder.Count > 0)
        {
            yield return Found("Disorder", ControlSeverity.Minor, disorder.Count, null, FirstLines(disorder, matter.Books));
        }
    }

    /// <summary>The entries whose number holds digits, with these digits; the scope is the journal.</summary>
    private static List<Numbered> WithNumbers(RunningBooks books)
    {
        var entries = new List<Numbered>(books.Entries.Count);
        for (var entry = 0; entry < books.Entries.Count; entry++)
        {
            if (Digits(books.Entries[entry]) is { } number)
            {
                entries.Add(new(books.Entries.ScopeOf(entry), number, entry));
            }
        }

        return entries;
    }

    private static long? Digits(ReadOnlySpan<byte> text)
    {
        long number = 0;
        var digits = 0;
        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                number = (number * 10) + letter - '0';
                digits += number > 0 ? 1 : 0;
            }

            if (digits > MostDigits)
            {
                return null;
            }
        }

        return digits > 0 || text.Contains((byte)'0') ? number : null;
    }

    /// <summary>One number under several dates, or several entries of a journal whose numbers differ only by their letters.</summary>
    private static List<Numbered> Doubles(List<Numbered> entries, RunningBooks books)
    {
        var doubles = new List<Numbered>();
        for (var at = 0; at < entries.Count; at++)
        {
            var hasTwin = (at > 0 && entries[at].IsTwin(entries[at - 1], books)) || (at + 1 < entries.Count && entries[at].IsTwin(entries[at + 1], books));
            if (hasTwin || books.EntryStates[entries[at].Entry].HasManyDays)
            {
                doubles.Add(entries[at]);
            }
        }

        return doubles;
    }

    private static bool RunsOverTheFile(List<Numbered> entries, double leastShare)
    {
        if (entries.Count < 2 || entries[0].Scope == entries[^1].Scope)
        {
            return false;
        }

        var numbers = entries.Select(entry => entry.Number).Distinct().Order().ToList();
        var range = (decimal)numbers[^1] - numbers[0] + 1;
        return numbers.Count == entries.Select(entry => (entry.Scope, entry.Number)).Distinct().Count() && numbers.Count >= range * (decimal)leastShare;
    }

    private static (List<int> After, decimal Missing) Gaps(List<Numbered> entries)
    {
        var after = new List<int>();
        decimal missing = 0;
        for (var at = 1; at < entries.Count; at++)
        {
            var (before, entry) = (entries[at - 1], entries[at]);
            if (before.Scope == entry.Scope && entry.Number > before.Number + 1)
            {
                after.Add(entry.Entry);
                missing += entry.Number - before.Number - 1;
            }
        }

        return (after, missing);
    }

    /// <summary>Entries validated before one that bears a smaller number.</summary>
    private static List<int> Disorder(List<Numbered> entries, RunningBooks books)
    {
        var disorder = new List<int>();
        var (scope, latest) = (-1, 0);
        foreach (var entry in entries)
        {
            (scope, latest) = entry.Scope == scope ? (scope, latest) : (entry.Scope, 0);
            if (books.EntryStates[entry.Entry].ValidDay is not { IsDay: true } valid)
            {
                continue;
            }

            if (valid.Number < latest)
            {
                disorder.Add(entry.Entry);
            }

            latest = Math.Max(latest, valid.Number);
        }

        return disorder;
    }

    private static IEnumerable<long> FirstLines(List<int> entries, RunningBooks books) =>
        entries.Order().Take(FecReport.MostLines).Select(entry => (long)books.EntryStates[entry].FirstLine);
}

/// <summary>An entry and the digits of its number.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Numbered(int Scope, long Number, int Entry)
{
    /// <summary>By scope, number and place in the file.</summary>
    public static int Compare(Numbered left, Numbered right) => (left.Scope, left.Number, left.Entry).CompareTo((right.Scope, right.Number, right.Entry));

    /// <summary>The same number in the same journal, over another content.</summary>
    public bool IsTwin(Numbered other, RunningBooks books) =>
        Scope == other.Scope && Number == other.Number && books.EntryStates[Entry].Content != books.EntryStates[other.Entry].Content;
}
