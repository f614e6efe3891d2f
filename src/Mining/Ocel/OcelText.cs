using System.Text.Json;

namespace Pupitre.Mining;

/// <summary>The text of an object-centric log: its objects are known at once, its events are read as often as they are asked for.</summary>
internal sealed class OcelText
{
    private const int MostDepth = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MostDepth };

    private readonly byte[] _text;
    private readonly EventLogOptions _options;
    private readonly NameTable _types = new();
    private readonly StringPool _names = new();
    private int _eventsAt = -1;

    private OcelText(byte[] text, EventLogOptions options) => (_text, _options) = (text, options);

    /// <summary>Objects by identifier.</summary>
    public Dictionary<string, OcelObject> Objects { get; } = [];

    /// <summary>Types of which there are objects, in the order of their first one.</summary>
    public NameTable Types => _types;

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="UnreadableLog">It is JSON, and no such log.</exception>
    public static OcelText Read(byte[] text, EventLogOptions options, CancellationToken token)
    {
        var read = new OcelText(text, options);
        read.ReadRoot(token);
        return read;
    }

    /// <summary>Reads all events in the order of the file. The event that is handed out is the same object each time.</summary>
    public void EachEvent(Action<OcelEvent> act)
    {
        var reader = new Utf8JsonReader(_text.AsSpan(_eventsAt), Options);
        var item = new OcelEvent();
        var (line, counted) = (1L, 0);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var at = _eventsAt + (int)reader.TokenStartIndex;
            line += _text.AsSpan(counted, at - counted).Count((byte)'\n');
            counted = at;
            item.Clear(line);
            ReadEvent(ref reader, item);
            act(item);
        }
    }

    private void ReadRoot(CancellationToken token)
    {
        var mark = _text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(_text.AsSpan(mark), Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            token.ThrowIfCancellationRequested();
            var (isObjects, isEvents) = (reader.ValueTextEquals("objects"u8), reader.ValueTextEquals("events"u8));
            reader.Read();
            if ((isObjects || isEvents) && reader.TokenType != JsonTokenType.StartArray)
            {
                throw new UnreadableLog(Texts.Ocel_NoLog);
            }

            if (isObjects)
            {
                ReadObjects(ref reader);
                continue;
            }

            _eventsAt = isEvents ? mark + (int)reader.TokenStartIndex : _eventsAt;
            reader.Skip();
        }

        while (reader.Read())
        {
        }

        if (_eventsAt < 0)
        {
            throw new UnreadableLog(Texts.Ocel_NoLog);
        }
    }

    private void ReadObjects(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var read = new OcelObject();
            string? id = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isId, isType, isAttributes) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("type"u8), reader.ValueTextEquals("attributes"u8));
                reader.Read();
                id = isId ? Text(ref reader) : id;
                read.Type = isType ? _names.Of(Text(ref reader) ?? "") : read.Type;
                ReadOrSkip(ref reader, isAttributes ? read.Attributes : null);
            }

            if (id is not null && Objects.TryAdd(id, read))
            {
                _types.Add(read.Type);
            }
        }
    }

    private void ReadEvent(ref Utf8JsonReader reader, OcelEvent item)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isTime) = (reader.ValueTextEquals("type"u8), reader.ValueTextEquals("time"u8));
            var (isAttributes, isRelations) = (reader.ValueTextEquals("attributes"u8), reader.ValueTextEquals("relationships"u8));
            reader.Read();
            if (isType)
            {
                item.Activity = Text(ref reader) is { Length: > 0 } name ? _names.Of(name) : null;
            }

            item.Time = isTime ? LogTime.Parse(Text(ref reader), _options.Reading.Zone) : item.Time;
            if (isRelations && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadRelations(ref reader, item.Objects);
                continue;
            }

            ReadOrSkip(ref reader, isAttributes ? item.Attributes : null);
        }
    }

    private static void ReadRelations(ref Utf8JsonReader reader, List<string> objects)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("objectId"u8);
                reader.Read();
                if (isId && Text(ref reader) is { } id)
                {
                    objects.Add(id);
                }

                reader.Skip();
            }
        }
    }

    /// <summary>Reads attributes into a list, a later value of a name after an earlier one; passes over everything else.</summary>
    private void ReadOrSkip(ref Utf8JsonReader reader, List<LogAttribute>? attributes)
    {
        if (attributes is null || reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var (name, value) = ((string?)null, (string?)null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isName, isValue) = (reader.ValueTextEquals("name"u8), reader.ValueTextEquals("value"u8));
                reader.Read();
                name = isName ? _names.Of(Text(ref reader) ?? "") : name;
                value = isValue ? Text(ref reader) : value;
                reader.Skip();
            }

            if (name is not null && value is not null && IsWanted(name))
            {
                attributes.Add(new(name, value));
            }
        }
    }

    private bool IsWanted(string name) => name == _options.PartyAttribute || OcelEvent.HasRole(name) || _options.Attributes.Contains(name);

    /// <summary>The text of a plain value, numbers and truths as they are written; null for anything else.</summary>
    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.ValueSpan.Length > TagGuard.LongestValue => throw new UnreadableLog(Texts.Xes_ValueTooLong.Filled(TagGuard.LongestValue >> 20)),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };
}
