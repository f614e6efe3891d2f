namespace Pupitre.Mining;

/// <summary>Reads blocks of rows: one worker per thread, each with names of its own.</summary>
internal sealed class CsvWorker(int number, CsvForm form)
{
    private readonly CsvStructure _structure = new();
    private readonly CsvBlock _block = new();
    private readonly ByteTime _times = new(form.Zone);
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
        _block.MakeUtf8(form.Encoding);
        var isClosed = _structure.Find(_block, form.Separator);
        var text = _block.Text;
        var lines = LineEnds(text);
        var part = new CsvPart(_block.Number, number, lines + 1, form.HasTransition, form.HasResource) { Lines = lines };
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
        }
        else
        {
            part.Unreadable = text.ToArray();
        }

        return part;
    }

    /// <summary>Reads all rows; false when one is too long or has too many fields.</summary>
    private bool ReadRows(CsvPart part, ReadOnlySpan<byte> text)
    {
        var places = _structure.Places;
        var (at, next) = (form.FirstRow(_block), 0);
        while (next < places.Length && places[next] < at)
        {
            next++;
        }

        var counted = (Place: 0, Lines: 0);
        while (at < text.Length)
        {
            var (row, field) = (at, 0);
            _plainLength = 0;
            Array.Clear(_fields);
            bool isLast;
            do
            {
                var end = next < places.Length ? places[next++] : text.Length;
                isLast = end == text.Length || text[end] != form.Separator;
                if (field < form.RoleOfColumn.Length && form.RoleOfColumn[field] is >= 0 and var role)
                {
                    _fields[role] = (at, end);
                }

                if (end - at > CsvRows.LongestField || ++field > CsvRows.MostFields)
                {
                    return false;
                }

                at = end + 1;
            }
            while (!isLast);
            if (at - 1 < text.Length && text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                (at, next) = (at + 1, next + 1);
            }

            if (at - row > CsvRows.LongestRow)
            {
                return false;
            }

            if (!AddRow(part, text) && !(field == 1 && IsBlank(text, row)))
            {
                LeaveOut(part, text, row, ref counted);
            }
        }

        return true;
    }

    private bool AddRow(CsvPart part, ReadOnlySpan<byte> text)
    {
        var caseName = Field(text, CsvForm.Case);
        var activity = Field(text, CsvForm.Activity);
        if (caseName.IsEmpty || activity.IsEmpty)
        {
            _missing = caseName.IsEmpty ? MissingPart.Case : MissingPart.Activity;
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

    private void LeaveOut(CsvPart part, ReadOnlySpan<byte> text, int row, ref (int Place, int Lines) counted)
    {
        part.Missing[(int)_missing]++;
        if (part.LeftOut.Count < LeftOut.MostListed)
        {
            counted = (row, counted.Lines + LineEnds(text[counted.Place..row]));
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
