namespace Pupitre.Deliverables.Fec;

/// <summary>
/// FEC-03: numbers follow each other without doubles, gaps or disorder, by journal, by series (a year or a month in the number), or over the
/// file: in whichever of these ways least is left to explain.
/// </summary>
internal sealed class Fec03Numbering() : Control("FEC-03")
{
    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var journals = NumberedEntries.ByJournal(matter.Books);
        var runs = ChooseNumbering.Run(journals, matter.Books);
        try
        {
            return [.. Find(matter, runs)];
        }
        finally
        {
            ChooseNumbering.Drop(runs, journals);
            journals.ForEach(journal => journal.Dispose());
        }
    }

    private IEnumerable<ControlFinding> Find(ControlMatter matter, List<NumberedEntries> runs)
    {
        var books = matter.Books;
        var doubles = runs.SelectMany(run => run.Doubles(books)).ToList();
        if (doubles.Count > 0)
        {
            yield return Found("Double", ControlSeverity.Major, runs.Sum(run => run.DoubledNumbers(books)), null, matter.LinesOfEntries(doubles));
        }

        var gaps = runs.SelectMany(run => run.Gaps()).ToList();
        if (gaps.Count > 0)
        {
            yield return Found("Gap", ControlSeverity.Minor, gaps.Count, null, FirstLines(gaps, books), FindingFact.Of(runs.Sum(run => run.Missing)));
        }

        var disorder = runs.SelectMany(run => run.Disorder(books)).ToList();
        if (disorder.Count > 0)
        {
            yield return Found("Disorder", ControlSeverity.Minor, disorder.Count, null, FirstLines(disorder, books));
        }
    }

    private static IEnumerable<long> FirstLines(List<int> entries, RunningBooks books) =>
        entries.Order().Take(FecReport.MostLines).Select(entry => (long)books.EntryStates[entry].FirstLine);
}
