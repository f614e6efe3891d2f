using System.Text;
using Pupitre.Kernel;

namespace Pupitre.ServiceLevels.Evidence.Tables;

/// <summary>Separated text. Encoding and separator are detected: byte order mark, else valid UTF-8, else windows-1252; the separator that stands most evenly in the first lines.</summary>
internal sealed class CsvTable : TableReader
{
    private const int HeadBytes = 64 * 1024;
    private const int BufferChars = 32 * 1024;
    private const string Separators = ";\t,|";

    private readonly Stream _stream;
    private readonly StreamReader _reader;
    private readonly char _separator;
    private readonly char[] _buffer = new char[BufferChars];
    private readonly StringBuilder _field = new();
    private int _at;
    private int _length;
    private int _nextLine = 1;

    private CsvTable(Stream stream, Encoding encoding, char separator)
    {
        _stream = stream;
        _separator = separator;
        _reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, BufferChars);
        Form = new TableForm(encoding.WebName, separator, null, HasFormulas: false);
    }

    public override TableForm Form { get; }

    public override long BytesRead => _stream.Position;

    /// <param name="stream">The file, which must seek; the table owns it.</param>
    public static CsvTable Open(Stream stream, char? separator = null, string? encoding = null)
    {
        var head = new byte[Math.Min(HeadBytes, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        stream.Position = 0;
        var chosen = encoding is null ? EncodingOf(head, isWhole: head.Length == stream.Length) : Named(encoding);
        return new CsvTable(stream, chosen, separator ?? SeparatorOf(chosen.GetString(head)));
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

        return true;
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
            else if (letter == '\n')
            {
                _nextLine++;
            }

            Append((char)letter);
        }
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

    private static Encoding EncodingOf(ReadOnlySpan<byte> head, bool isWhole)
    {
        switch (head)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
        }

        // The head may end inside a letter.
        for (var cut = 0; cut < (isWhole ? 1 : 4); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^Math.Min(cut, head.Length)]))
            {
                return Encoding.UTF8;
            }
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private static Encoding Named(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static char SeparatorOf(string head)
    {
        var lines = head.Split('\n').Take(30).Where(line => line.Trim().Length > 0).ToList();
        return Separators.MaxBy(separator => Evenness(lines, separator));
    }

    // How many lines have the same number of separators, weighted by that number.
    private static int Evenness(List<string> lines, char separator)
    {
        var counts = lines.Select(line => line.Count(letter => letter == separator)).Where(count => count > 0).GroupBy(count => count).ToList();
        return counts.Count == 0 ? 0 : counts.Max(group => group.Count() * 100 + Math.Min(group.Key, 99));
    }
}
