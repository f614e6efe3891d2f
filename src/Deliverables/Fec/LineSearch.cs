using System.Collections.Immutable;
using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>Keeps the lines that are wanted, and no others.</summary>
internal sealed class LineSearch(Func<FecLine, bool> isWanted, int most) : IFecSink
{
    private static readonly FecColumn[] _columns = Enum.GetValues<FecColumn>();

    private readonly List<(long Physical, long Number, byte[][] Fields, decimal Debit, decimal Credit)> _lines = [];

    /// <summary>Journal and number of an entry, by their bytes.</summary>
    public static (string Journal, string Entry) KeyOf(FecLine line) =>
        (Encoding.Latin1.GetString(line[FecColumn.JournalCode]), Encoding.Latin1.GetString(line[FecColumn.EcritureNum]));

    public void Line(FecLine line)
    {
        if (_lines.Count < most && isWanted(line))
        {
            _lines.Add((line.Physical, line.Number, [.. _columns.Select(column => Cut(line[column]).ToArray())], line.Debit.ToDecimal(), line.Credit.ToDecimal()));
        }
    }

    public ImmutableArray<FecLineText> Texts(Encoding text) => [.. _lines.Select(line =>
    {
        string Of(FecColumn column) => text.GetString(line.Fields[(int)column]);
        return new FecLineText(
            line.Physical, Of(FecColumn.JournalCode), Of(FecColumn.JournalLib), Of(FecColumn.EcritureNum), Of(FecColumn.EcritureDate), Of(FecColumn.CompteNum),
            Of(FecColumn.CompteLib), Of(FecColumn.CompAuxNum), Of(FecColumn.CompAuxLib), Of(FecColumn.PieceRef), Of(FecColumn.PieceDate), Of(FecColumn.EcritureLib),
            line.Debit, line.Credit, Of(FecColumn.EcritureLet), Of(FecColumn.ValidDate), line.Number);
    })];

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> field) => field.Length > FecLines.MostFieldLength ? field[..FecLines.MostFieldLength] : field;
}

/// <summary>The entries of some lines, by journal and number: at most so many, for each holds one line at least.</summary>
internal sealed class EntrySearch(HashSet<long> numbers, int most) : IFecSink
{
    public HashSet<(string Journal, string Entry)> Keys { get; } = [];

    public void Line(FecLine line)
    {
        if (Keys.Count < most && numbers.Contains(line.Number))
        {
            Keys.Add(LineSearch.KeyOf(line));
        }
    }
}
