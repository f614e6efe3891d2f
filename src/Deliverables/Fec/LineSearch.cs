using System.Collections.Immutable;
using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>Keeps the lines that are wanted, and no others.</summary>
internal sealed class LineSearch(Func<FecLine, bool> isWanted, int most) : IFecSink
{
    private static readonly FecColumn[] _columns = Enum.GetValues<FecColumn>();

    private readonly List<(long Number, byte[][] Fields, decimal Debit, decimal Credit)> _lines = [];

    /// <summary>Journal and number of the entries found, by their bytes.</summary>
    public IEnumerable<(string Journal, string Entry)> Keys => _lines.Select(line =>
        (Encoding.Latin1.GetString(line.Fields[(int)FecColumn.JournalCode]), Encoding.Latin1.GetString(line.Fields[(int)FecColumn.EcritureNum])));

    public static (string Journal, string Entry) KeyOf(FecLine line) =>
        (Encoding.Latin1.GetString(line[FecColumn.JournalCode]), Encoding.Latin1.GetString(line[FecColumn.EcritureNum]));

    public void Line(FecLine line)
    {
        if (_lines.Count < most && isWanted(line))
        {
            _lines.Add((line.Number, [.. _columns.Select(column => Cut(line[column]).ToArray())], line.Debit.ToDecimal(), line.Credit.ToDecimal()));
        }
    }

    public ImmutableArray<FecLineText> Texts(Encoding text) => [.. _lines.Select(line =>
    {
        string Of(FecColumn column) => text.GetString(line.Fields[(int)column]);
        return new FecLineText(
            line.Number, Of(FecColumn.JournalCode), Of(FecColumn.JournalLib), Of(FecColumn.EcritureNum), Of(FecColumn.EcritureDate), Of(FecColumn.CompteNum),
            Of(FecColumn.CompteLib), Of(FecColumn.CompAuxNum), Of(FecColumn.CompAuxLib), Of(FecColumn.PieceRef), Of(FecColumn.PieceDate), Of(FecColumn.EcritureLib),
            line.Debit, line.Credit, Of(FecColumn.EcritureLet), Of(FecColumn.ValidDate));
    })];

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> field) => field.Length > FecLines.MostFieldLength ? field[..FecLines.MostFieldLength] : field;
}
