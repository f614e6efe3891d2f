using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>What became of an entry, in the reader's language.</summary>
internal static class ChangeWords
{
    /// <summary>The rule that speaks of entries between two receptions; its variants are these words and kinds.</summary>
    public const string Rule = "FEC-17";

    public static string Of(EntryChangeKind kind) => kind switch
    {
        EntryChangeKind.Added => Texts.Books_Added,
        EntryChangeKind.Changed => Texts.Books_Changed,
        _ => Texts.Books_Deleted,
    };

    /// <summary>The entries that a finding of the rule is about.</summary>
    public static IEnumerable<EntryChange> Of(ControlFinding finding, FecReport report) => finding.Rule != Rule || report.Interim is not { } interim ? [] : finding.Variant switch
    {
        "ValidatedChanged" => interim.Changes.Where(change => change is { Kind: EntryChangeKind.Changed, WasValidated: true }),
        "ValidatedDeleted" => interim.Changes.Where(change => change is { Kind: EntryChangeKind.Deleted, WasValidated: true }),
        "Changed" => interim.Changes.Where(change => change is { Kind: EntryChangeKind.Changed, WasValidated: false }),
        "Deleted" => interim.Changes.Where(change => change is { Kind: EntryChangeKind.Deleted, WasValidated: false }),
        _ => interim.Changes.Where(change => change.Kind == EntryChangeKind.Added),
    };

    /// <summary>The entry by name, day and amount, and what it was before: what its accountant needs to find it again.</summary>
    public static string Of(EntryChange change)
    {
        var entry = change.Entry;
        var name = FileWords.Entry(entry.Journal, entry.Number);
        var named = entry.Date is { } day ? Texts.Books_EntryOf.With(name, Moments.Short(day)) : name;
        return change.Before switch
        {
            null => Texts.Books_EntryAmount.With(named, FileWords.Euros(entry.Debit)),
            { } before when before.Debit != entry.Debit => Texts.Books_EntryBecame.With(named, FileWords.Euros(before.Debit), FileWords.Euros(entry.Debit)),
            { } before when before.Date != entry.Date && before.Date is { } moved => Texts.Books_EntryMoved.With(named, FileWords.Euros(entry.Debit), Moments.Short(moved)),
            _ => Texts.Books_EntrySameAmount.With(named, FileWords.Euros(entry.Debit)),
        };
    }

    /// <summary>After less before, where a changed entry's amount is another; null else.</summary>
    public static decimal? Difference(EntryChange change) => change.Before is { } before && before.Debit != change.Entry.Debit ? change.Entry.Debit - before.Debit : null;
}
