namespace Pupitre.Mining;

/// <summary>Reads blocks of rows: one worker per thread, each with names of its own.</summary>
internal sealed class CsvWorker(int number, CsvForm form)
{
    private readonly CsvStructure _structure = new();
    private readonly CsvBlock _block = new();
    private readonly ByteTime _times = new(form.Zone, form.Dates);
    private readonly (int Start, int End)[] _fields = new (int Start, int End)[CsvForm.Roles];
    private byte[] _plain = [];
    private int _plainLength;
    private int _lastCase = -1;
    private MissingPart _missing;

    public CsvNames Names { get; } = new();

    public List<CsvPart> Parts { get; } = [];

    /// <summary>Takes blocks as long as there are any.</summary>
    public void Run(CsvBlocks blocks)
    {
        while (blocks.Next(_block))
        {
            var part = Read();
            Parts.Add(part);
            if (part.Unreadable is not null || !form.Count(part.Count))
            {
                blocks.Stop();
            }
        }
    }

    private CsvPart Read()
    {
        if (_block.MakeUtf8(form.Encoding))
        {
            form.NoteOtherBytes();
        }

        var isClosed = _structure.Find(_block, form.Separator);
        var text = _block.Text;
        var lines = LineEnds(text);
        var part = new CsvPart(_block.Number, number, lines + 1, form.HasTransition, form.HasResource) { Lines = lines };
        _times.Dates = part.Dates;
        for (var kind = 0; kind < CsvNames.Kinds; kind++)
        {
            part.Names[kind] = (Names[kind].Count, 0);
        }

        if (isClosed && !text.Contains((byte)0) && ReadRows(part, text))
        {
            for (var kind = 0; kind < CsvNames.Kinds; kind++)
            {
                part.Names[kind].After = Names[kind].Count;
            }

            PlaceDates(part);
        }
        else
        {
            part.Unreadable = text.ToArray();
        }

        return part;
    }

    private void PlaceDates(CsvPart part) => part.Dates.Place(at => LineEnds(_block.Text[..(int)at]));

    /// <summary>Reads all rows; false when one is too long or has too many fields.</summary>
    private bool ReadRows(CsvPart part, ReadOnlySpan<byte> text)
    {
        var at = (Byte: form.FirstRow(_block), Place: 0);
        while (at.Place < _structure.Places.Length && _structure.Places[at.Place] < at.Byte)
        {
            at.Place++;
        }

        var counted = (Byte: 0, Lines: 0);
        while (at.Byte < text.Length)
        {
            var row = at.Byte;
            var fields = ReadRow(text, ref at);
            if (fields > CsvRows.MostFields || at.Byte - row > CsvRows.LongestRow)
            {
                return false;
            }

            _times.Place = row;
            if (!AddRow(part, text) && !(fields == 1 && IsBlank(text, row)))
            {
                LeaveOut(part, text, row, ref counted);
            }
        }

        return true;
    }

    /// <summary>Finds the fields of the row that begins at a byte, and moves to the next one; gives how many there are, or more than are accepted when one is too long.</summary>
    private int ReadRow(ReadOnlySpan<byte> text, ref (int Byte, int Place) at)
    {
        var places = _structure.Places;
        var roles = form.RoleOfColumn;
        var count = 0;
        _plainLength = 0;
        Array.Clear(_fields);
        for (var isLast = false; !isLast; count++)
        {
            var end = at.Place < places.Length ? places[at.Place++] : text.Length;
            isLast = end == text.Length || text[end] != form.Separator;
            if (count < roles.Length && roles[count] is >= 0 and var role)
            {
                _fields[role] = (at.Byte, end);
            }

            if (end - at.Byte > CsvRows.LongestField)
            {
                return int.MaxValue;
            }

            at.Byte = end + 1;
        }

        if (at.Byte < text.Length && text[at.Byte] == '\n' && text[at.Byte - 1] == '\r')
        {
            (at.Byte, at.Place) = (at.Byte + 1, at.Place + 1);
        }

        return count;
    }

    private bool AddRow(CsvPart part, ReadOnlySpan<byte> text)
    {
        var caseName = Field(text, CsvForm.Case);
        var activity = Field(text, CsvForm.Activity);
        if (caseName.IsEmpty || activity.IsEmpty)
        {
            _missing = caseName.IsEmpty ? MissingPart.Case : MissingPart.Activity;

            // What its date proves about the others holds all the same.
            _times.Parse(Field(text, CsvForm.Time), out _);
            return false;
        }

        var ticks = _times.Parse(Field(text, CsvForm.Time), out var isDay);
        if (ticks == long.MinValue)
        {
            _missing = MissingPart.Time;
            return false;
        }

        if (_lastCase < 0 || !Names[CsvNames.Cases][_lastCase].SequenceEqual(caseName))
        {
            _lastCase = Names[CsvNames.Cases].Add(caseName);
        }

        var row = part.Count++;
        part.Cases[row] = _lastCase;
        part.Activities[row] = Names[CsvNames.Activities].Add(activity);
        part.Ticks[row] = ticks;
        part.DaysWithoutHour += isDay ? 1 : 0;
        if (part.Transitions is { } transitions)
        {
            transitions[row] = Optional(Field(text, CsvForm.Transition), CsvNames.Transitions);
        }

        if (part.Resources is { } resources)
        {
            resources[row] = Optional(Field(text, CsvForm.Resource), CsvNames.Resources);
        }

        return true;
    }

    private int Optional(ReadOnlySpan<byte> name, int kind) => name.IsEmpty ? -1 : Names[kind].Add(name);

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, int role)
    {
        var (start, end) = _fields[role];
        var field = text[start..end];
        return field.IsEmpty || field[0] != '"' ? field : Unquoted(field);
    }

    /// <summary>What stands between quotes, each doubled one once, and what follows them.</summary>
    private ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> field)
    {
        if (_plain.Length < _plainLength + field.Length)
        {
            // Fields of the row that were unquoted before keep the array that they lie in.
            (_plain, _plainLength) = (new byte[Math.Max(field.Length, _plain.Length * 2)], 0);
        }

        var start = _plainLength;
        field = field[1..];
        while (field.IndexOf((byte)'"') is >= 0 and var quote)
        {
            var isDoubled = quote + 1 < field.Length && field[quote + 1] == '"';
            Append(field[..(isDoubled ? quote + 1 : quote)]);
            field = field[(isDoubled ? quote + 2 : quote + 1)..];
            if (!isDoubled)
            {
                break;
            }
        }

        Append(field);
        return _plain.AsSpan(start, _plainLength - start);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_plain.AsSpan(_plainLength));
        _plainLength += bytes.Length;
    }

    /// <summary>An empty line, or one that holds nothing but a pair of quotes.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> text, int row)
    {
        var rest = text[row..];
        return rest is [] or [(byte)'\n' or (byte)'\r', ..] or [(byte)'"', (byte)'"'] or [(byte)'"', (byte)'"', (byte)'\n' or (byte)'\r', ..];
    }

    private void LeaveOut(CsvPart part, ReadOnlySpan<byte> text, int row, ref (int Byte, int Lines) counted)
    {
        part.Missing[(int)_missing]++;
        if (part.LeftOut.Count < LeftOut.MostListed)
        {
            counted = (row, counted.Lines + LineEnds(text[counted.Byte..row]));
            part.LeftOut.Add(new(counted.Lines, _missing));
        }
    }

    /// <summary>Line ends of a text that does not end between the two signs of one.</summary>
    internal static int LineEnds(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        return text.Contains((byte)'\r') ? lines + text.Count((byte)'\r') - text.Count("\r\n"u8) : lines;
    }
}
