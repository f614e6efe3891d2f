using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What happened to an entry between two files of the same year.</summary>
public enum EntryChangeKind
{
    /// <summary>Absent from the first file, present in the second.</summary>
    Added,

    /// <summary>Present in both with another date, account, third party, document, label or amount. Lettering and validation don't count.</summary>
    Changed,

    /// <summary>Present in the first file, absent from the second.</summary>
    Deleted,
}

/// <summary>An entry that differs between two files.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="WasValidated">Whether it bore a validation date in the first file: such an entry is definitive.</param>
/// <param name="Entry">As in the second file; as in the first when it was deleted.</param>
/// <param name="Before">As in the first file, when it was changed; null else, and in reports made before 29 November 2026.</param>
public sealed record EntryChange(EntryChangeKind Kind, bool WasValidated, FecEntry Entry, FecEntry? Before = null);

/// <summary>What an entry is about, told by its accounts.</summary>
[Flags]
public enum FecEntryKinds
{
    /// <summary>None of the others.</summary>
    None = 0,

    /// <summary>A bank account (512, 514 to 517).</summary>
    Bank = 1,

    /// <summary>Sales (70).</summary>
    Sales = 2,

    /// <summary>Purchases, outside services (60 to 62) or fixed assets (20 to 23), with a supplier (40) in credit.</summary>
    Purchase = 4,

    /// <summary>Wages (64).</summary>
    Payroll = 8,

    /// <summary>VAT (445).</summary>
    Vat = 16,

    /// <summary>Opening balances.</summary>
    Opening = 32,
}

/// <summary>An entry, without its lines.</summary>
/// <param name="Journal">JournalCode.</param>
/// <param name="Number">EcritureNum.</param>
/// <param name="Date">EcritureDate of its first line; null when unreadable.</param>
/// <param name="ValidDate">ValidDate of its first line; null when blank.</param>
/// <param name="PieceRef">PieceRef of its first line.</param>
/// <param name="ThirdParty">First auxiliary account of a customer or supplier in it, else empty.</param>
/// <param name="Debit">Sum of its debits.</param>
/// <param name="ThirdPartyAmount">Absolute balance of its lines on accounts 40 and 41: what the invoice comes to.</param>
/// <param name="Kinds">What it is about.</param>
/// <param name="Line">Physical number of its first line.</param>
public sealed record FecEntry(
    string Journal,
    string Number,
    DateOnly? Date,
    DateOnly? ValidDate,
    string PieceRef,
    string ThirdParty,
    decimal Debit,
    decimal ThirdPartyAmount,
    FecEntryKinds Kinds,
    long Line);

/// <summary>Two files of one year, received at two dates: what was really entered between them.</summary>
/// <param name="Added">Count of added entries.</param>
/// <param name="Changed">Count of changed entries.</param>
/// <param name="Deleted">Count of deleted entries.</param>
/// <param name="Changes">Each of them, in the order of the file.</param>
/// <param name="PreviousLastBankEntry">Day of the last bank entry in the first file.</param>
/// <param name="LastBankEntry">Day of the last bank entry in the second file.</param>
public sealed record InterimComparison(
    long Added, long Changed, long Deleted, ImmutableArray<EntryChange> Changes, DateOnly? PreviousLastBankEntry, DateOnly? LastBankEntry);

/// <summary>The opening balances of a year against the closing balances of the year before, classes 1 to 5.</summary>
/// <param name="Differences">Accounts whose balances differ, by number.</param>
public sealed record OpeningComparison(ImmutableArray<OpeningDifference> Differences);

/// <summary>An account that does not open as it closed.</summary>
/// <param name="Account">Account number, without the zeros at its end (two programs may write it with different lengths).</param>
/// <param name="Closing">Balance at the end of the year before; the result of that year is in 120 or 129.</param>
/// <param name="Opening">Balance of the opening entry.</param>
/// <param name="IsAllocation">Whether it only tells of the allocation of the result (classes 10 to 12).</param>
public sealed record OpeningDifference(string Account, decimal Closing, decimal Opening, bool IsAllocation);
