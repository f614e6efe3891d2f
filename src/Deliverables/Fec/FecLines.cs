using System.Collections.Immutable;
using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>A line of the file, in full.</summary>
/// <param name="Number">Physical number; the header is 1.</param>
/// <param name="Journal">JournalCode.</param>
/// <param name="JournalName">JournalLib.</param>
/// <param name="Entry">EcritureNum.</param>
/// <param name="Date">EcritureDate, as written.</param>
/// <param name="Account">CompteNum.</param>
/// <param name="AccountName">CompteLib.</param>
/// <param name="Auxiliary">CompAuxNum.</param>
/// <param name="AuxiliaryName">CompAuxLib.</param>
/// <param name="PieceRef">PieceRef.</param>
/// <param name="PieceDate">PieceDate, as written.</param>
/// <param name="Label">EcritureLib.</param>
/// <param name="Debit">Debit in euros.</param>
/// <param name="Credit">Credit in euros.</param>
/// <param name="Letter">EcritureLet.</param>
/// <param name="ValidDate">ValidDate, as written.</param>
/// <param name="Record">Its own number: the physical one in a flat file, that of the record in XML, where several may share a line.</param>
public sealed record FecLineText(
    long Number, string Journal, string JournalName, string Entry, string Date, string Account, string AccountName, string Auxiliary, string AuxiliaryName,
    string PieceRef, string PieceDate, string Label, decimal Debit, decimal Credit, string Letter, string ValidDate, long Record);

/// <summary>Reads a few lines of a file again: the entries of a finding, the general ledger of an account. Each call reads the file once or twice.</summary>
public static class FecLines
{
    /// <summary>Longest text of a field; what is longer is cut.</summary>
    public const int MostFieldLength = 500;

    /// <summary>The lines of given numbers, each with the other lines of its entry.</summary>
    /// <param name="file">The file.</param>
    /// <param name="numbers">Their own numbers, as <see cref="FecLineText.Record"/>.</param>
    /// <param name="most">At most so many lines.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="UnreadableFec">The file cannot be read, or changed while it was read.</exception>
    public static ImmutableArray<FecLineText> InTheirEntries(FecFile file, IEnumerable<long> numbers, int most, CancellationToken token = default)
    {
        var wanted = numbers.ToHashSet();
        var entries = new EntrySearch(wanted, most);
        FecReader.Read(file, entries, token);
        return Read(file, new LineSearch(line => entries.Keys.Contains(LineSearch.KeyOf(line)), most), token);
    }

    /// <summary>The lines of an entry.</summary>
    /// <inheritdoc cref="InTheirEntries"/>
    public static ImmutableArray<FecLineText> OfEntry(FecFile file, string journal, string entry, int most, CancellationToken token = default)
    {
        var (code, number) = (Spelled.Of(journal), Spelled.Of(entry));
        return Read(file, new LineSearch(line => code.IsAny(line[FecColumn.JournalCode]) && number.IsAny(line[FecColumn.EcritureNum]), most), token);
    }

    /// <summary>The general ledger of an account, or of one of its auxiliary accounts, in the order of the file.</summary>
    /// <inheritdoc cref="InTheirEntries"/>
    public static ImmutableArray<FecLineText> OfAccount(FecFile file, string account, string? auxiliary, int most, CancellationToken token = default)
    {
        var (number, aux) = (Spelled.Of(account), Spelled.Of(auxiliary ?? ""));
        return Read(file, new LineSearch(line => number.IsAny(line[FecColumn.CompteNum]) && (auxiliary is null || aux.IsAny(line[FecColumn.CompAuxNum])), most), token);
    }

    private static ImmutableArray<FecLineText> Read(FecFile file, LineSearch search, CancellationToken token)
    {
        var (format, _) = FecReader.Read(file, search, token);
        return search.Texts(FileText.Of(format));
    }

    /// <summary>A name as each character set writes it.</summary>
    private readonly record struct Spelled(byte[] Utf8, byte[] Latin9, byte[] Windows)
    {
        public static Spelled Of(string text) => new(Encoding.UTF8.GetBytes(text), FileText.Latin9.GetBytes(text), FileText.Windows.GetBytes(text));

        public bool IsAny(ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(Utf8) || bytes.SequenceEqual(Latin9) || bytes.SequenceEqual(Windows);
    }
}
