using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Reads event logs in CSV: one event a line, columns named by the options or guessed from the header (and said in
/// <see cref="EventLogReader.Guesses"/>). UTF-8, UTF-16 with a mark, or windows-1252; separator <c>;</c> <c>,</c> tabulation or <c>|</c>.
/// </summary>
/// <remarks>Dates are ISO 8601 or have the day first; times without an offset are local to the zone of the options, else UTC.</remarks>
public sealed class CsvLogReader : EventLogReader
{
    private readonly LogInput _input;
    private readonly LogOptions _options;
    private readonly StreamReader _text;
    private readonly CsvRows _rows;
    private readonly bool[] _isWanted;
    private readonly StringPool _pool = new();
    private readonly List<LogAttribute> _attributes = [];
    private readonly List<string> _guesses = [];
    private readonly Func<bool> _readEvent;
    private LogTime _time;
    private string? _case;
    private string? _activity;
    private string? _transition;
    private string? _resource;
    private long _position = -1;

    internal CsvLogReader(LogInput input, LogOptions options)
    {
        (_input, _options) = (input, options);
        Encoding = TextEncoding.Of(input.Beginning);
        _text = new(input.Stream, Encoding, detectEncodingFromByteOrderMarks: true);
        Separator = options.Separator ?? SeparatorOf(Encoding.GetString(input.Beginning));
        _rows = new(_text, Separator);
        _readEvent = ReadEvent;
        Columns = new(LogInput.Guard(ReadHeader), options);
        _guesses.AddRange(Columns.Guesses);
        _guesses.Add(Texts.Csv_Form.Filled(Encoding.WebName, Separator == '\t' ? "TAB" : Separator));
        _isWanted = [.. Columns.Header.Select(name => name.Length > 0 && (options.Attributes?.Contains(name) ?? true))];
    }

    internal CsvColumns Columns { get; }

    internal System.Text.Encoding Encoding { get; }

    internal char Separator { get; }

    public override string Case => _case!;

    public override string Activity => _activity!;

    public override string? Transition => _transition;

    public override string? Resource => _resource;

    public override Instant Time => Instant.FromUnixTimeTicks(_time.Ticks);

    public override Offset? Offset => _time.Offset;

    public override bool IsDay => _time.IsDay;

    public override long Line => _rows.Line;

    public override long Position => _position;

    public override long? Trace => null;

    public override ReadOnlySpan<LogAttribute> Attributes => CollectionsMarshal.AsSpan(_attributes);

    public override ReadOnlySpan<LogAttribute> CaseAttributes => default;

    public override IReadOnlyList<string> Guesses => _guesses;

    public override long BytesRead => _input.BytesRead;

    /// <summary>Opens a log over <paramref name="stream"/> (unpacked text), which the reader then owns.</summary>
    /// <exception cref="UnreadableLog">A column that was named, or one that is needed, is not in the header.</exception>
    public static CsvLogReader Open(Stream stream, LogOptions? options = null) => new(new LogInput(stream), options ?? new());

    public override bool Read() => LogInput.Guard(_readEvent);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
            _input.Dispose();
        }
    }

    private string[] ReadHeader()
    {
        if (!_rows.Read())
        {
            throw new UnreadableLog(Texts.Log_Empty);
        }

        var header = new string[_rows.Count];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = _rows[i].Trim().ToString();
        }

        return header;
    }

    private bool ReadEvent()
    {
        while (_rows.Read())
        {
            _position++;
            _case = Text(Columns.Case);
            _activity = Text(Columns.Activity);
            _time = LogTime.Parse(_rows[Columns.Time], _options.Zone);
            if (_case is not null && _activity is not null && !_time.IsMissing)
            {
                _transition = Text(Columns.Transition);
                _resource = Text(Columns.Resource);
                ReadAttributes();
                return true;
            }

            LeftOut.Add(_case is null ? MissingPart.Case : _activity is null ? MissingPart.Activity : MissingPart.Time, _rows.Line);
        }

        return false;
    }

    private void ReadAttributes()
    {
        _attributes.Clear();
        for (var i = 0; i < _rows.Count && i < _isWanted.Length; i++)
        {
            if (_isWanted[i] && Text(i) is { } value)
            {
                _attributes.Add(new(Columns.Header[i], value));
            }
        }
    }

    /// <summary>The text of a column, or null when it is empty or there is no such column.</summary>
    private string? Text(int column)
    {
        var text = column < 0 ? default : _rows[column];
        return text.IsEmpty ? null : _pool.Of(text);
    }

    /// <summary>The separator that occurs most in the first line, outside quotes.</summary>
    private static char SeparatorOf(string beginning)
    {
        Span<int> counts = [0, 0, 0, 0];
        const string known = ";,\t|";
        var isQuoted = false;
        foreach (var c in beginning.AsSpan().TrimStart("\r\n\uFEFF"))
        {
            isQuoted ^= c == '"';
            if (!isQuoted && c is '\n' or '\r')
            {
                break;
            }

            if (!isQuoted && known.Contains(c))
            {
                counts[known.IndexOf(c)]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return known[best];
    }
}
