namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-03: numbers follow each other without doubles, gaps or disorder, by journal, or over the file when it visibly runs so.</summary>
internal sealed class Fec03Numbering() : Control("FEC-03")
{
    private const int MostDigits = 18;

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var journals = NumberedEntries.ByJournal(matter.Books, Digits);
        using var whole = RunsOverTheFile(journals, matter.Options.Thresholds.LeastShareOfRange);
        try
        {
            foreach (var finding in Find(matter, journals, whole is null ? journals : [whole]))
            {
                yield return finding;
            }
        }
        finally
        {
            journals.ForEach(journal => journal.Dispose());
        }
    }

    private IEnumerable<ControlFinding> Find(ControlMatter matter, List<NumberedEntries> journals, List<NumberedEntries> scopes)
    {
        var books = matter.Books;
        var doubles = journals.SelectMany(journal => journal.Doubles(books)).ToList();
        if (doubles.Count > 0)
        {
            var numbers = journals.Sum(journal => journal.DoubledNumbers(books));
            yield return Found("Double", ControlSeverity.Major, numbers, null, matter.LinesOfEntries(doubles));
        }

        var (gaps, missing) = (scopes.SelectMany(scope => scope.Gaps()).ToList(), scopes.Sum(scope => scope.Missing()));
        if (gaps.Count > 0)
        {
            yield return Found("Gap", ControlSeverity.Minor, gaps.Count, null, FirstLines(gaps, books), FindingFact.Of(missing));
        }

        var disorder = scopes.SelectMany(scope => scope.Disorder(books)).ToList();
        if (disorder.Count > 0)
        {
            yield return Found("Disorder", ControlSeverity.Minor, disorder.Count, null, FirstLines(disorder, books));
        }
    }

    /// <summary>All entries together, when no number occurs in two journals and the numbers fill a good part of their range; else null.</summary>
    private static NumberedEntries? RunsOverTheFile(List<NumberedEntries> journals, double leastShare)
    {
        if (journals.Count < 2)
        {
            return null;
        }

        var whole = NumberedEntries.Together(journals);
        if (whole is not null && whole.Distinct == journals.Sum(journal => journal.Distinct) && whole.Distinct >= whole.Range * (decimal)leastShare)
        {
            return whole;
        }

        whole?.Dispose();
        return null;
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

    private static IEnumerable<long> FirstLines(List<int> entries, RunningBooks books) =>
        entries.Order().Take(FecReport.MostLines).Select(entry => (long)books.EntryStates[entry].FirstLine);
}
