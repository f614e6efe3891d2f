using System.Text.Json;

namespace Pupitre.Mining;

/// <summary>
/// Loads an object-centric log (OCEL 2.0, JSON; A. Berti and others, "OCEL (Object-Centric Event Log) 2.0 Specification", 2024) and flattens it by a type
/// of object: each object of that type is a case, and has every event that is related to it.
/// </summary>
/// <remarks>
/// An event that is related to several objects of the type is an event of each, so events may come more often than in the file; one that is related to
/// none is of no case, which is counted and said. An object that stands twice has the type that comes first; an event that is related twice to one
/// object is one event of it.
/// </remarks>
internal sealed class LoadOcel
{
    /// <summary>Largest unpacked file that is read: it is held whole.</summary>
    private const long MostBytes = 1L << 29;

    private const int EventsBetweenChecks = 1 << 12;
    private const int MostTypesTold = 30;

    private readonly OcelText _text;
    private readonly EventLogOptions _options;
    private readonly EventLogBuilder _builder;
    private readonly CancellationToken _token;
    private readonly LeftOut _leftOut = new();
    private readonly Dictionary<string, int> _cases = [];
    private readonly HashSet<string> _ofEvent = [];
    private long _ofNoCase;
    private long _ofOtherTransitions;
    private long _daysWithoutHour;

    private LoadOcel(OcelText text, EventLogOptions options, CancellationToken token)
    {
        (_text, _options, _token) = (text, options, token);
        _builder = new(options.Attributes, options.MostEvents);
    }

    public static bool IsJson(ReadOnlySpan<byte> beginning) => beginning.TrimStart((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']) is [(byte)'{', ..];

    public static EventLog Run(LogInput input, EventLogOptions options, CancellationToken token)
    {
        try
        {
            return new LoadOcel(OcelText.Read(LogInput.Guard(() => Whole(input.Stream, token)), options, token), options, token).Flattened();
        }
        catch (JsonException error)
        {
            throw new UnreadableLog(Texts.Ocel_BadJson.Filled(error.Message), error.LineNumber + 1, error);
        }
    }

    private static byte[] Whole(Stream stream, CancellationToken token)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            token.ThrowIfCancellationRequested();
            whole.Write(buffer, 0, read);
            if (whole.Length > MostBytes)
            {
                throw new UnreadableLog(Texts.Ocel_TooLarge.Filled(MostBytes >> 20));
            }
        }

        return whole.ToArray();
    }

    private EventLog Flattened()
    {
        var type = _options.ObjectType ?? TypeWithMostEvents();
        if (_text.Types.NumberOf(type) < 0)
        {
            throw new UnreadableLog(Texts.Ocel_NoSuchType.Filled(type, TypesInWords()));
        }

        var count = 0;
        _text.EachEvent(item =>
        {
            CheckEvery(count++);
            Add(item, type);
        });
        foreach (var (id, known) in _text.Objects)
        {
            if (known.Type == type && !_cases.ContainsKey(id))
            {
                _leftOut.AddEmptyCase(id);
            }
        }

        LoadEventLog.RefuseIncomplete(_leftOut, _options);
        return _builder.Build(
            columns => columns with { LeftOut = _leftOut, Guesses = [.. Guesses(type)], OfOtherTransitions = _ofOtherTransitions, DaysWithoutHour = _daysWithoutHour }, _token);
    }

    private string TypeWithMostEvents()
    {
        var counts = new long[_text.Types.Count];
        var count = 0;
        _text.EachEvent(item =>
        {
            CheckEvery(count++);
            foreach (var id in item.Objects)
            {
                if (_text.Objects.TryGetValue(id, out var known))
                {
                    counts[_text.Types.NumberOf(known.Type)]++;
                }
            }
        });
        return counts.Length > 0 ? _text.Types[Array.IndexOf(counts, counts.Max())] : throw new UnreadableLog(Texts.Ocel_NoObjects);
    }

    private void Add(OcelEvent item, string type)
    {
        _ofEvent.Clear();
        _ofEvent.UnionWith(item.Objects.Where(id => _text.Objects.TryGetValue(id, out var known) && known.Type == type));
        if (_ofEvent.Count == 0)
        {
            _ofNoCase++;
        }
        else if (item.Activity is null || item.Time.IsMissing)
        {
            _leftOut.Add(item.Activity is null ? MissingPart.Activity : MissingPart.Time, item.Line);
        }
        else if (_options.Lifecycle is { } wanted && !string.Equals(item.Transition, wanted, StringComparison.OrdinalIgnoreCase))
        {
            _ofOtherTransitions++;
        }
        else
        {
            _daysWithoutHour += item.Time.IsDay ? 1 : 0;
            foreach (var id in item.Objects.Where(_ofEvent.Remove))
            {
                Add(item, id, _text.Objects[id]);
            }
        }
    }

    private void Add(OcelEvent item, string id, OcelObject known)
    {
        if (!_cases.TryGetValue(id, out var number))
        {
            number = _builder.NewCase(id);
            _cases.Add(id, number);
        }

        _builder.Add(number, item.Activity!, item.Time.Ticks, item.Transition, item.Resource, item.ValueOf(_options.PartyAttribute) ?? known.ValueOf(_options.PartyAttribute));
        _builder.AddAttributes(number, item.Attributes.ToArray(), known.Attributes.ToArray());
    }

    private string TypesInWords() => string.Join(", ", _text.Types.Take(MostTypesTold));

    private IEnumerable<string> Guesses(string type)
    {
        if (_options.ObjectType is null)
        {
            yield return Texts.Ocel_Guessed.Filled(type, TypesInWords());
        }

        if (_ofNoCase > 0)
        {
            yield return Texts.Ocel_OfNoCase.Filled(_ofNoCase, type);
        }
    }

    private void CheckEvery(int count)
    {
        if (count % EventsBetweenChecks == 0)
        {
            _token.ThrowIfCancellationRequested();
        }
    }
}
