using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Pupitre.Kernel.Commitments;

/// <summary>Reads the members of a rule with refusals that name them.</summary>
public static class RuleJson
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static JsonElement Object(JsonElement json, string field, params ReadOnlySpan<string> known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new Refused(Texts.Rule_NotAnObject.With(field), field);
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new Refused(Texts.Rule_UnknownMember.With(member.Name, field, string.Join(", ", known.ToArray())), member.Name);
            }
        }

        return json;
    }

    public static JsonElement? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement Required(JsonElement json, string name) =>
        Optional(json, name) ?? throw new Refused(Texts.Rule_MissingMember.With(name), name);

    public static int Integer(JsonElement json, string name, int fallback = 0) => Optional(json, name) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        _ => throw new Refused(Texts.Rule_NotANumber.With(name), name),
    };

    public static bool Flag(JsonElement json, string name) => Optional(json, name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new Refused(Texts.Rule_NotAFlag.With(name), name),
    };

    public static string? Text(JsonElement json, string name) => Optional(json, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw new Refused(Texts.Rule_NotAText.With(name), name),
    };

    public static T Choice<T>(JsonElement json, string name, T fallback)
        where T : struct, Enum
    {
        if (Text(json, name) is not { } text)
        {
            return fallback;
        }

        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw new Refused(Texts.Rule_UnknownChoice.With(text, name, string.Join(", ", Enum.GetNames<T>().Select(Camel))), name);
    }

    /// <summary>Seconds, fractions down to 100 ns.</summary>
    public static Duration Seconds(JsonElement value, string name)
    {
        const decimal most = 10_000_000_000m;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var seconds) || seconds is < 0 or > most)
        {
            throw new Refused(Texts.Rule_NotADuration.With(name), name);
        }

        return Duration.FromTicks((long)(seconds * NodaConstants.TicksPerSecond));
    }

    public static decimal Seconds(Duration duration) => duration.BclCompatibleTicks / (decimal)NodaConstants.TicksPerSecond;

    public static LocalTime? HourOf(JsonElement json, string name)
    {
        if (Text(json, name) is not { } text)
        {
            return null;
        }

        var parsed = Hour.Parse(text);
        return parsed.Success ? parsed.Value : throw new Refused(Texts.Rule_NotAnHour.With(text, name), name);
    }

    public static DateOnly? DateOf(JsonElement json, string name)
    {
        if (Text(json, name) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new Refused(Texts.Rule_NotADate.With(text, name), name);
    }

    public static string DateText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string HourText(LocalTime hour) => Hour.Format(hour);

    public static string Camel<T>(T value)
        where T : struct, Enum => Camel(value.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
