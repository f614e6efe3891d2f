namespace Pupitre.Mining;

/// <summary>
/// Reads the rows of a CSV (RFC 4180) one at a time in one buffer: quoted fields with doubled quotes and line ends inside, lines ending
/// with CR LF, LF or CR, blank lines passed over. Knows the physical line of every row. A quote that is never closed refuses the text: what
/// stands behind it would vanish.
/// </summary>
/// <param name="text">The text, decoded.</param>
/// <param name="separator">What stands between two fields.</param>
/// <param name="firstLine">Physical line on which the text begins.</param>
public sealed class CsvRows(TextReader text, char separator, long firstLine = 1)
{
    /// <summary>Longest row that is accepted, in characters.</summary>
    public const int LongestRow = 4_000_000;

    /// <summary>Longest field that is accepted, in characters.</summary>
    public const int LongestField = 1_000_000;

    /// <summary>Most fields of a row that are accepted.</summary>
    public const int MostFields = 20_000;

    private readonly List<int> _ends = [];
    private char[] _row = new char[4096];
    private int _length;
    private readonly char[] _buffer = new char[65_536];
    private int _at;
    private int _filled;
    private long _nextLine = firstLine;

    /// <summary>Physical line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Fields of the row.</summary>
    public int Count => _ends.Count;

    /// <summary>What stands in a field, without its quotes; empty when the row is shorter. Valid until the next row is read.</summary>
    public ReadOnlySpan<char> this[int field] => field >= _ends.Count ? default : _row.AsSpan(field == 0 ? 0 : _ends[field - 1], _ends[field] - (field == 0 ? 0 : _ends[field - 1]));

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="UnreadableLog">A field or row is too long, a quote is never closed, or the text holds a NUL.</exception>
    public bool Read()
    {
        do
        {
            _ends.Clear();
            _length = 0;
            Line = _nextLine;
            if (Peek() < 0)
            {
                return false;
            }

            while (ReadField())
            {
            }
        }
        while (_ends.Count == 1 && _length == 0);
        return true;
    }

    /// <summary>Reads one field and what ends it. True when another field of the row follows.</summary>
    private bool ReadField()
    {
        var from = _length;
        if (Peek() == '"')
        {
            _at++;
            ReadQuoted(from);
        }

        while (true)
        {
            var next = Peek();
            if (next < 0 || next == separator || next is '\n' or '\r')
            {
                return EndField(next);
            }

            Append((char)next, from);
            _at++;
        }
    }

    private void ReadQuoted(int from)
    {
        var opened = _nextLine;
        while (true)
        {
            var next = Peek();
            if (next < 0)
            {
                throw new UnreadableLog(Texts.Csv_OpenQuote.Filled(opened), opened);
            }

            _at++;
            if (next == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                _at++;
            }

            _nextLine += next == '\n' || (next == '\r' && Peek() != '\n') ? 1 : 0;
            Append((char)next, from);
        }
    }

    private bool EndField(int ending)
    {
        _ends.Add(_length);
        if (_ends.Count > MostFields)
        {
            throw new UnreadableLog(Texts.Csv_TooManyColumns.Filled(Line, MostFields), Line);
        }

        if (ending < 0)
        {
            return false;
        }

        _at++;
        if (ending == separator)
        {
            return true;
        }

        if (ending == '\r' && Peek() == '\n')
        {
            _at++;
        }

        _nextLine++;
        return false;
    }

    private void Append(char character, int from)
    {
        if (character == '\0')
        {
            throw new UnreadableLog(Texts.Csv_Nul.Filled(_nextLine), _nextLine);
        }

        if (_length - from >= LongestField || _length >= LongestRow)
        {
            throw new UnreadableLog(Texts.Csv_FieldTooLong.Filled(Line, LongestField), Line);
        }

        if (_length == _row.Length)
        {
            Array.Resize(ref _row, _row.Length * 2);
        }

        _row[_length++] = character;
    }

    /// <summary>The next character, or -1 at the end.</summary>
    private int Peek()
    {
        if (_at == _filled)
        {
            _filled = text.Read(_buffer, 0, _buffer.Length);
            _at = 0;
            if (_filled == 0)
            {
                return -1;
            }
        }

        return _buffer[_at];
    }
}
