using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;

namespace Pupitre.App.Commands;

/// <summary>Reads the members of a question, with refusals that name them. A null member is a missing one.</summary>
internal readonly struct Question(JsonElement json, string path = "")
{
    private const int NanosecondDigits = 9;
    private const decimal MostSeconds = 1e11m;

    public JsonElement? Part(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public JsonElement Required(string name) => Part(name) ?? throw new Refused(Texts.Cli_Missing.With(path + name), path + name);

    /// <summary>The members of an object inside this one.</summary>
    public Question Inside(string name)
    {
        var part = Required(name);
        return part.ValueKind == JsonValueKind.Object ? new(part, path + name + ".") : throw new Refused(Texts.Cli_NotAnObject.With(path + name), path + name);
    }

    public string Text(string name) => Text(Required(name), path + name);

    public Instant Instant(string name, BusinessCalendar calendar)
    {
        var instant = WireTime.Parse(Text(name), calendar.Zone, path + name);
        return instant >= calendar.Earliest && instant <= calendar.Latest
            ? instant
            : throw new Refused(Texts.Cli_OutsideYears.With(path + name, Text(name), YearOf(calendar.Earliest, calendar), YearOf(calendar.Latest - Duration.Epsilon, calendar)), path + name);
    }

    /// <summary>A length in seconds, rounded to the nanosecond.</summary>
    public Duration Seconds(string name)
    {
        var value = Required(name);
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var seconds) || Math.Abs(seconds) > MostSeconds)
        {
            throw new Refused(Texts.Cli_NotSeconds.With(path + name), path + name);
        }

        if (seconds < 0)
        {
            throw new Refused(Texts.Cli_NegativeSeconds.With(path + name), path + name);
        }

        var whole = decimal.Truncate(seconds);
        var nanoseconds = decimal.Round((seconds - whole) * NodaConstants.NanosecondsPerSecond);
        return Duration.FromSeconds((long)whole) + Duration.FromNanoseconds((long)nanoseconds);
    }

    public int Integer(string name) => OptionalInteger(name) ?? throw new Refused(Texts.Cli_Missing.With(path + name), path + name);

    public int? OptionalInteger(string name)
    {
        if (Part(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new Refused(Texts.Cli_NotAnInteger.With(path + name), path + name);
    }

    public bool Flag(string name) => Part(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new Refused(Texts.Cli_NotAFlag.With(path + name), path + name),
    };

    public DateOnly Date(string name) => OptionalDate(name) ?? throw new Refused(Texts.Cli_Missing.With(path + name), path + name);

    public DateOnly? OptionalDate(string name)
    {
        if (Part(name) is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new Refused(Texts.Cli_NotADate.With(path + name, Text(name)), path + name);
    }

    /// <summary>One of several words.</summary>
    public T Choice<T>(string name, T fallback, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Part(name) is null)
        {
            return fallback;
        }

        var text = Text(name);
        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        var words = new List<string>();
        foreach (var (word, _) in choices)
        {
            words.Add(word);
        }

        throw new Refused(Texts.Cli_NotAChoice.With(path + name, text, string.Join(", ", words)), path + name);
    }

    /// <summary>Runs a computation that depends on one member, so that its refusals name it.</summary>
    public T Named<T>(string name, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (Refused refusal) when (!refusal.Message.StartsWith(path + name, StringComparison.Ordinal))
        {
            throw new Refused(Texts.Cli_Named.With(path + name, refusal.Message), path + name);
        }
    }

    public static string Text(JsonElement value, string field) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new Refused(Texts.Cli_NotAText.With(field), field);

    /// <summary>Seconds as a JSON number, with a fraction only when it is not zero.</summary>
    public static JsonNode SecondsNode(Duration duration)
    {
        var seconds = ((decimal)duration.Days * NodaConstants.SecondsPerDay) + (duration.NanosecondOfDay / (decimal)NodaConstants.NanosecondsPerSecond);
        return JsonNode.Parse(seconds.ToString("0." + new string('#', NanosecondDigits), CultureInfo.InvariantCulture))!;
    }

    private static string YearOf(Instant instant, BusinessCalendar calendar) => instant.InZone(calendar.Zone).Year.ToString(CultureInfo.InvariantCulture);
}
