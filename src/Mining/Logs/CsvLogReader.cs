using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Reads event logs in CSV: one event a line, columns named by the options or guessed from the header (and said in
/// <see cref="EventLogReader.Guesses"/>). UTF-8, UTF-16 with a mark, or windows-1252; separator <c>;</c> <c>,</c> tabulation or <c>|</c>.
/// </summary>
/// <remarks>
/// Dates are ISO 8601, or end with the year; then the whole column says whether the day or the month stands first, and without a date that proves it the
/// day does. Times without an offset are local to the zone of the options, else UTC.
/// </remarks>
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
    private readonly CsvFacts _facts;
    private readonly DayMonthOrder _order;
    private LogTime _time;
    private string? _case;
    private string? _activity;
    private string? _transition;
    private string? _resource;
    private long _position = -1;

    internal CsvLogReader(LogInput input, LogOptions options, CsvFacts? facts = null)
    {
        (_input, _options, _facts) = (input, options, facts ?? CsvFacts.None);
        Encoding = _facts.Encoding ?? TextEncoding.Of(input.Beginning);
        _order = options.Dates ?? _facts.Dates ?? DayMonthOrder.DayFirst;
        _text = new(input.Stream, Encoding, detectEncodingFromByteOrderMarks: false);
        var dialect = CsvDialect.Guess(Encoding.GetString(input.Beginning));
        (Separator, HasSeparatorLine) = (options.Separator ?? dialect.Separator, dialect.HasSeparatorLine);
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

    /// <summary>A line <c>sep=;</c> stands before the header.</summary>
    internal bool HasSeparatorLine { get; }

    /// <summary>What the dates read so far prove.</summary>
    internal DayMonthProof Dates { get; } = new();

    /// <summary>Whoever reads looks at <see cref="Dates"/> in the end, and reads again when their order was another.</summary>
    internal bool LeavesDatesOpen { get; init; }

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

    public override IReadOnlyList<string> Guesses => CsvFacts.Told(Dates, _facts) is { } told && _options.Dates is null ? [.. _guesses, told] : _guesses;

    public override long BytesRead => _input.BytesRead;

    /// <summary>Opens a log over <paramref name="stream"/> (unpacked text), which the reader then owns.</summary>
    /// <exception cref="UnreadableLog">A column that was named, or one that is needed, is not in the header.</exception>
    public static CsvLogReader Open(Stream stream, LogOptions? options = null)
    {
        options ??= new();
        var facts = stream.CanSeek ? CsvFacts.Prove(stream, options) : CsvFacts.None;
        return new(new LogInput(stream), options, facts);
    }

    /// <summary>Reads on to the end only to see what the dates prove.</summary>
    internal void ProveDates()
    {
        while (LogInput.Guard(_rows.Read))
        {
            Dates.Add(_rows[Columns.Time], _rows.Line);
        }
    }

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
        if ((HasSeparatorLine && !_rows.Read()) || !_rows.Read())
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
            _time = LogTime.Parse(_rows[Columns.Time], _options.Zone, _order, Dates, _rows.Line);
            CheckOrder();
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

    /// <summary>Dates that were handed out with the day first cannot be taken back when a later one proves that the month is.</summary>
    private void CheckOrder()
    {
        if (Dates.MonthFirstLine is { } line && !LeavesDatesOpen && _options.Dates is null && _facts.Dates is null)
        {
            throw new UnreadableLog(Texts.Csv_MonthFirstLate.Filled(line), line);
        }
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
}
