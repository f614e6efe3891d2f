using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Pupitre.Gathering.Exports;

/// <summary>Writes objects as JSON, one a line, in UTF-8.</summary>
public static class JsonLines
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream lines, Action<Utf8JsonWriter> tell)
    {
        using (var json = new Utf8JsonWriter(lines, _options))
        {
            json.WriteStartObject();
            tell(json);
            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }

    /// <summary>Texts and keys as text, instants in UTC, contents in Base64.</summary>
    /// <exception cref="NotSupportedException">No column of the program has such a value.</exception>
    public static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case short number: json.WriteNumberValue(number); break;
            case byte number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case Guid key: json.WriteStringValue(key); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case Instant at: json.WriteStringValue(InstantPattern.ExtendedIso.Format(at)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); break;
            case TimeOnly hour: json.WriteStringValue(hour.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)); break;
            case DateTimeOffset at: json.WriteStringValue(at); break;
            default: throw new NotSupportedException("No way to write a value of " + value.GetType());
        }
    }
}
