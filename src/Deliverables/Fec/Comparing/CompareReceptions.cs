namespace Pupitre.Deliverables.Fec;

/// <summary>An entry that differs, by its place in the books of the second file, or of the first when it was deleted.</summary>
/// <param name="Before">Its place in the books of the first file when it was changed, else -1.</param>
/// <param name="AtStake">What was added or deleted; of a changed entry the difference, or all of it when only accounts, dates or labels changed.</param>
internal readonly record struct EntryDifference(EntryChangeKind Kind, bool WasValidated, int Entry, int Before, Amount AtStake);

/// <summary>Holds two files of one year against each other, entry by entry: journal and number say which, their content whether it changed.</summary>
internal static class CompareReceptions
{
    public static List<EntryDifference> Run(RunningBooks previous, RunningBooks current)
    {
        var differences = new List<EntryDifference>();
        var journals = Journals(previous, current);
        for (var entry = 0; entry < current.Entries.Count; entry++)
        {
            var state = current.EntryStates[entry];
            var before = journals[current.Entries.ScopeOf(entry)] is var journal and >= 0 ? previous.Entries.Find(journal, current.Entries[entry]) : -1;
            if (before < 0)
            {
                differences.Add(new(EntryChangeKind.Added, WasValidated: false, entry, -1, state.Debit));
            }
            else if (previous.EntryContents[before].Hash != current.EntryContents[entry].Hash)
            {
                ref var old = ref previous.EntryStates[before];
                var change = (state.Debit - old.Debit).Size;
                differences.Add(new(EntryChangeKind.Changed, old.ValidDay > 0, entry, before, change.IsZero ? state.Debit.Size : change));
            }
        }

        var back = Journals(current, previous);
        for (var entry = 0; entry < previous.Entries.Count; entry++)
        {
            var journal = back[previous.Entries.ScopeOf(entry)];
            if (journal < 0 || current.Entries.Find(journal, previous.Entries[entry]) < 0)
            {
                differences.Add(new(EntryChangeKind.Deleted, previous.EntryStates[entry].ValidDay > 0, entry, -1, previous.EntryStates[entry].Debit));
            }
        }

        return differences;
    }

    /// <summary>For each journal of <paramref name="from"/> its place in <paramref name="into"/>, or -1.</summary>
    private static int[] Journals(RunningBooks into, RunningBooks from) =>
        [.. Enumerable.Range(0, from.Journals.Count).Select(journal => into.Journals.Find(0, from.Journals[journal]))];
}
