namespace Pupitre.Deliverables.Fec;

/// <summary>
/// Chooses how a file is numbered: the reading that leaves least to explain. A single odd record then remains one odd record, whatever
/// the others are; it never turns the numbers of a whole file into gaps.
/// </summary>
internal static class ChooseNumbering
{
    // Some entries are dated in another month than the one that their number says, and some numbers are typed otherwise.
    private const double LeastShare = 0.9;

    // A series that is no part of a date holds several entries.
    private const int LeastEntriesPerSeries = 2;

    private static readonly int[] _datePrefixes = [8, 6, 4, 2];

    /// <summary>The runs of numbers: a journal each, or one over the file where fewer gaps and doubles are left so. Both lists are the caller's to dispose.</summary>
    public static List<NumberedEntries> Run(List<NumberedEntries> journals, RunningBooks books)
    {
        var read = journals.ConvertAll(journal => Best(journal, books));
        if (journals.Count < 2 || read.Sum(journal => journal.GapCount) == 0)
        {
            return read;
        }

        using var together = NumberedEntries.Together(journals, books);
        var whole = Best(together, books);
        if (whole.GapCount + whole.SharedCount < read.Sum(journal => journal.GapCount))
        {
            Drop(read, journals);
            return [ReferenceEquals(whole, together) ? NumberedEntries.Together(journals, books) : whole];
        }

        if (!ReferenceEquals(whole, together))
        {
            whole.Dispose();
        }

        return read;
    }

    /// <summary>Gives back what was made in choosing, and not what the caller has anyway.</summary>
    public static void Drop(List<NumberedEntries> read, List<NumberedEntries> journals) =>
        read.FindAll(run => !journals.Contains(run)).ForEach(run => run.Dispose());

    private static NumberedEntries Best(NumberedEntries entries, RunningBooks books)
    {
        var best = entries;
        foreach (var other in entries.GapCount == 0 ? [] : Otherwise(entries, books))
        {
            var (worse, better) = other.GapCount + other.SharedCount < best.GapCount + best.SharedCount ? (best, other) : (other, best);
            best = better;
            if (!ReferenceEquals(worse, entries))
            {
                worse.Dispose();
            }
        }

        return best;
    }

    private static IEnumerable<NumberedEntries> Otherwise(NumberedEntries entries, RunningBooks books)
    {
        foreach (var numbering in new[] { Numbering.LastGroup, Numbering.FirstGroup })
        {
            if (ByGroup(entries, numbering, books) is { } grouped)
            {
                yield return grouped;
            }
        }

        foreach (var prefix in _datePrefixes)
        {
            if (AfterDate(entries, prefix, books) is { } dated)
            {
                yield return dated;
            }
        }
    }

    private static NumberedEntries? ByGroup(NumberedEntries entries, Numbering numbering, RunningBooks books)
    {
        var ofDate = 0;
        var read = entries.ReadAs(
            entry =>
            {
                var number = EntryNumber.Group(books.Entries[entry], numbering, books.EntryStates[entry].Day, out var isOfDate);
                ofDate += isOfDate ? 1 : 0;
                return number;
            },
            LeastShare,
            books);
        if (read is null || ofDate >= entries.Count * LeastShare || (numbering == Numbering.LastGroup && entries.Count >= (long)read.SeriesCount * LeastEntriesPerSeries))
        {
            return read;
        }

        read.Dispose();
        return null;
    }

    private static NumberedEntries? AfterDate(NumberedEntries entries, int prefix, RunningBooks books) =>
        entries.ReadAs(entry => EntryNumber.AfterDate(books.Entries[entry], books.EntryStates[entry].Day, prefix), LeastShare, books);
}
