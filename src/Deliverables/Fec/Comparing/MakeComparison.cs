using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>Makes the public list of what changed between two receptions.</summary>
internal static class MakeComparison
{
    public static InterimComparison Run(PreviousFile previous, ControlMatter matter)
    {
        var differences = CompareReceptions.Run(previous.Books, matter.Books);
        return new(
            differences.LongCount(difference => difference.Kind == EntryChangeKind.Added),
            differences.LongCount(difference => difference.Kind == EntryChangeKind.Changed),
            differences.LongCount(difference => difference.Kind == EntryChangeKind.Deleted),
            [.. differences.Select(difference => new EntryChange(difference.Kind, difference.WasValidated, Entry(difference, previous, matter), Before(difference, previous)))],
            LastBank(previous.Books),
            LastBank(matter.Books));
    }

    private static FecEntry Entry(EntryDifference difference, PreviousFile previous, ControlMatter matter) =>
        difference.Kind == EntryChangeKind.Deleted ? Entry(previous.Books, previous.Text, difference.Entry) : Entry(matter.Books, matter.Text, difference.Entry);

    private static FecEntry? Before(EntryDifference difference, PreviousFile previous) =>
        difference.Kind == EntryChangeKind.Changed ? Entry(previous.Books, previous.Text, difference.Before) : null;

    private static FecEntry Entry(RunningBooks books, Encoding text, int entry)
    {
        var (state, content) = (books.EntryStates[entry], books.EntryContents[entry]);
        var kinds = state.HasSupplierCredit ? state.Kinds : state.Kinds & ~FecEntryKinds.Purchase;
        return new(
            text.GetString(books.Journals[books.Entries.ScopeOf(entry)]), text.GetString(books.Entries[entry]), Day(state.Day), Day(state.ValidDay),
            text.GetString(books.Names[content.PieceRef]), content.ThirdParty < 0 ? "" : text.GetString(books.SubAccounts[content.ThirdParty]),
            state.Debit.ToDecimal(), content.ThirdParties.Size.ToDecimal(), kinds, books.PhysicalOf(state.FirstLine));
    }

    /// <summary>Day of the last bank line that is no opening balance; null without one.</summary>
    public static DateOnly? LastBank(RunningBooks books) => Day(books.LastBankDay);

    private static DateOnly? Day(int number) => number > 0 ? DateOnly.FromDayNumber(number) : null;
}
