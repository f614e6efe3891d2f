using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>
/// The lines into which the tax office's tool turns an XML file before its other rules look at them. What an entry leaves empty keeps the value of the entry
/// before, also of another journal; a bar or a line break inside a text breaks the line; on a cash basis the last fields are there once something filled them.
/// </summary>
internal sealed class XmlRows
{
    private static readonly ImmutableArray<FecColumn> _common =
    [
        FecColumn.JournalCode, FecColumn.JournalLib, FecColumn.EcritureNum, FecColumn.EcritureDate, FecColumn.CompteNum, FecColumn.CompteLib, FecColumn.CompAuxNum,
        FecColumn.CompAuxLib, FecColumn.Debit, FecColumn.Credit, FecColumn.EcritureLib, FecColumn.PieceRef, FecColumn.PieceDate, FecColumn.EcritureLet,
        FecColumn.DateLet, FecColumn.ValidDate, FecColumn.Montantdevise, FecColumn.Idevise,
    ];

    private static readonly ImmutableArray<FecColumn> _ofLine =
    [
        FecColumn.CompteNum, FecColumn.CompteLib, FecColumn.CompAuxNum, FecColumn.CompAuxLib, FecColumn.Debit, FecColumn.Credit, FecColumn.Montantdevise,
        FecColumn.Idevise, FecColumn.Montant, FecColumn.Sens,
    ];

    private static readonly FrozenDictionary<string, (FecColumn Column, string Parent)> _places = Places();
    private static readonly SearchValues<char> _pointed = SearchValues.Create("0123456789.");
    private static readonly ImmutableArray<FecColumn> _cash = [FecColumn.DateRglt, FecColumn.ModeRglt, FecColumn.NatOp, FecColumn.IdClient];

    // Signs that ISO 8859-15 has where ISO 8859-1 has others.
    private const string Latin9Signs = "€ŠšŽžŒœŸ";

    private readonly IFecSink _sink;
    private readonly bool _isLatin9;
    private readonly ImmutableArray<FecColumn> _columns;
    private readonly LineCutter _cutter;
    private readonly string?[] _values = new string?[FecColumns.Count];
    private readonly HashSet<string> _extra = new(StringComparer.Ordinal);
    private readonly FecLine _line = new();
    private byte[] _bytes = new byte[1024];
    private string _last = "";
    private int _width = _common.Length;

    public XmlRows(IFecSink sink, FecRegime regime, bool isLatin9)
    {
        (_sink, _isLatin9) = (sink, isLatin9);
        _columns = [.. _common, .. _cash.Where(column => column <= LegalColumns.LastOf(regime))];
        Header = FecHeader.OfXml(_columns, regime);
        _cutter = new(Header);
    }

    public FecHeader Header { get; }

    public IReadOnlyCollection<string> Extra => _extra;

    /// <summary>The text of an element, by the element that it stands in; an empty one says nothing.</summary>
    public void Text(string parent, string name, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (ColumnOf(parent, name) is not { } column)
        {
            if (!string.IsNullOrWhiteSpace(text) && name != "DateCloture")
            {
                _extra.Add(name);
            }

            return;
        }

        text = IsAmount(column) ? text.Replace(',', '.') : text;
        ref var value = ref _values[(int)column];
        value = name == _last ? value + text : text;
        _last = name;
        _width = Math.Max(_width, column is FecColumn.Montant or FecColumn.Sens ? _columns.Length : _columns.IndexOf(column) + 1);
    }

    /// <summary>Ends a line of an entry and tells what the tax office's tool makes of it.</summary>
    public void EndLine(long number)
    {
        TakeSides();
        var (length, isWritable) = (0, true);
        for (var at = 0; at < _width; at++)
        {
            var value = _values[(int)_columns[at]] ?? "";
            Reserve(length + Encoding.UTF8.GetMaxByteCount(value.Length) + 1);
            isWritable &= IsWritable(value);
            var count = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(length));
            if (IsPointed(value))
            {
                _bytes.AsSpan(length, count).Replace((byte)'.', (byte)',');
            }

            length += count;
            _bytes[length++] = (byte)'|';
        }

        if (!isWritable)
        {
            _sink.UnwritableSign(number);
        }

        foreach (var column in _ofLine)
        {
            _values[(int)column] = null;
        }

        Tell(length - 1, number);
    }

    private void Reserve(int bytes)
    {
        if (bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, bytes * 2);
        }
    }

    private void TakeSides()
    {
        if (_values[(int)FecColumn.Montant] is not { } amount || _values[(int)FecColumn.Sens] is not { } side)
        {
            return;
        }

        var isCredit = side.Trim() is "C" or "c" or "-1";
        amount = amount.Replace('.', ',');
        (_values[(int)FecColumn.Debit], _values[(int)FecColumn.Credit]) = isCredit ? ("0", amount) : (amount, "0");
    }

    private void Tell(int length, long number)
    {
        foreach (var range in _bytes.AsSpan(0, length).SplitAny((byte)'\n', (byte)'\r'))
        {
            var (start, count) = range.GetOffsetAndLength(length);
            if (Blanks.Trim(_bytes, start, start + count).Length == 0)
            {
                _sink.EmptyLine(number);
                continue;
            }

            _cutter.Cut(_line, _bytes, start, count, number);
            _sink.Judge(_line);
        }
    }

    private bool IsWritable(string value) => value.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') is var at
        && (at < 0 || (_isLatin9 && value.All(letter => letter <= '\u00FF' || Latin9Signs.Contains(letter, StringComparison.Ordinal))));

    /// <summary>A number with a point gets a comma; what has more to it, such as an exponent, stays as it is.</summary>
    private static bool IsPointed(string value)
    {
        if (!value.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        var digits = (value[0] is '+' or '-' ? value.AsSpan(1) : value).Trim(' ');
        digits = digits is [.., '\n'] ? digits[..^1].TrimEnd(' ') : digits;
        return digits.Count('.') == 1 && !digits.ContainsAnyExcept(_pointed);
    }

    private static bool IsAmount(FecColumn column) => column is FecColumn.Debit or FecColumn.Credit or FecColumn.Montant or FecColumn.Montantdevise;

    /// <summary>What stands elsewhere than the schema has it, and the first spelling of the auxiliary account, are extra columns.</summary>
    private FecColumn? ColumnOf(string parent, string name) =>
        _places.TryGetValue(name, out var place) && place.Parent == parent && (_columns.Contains(place.Column) || place.Column is FecColumn.Montant or FecColumn.Sens)
            ? place.Column : null;

    private static FrozenDictionary<string, (FecColumn Column, string Parent)> Places() => Enum.GetValues<FecColumn>()
        .Select(column => (Name: column switch
        {
            FecColumn.CompAuxNum => "CompteAuxNum",
            FecColumn.CompAuxLib => "CompteAuxLib",
            _ => column.ToString(),
        }, Column: column, Parent: column switch
        {
            FecColumn.JournalCode or FecColumn.JournalLib => "journal",
            _ when _ofLine.Contains(column) => "ligne",
            _ => "ecriture",
        })).ToFrozenDictionary(place => place.Name, place => (place.Column, place.Parent), StringComparer.OrdinalIgnoreCase);
}
