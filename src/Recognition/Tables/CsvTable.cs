using System.Text;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.Recognition.Tables;

/// <summary>
/// Separated text, read as the command line reads logs: the encoding is proved over the whole file, the separator is the header's (or what a first line
/// <c>sep=;</c> says), and a quote that is never closed refuses the file, for the rows behind it would vanish.
/// </summary>
internal sealed class CsvTable : TableReader
{
    private const int HeadBytes = 64 * 1024;
    private const int BufferChars = 32 * 1024;

    private readonly Stream _stream;
    private readonly Func<StreamReader> _open;
    private readonly bool _hasSeparatorLine;
    private readonly char _separator;
    private readonly char[] _buffer = new char[BufferChars];
    private readonly StringBuilder _field = new();
    private int _at;
    private int _length;
    private int _nextLine = 1;
    private StreamReader _reader;
    private bool _isBeforeHeader;

    private CsvTable(Stream stream, Encoding encoding, char separator, bool hasSeparatorLine, bool leaveOpen)
    {
        _stream = stream;
        _separator = separator;
        _hasSeparatorLine = _isBeforeHeader = hasSeparatorLine;
        _open = () => new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, BufferChars, leaveOpen);
        _reader = _open();
        Form = new TableForm(encoding.WebName, separator, null, HasFormulas: false);
    }

    public override TableForm Form { get; }

    public override long BytesRead => _stream.Position;

    /// <param name="stream">The file, which must seek; the table owns it unless it is left open.</param>
    /// <param name="separator">What was found or said before; else it is guessed.</param>
    /// <param name="encoding">Name of what was found before; else it is proved over the whole file.</param>
    /// <param name="leaveOpen">The stream outlives the table.</param>
    public static CsvTable Open(Stream stream, char? separator = null, string? encoding = null, bool leaveOpen = false)
    {
        stream.Position = 0;
        var chosen = encoding is null ? TextEncoding.Prove(stream) : TextEncoding.Named(encoding);
        var head = new byte[Math.Min(HeadBytes, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        stream.Position = 0;
        var dialect = CsvDialect.Guess(chosen.GetString(head));
        return new CsvTable(stream, chosen, separator ?? dialect.Separator, dialect.HasSeparatorLine, leaveOpen);
    }

    public override bool Read()
    {
        Cells.Clear();
        Problem = null;
        Line = _nextLine;
        if (Peek() < 0)
        {
            return false;
        }

        while (ReadField())
        {
        }

        if (!_isBeforeHeader)
        {
            return true;
        }

        _isBeforeHeader = false;
        return Read();
    }

    // A new reader looks for the byte order mark again; the old one holds nothing but its buffer.
    public override void Rewind()
    {
        _stream.Position = 0;
        _reader = _open();
        (_at, _length, _nextLine, _isBeforeHeader) = (0, 0, 1, _hasSeparatorLine);
    }

    protected override void Dispose(bool disposing) => _reader.Dispose();

    /// <summary>Reads one field; true when another one follows in the row.</summary>
    private bool ReadField()
    {
        _field.Clear();
        if (Peek() == '"')
        {
            Next();
            ReadQuoted();
        }

        for (int letter; (letter = Peek()) >= 0;)
        {
            Next();
            if (letter == _separator)
            {
                Take();
                return true;
            }

            if (letter is '\n' or '\r')
            {
                EndLine((char)letter);
                break;
            }

            Append((char)letter);
        }

        Take();
        return false;
    }

    private void ReadQuoted()
    {
        var opened = _nextLine;
        for (int letter; (letter = Peek()) >= 0;)
        {
            Next();
            if (letter == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                Next();
            }
            else if (letter == '\n' || (letter == '\r' && Peek() != '\n'))
            {
                _nextLine++;
            }

            Append((char)letter);
        }

        throw new Refused(Texts.Table_OpenQuote.With(opened));
    }

    private void EndLine(char letter)
    {
        if (letter == '\r' && Peek() == '\n')
        {
            Next();
        }

        _nextLine++;
    }

    private void Append(char letter)
    {
        if (letter == '\0')
        {
            Problem ??= Texts.Row_Nul;
        }
        else if (_field.Length < MaxFieldLength)
        {
            _field.Append(letter);
        }
        else
        {
            Problem ??= Texts.Row_FieldTooLong.With(MaxFieldLength);
        }
    }

    private void Take()
    {
        if (Cells.Count < MaxColumns)
        {
            Cells.Add(_field.ToString().Trim());
        }
        else
        {
            Problem ??= Texts.Row_TooManyColumns.With(MaxColumns);
        }
    }

    private int Peek()
    {
        if (_at == _length)
        {
            _length = _reader.Read(_buffer);
            _at = 0;
        }

        return _length == 0 ? -1 : _buffer[_at];
    }

    private void Next() => _at++;
}
