using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>A part of a statement that is read, with where it stands: refusals name the place as a JSON pointer (RFC 6901).</summary>
internal readonly record struct StatementJson(JsonElement Json, StatementPath Path)
{
    private static readonly InstantPattern _instant = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF'Z'");

    public StatementJson? Find(string name)
    {
        Expect(JsonValueKind.Object);
        return Json.TryGetProperty(name, out var value) ? new StatementJson(value, new StatementPath(Path, name)) : null;
    }

    public StatementJson this[string name] => Find(name) ?? throw Refuse(Texts.Statement_Missing.With(name));

    public ImmutableArray<T> List<T>(string name, Func<StatementJson, T> read)
    {
        if (Find(name) is not { } list)
        {
            return [];
        }

        list.Expect(JsonValueKind.Array);
        var items = ImmutableArray.CreateBuilder<T>(list.Json.GetArrayLength());
        var at = 0;
        foreach (var item in list.Json.EnumerateArray())
        {
            items.Add(read(new StatementJson(item, new StatementPath(list.Path, At: at++))));
        }

        return items.MoveToImmutable();
    }

    public string Text
    {
        get
        {
            Expect(JsonValueKind.String);
            return Json.GetString()!;
        }
    }

    public int Number =>
        Json.ValueKind == JsonValueKind.Number && Json.TryGetInt32(out var number) ? number
            : throw Refuse(Texts.Statement_BadValue.With(Json.ToString()));

    /// <summary>A flag that is not so is left out.</summary>
    public bool Flag(string name) => Find(name) is { } value
        && (value.Json.ValueKind == JsonValueKind.True ? true : throw value.Refuse(Texts.Statement_BadValue.With(value.Json.ToString())));

    public Guid Id => Guid.TryParseExact(Text, "D", out var id) ? id : throw Refuse(Texts.Statement_BadValue.With(Text));

    public Instant Instant =>
        _instant.Parse(Text) is { Success: true, Value: var at } ? at : throw Refuse(Texts.Statement_BadValue.With(Text));

    public DateOnly Day => DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Refuse(Texts.Statement_BadValue.With(Text));

    public string Digest =>
        Text is { Length: Sha256Hex.Length } text && text.All(char.IsAsciiHexDigitLower) ? text
            : throw Refuse(Texts.Statement_BadValue.With(Text));

    public T Word<T>()
        where T : struct, Enum => JsonWords<T>.Find(Text) ?? throw Refuse(Texts.Statement_BadValue.With(Text));

    /// <summary>What a reader of rules or calendars makes of it.</summary>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            return read(Json);
        }
        catch (Refused refused)
        {
            throw Refuse(refused.Message);
        }
    }

    public Refused Refuse(string message) => new(message, Path.ToString());

    private void Expect(JsonValueKind kind)
    {
        if (Json.ValueKind != kind)
        {
            throw Refuse(
                Texts.Statement_BadValue.With(
                    Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Json.ValueKind : Json.ToString()));
        }
    }
}

/// <summary>Where something stands, written only when it is asked for.</summary>
internal sealed record StatementPath(StatementPath? Above, string? Name = null, int At = 0)
{
    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var path = this; path?.Above is not null; path = path.Above)
        {
            steps.Push(path.Name is { } name ? Escape(name) : path.At.ToString(CultureInfo.InvariantCulture));
        }

        return steps.Count == 0 ? "" : "/" + string.Join('/', steps);
    }

    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
