using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pupitre.Kernel.Hashing;

/// <summary>
/// The one textual form of a JSON value: object members in ordinal order of their names, no white space, only the escapes that JSON
/// requires. Two equal values give the same bytes, so that a hash over them can be checked by anybody.
/// </summary>
/// <remarks>
/// The order and the escapes are those of RFC 8785 (JSON Canonicalization Scheme). Numbers are kept as written by the serializer, so
/// writers that hash amounts put them into strings, as the contract of the command line does.
/// </remarks>
public static class CanonicalJson
{
    private const int MaxDepth = 64;

    /// <summary>Serializes <paramref name="value"/> and returns its canonical text.</summary>
    public static string Of<T>(T value, JsonSerializerOptions? options = null) =>
        Of(JsonSerializer.SerializeToNode(value, options));

    /// <summary>Returns the canonical text of <paramref name="node"/>; a null node is <c>null</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is nested deeper than 64 levels.</exception>
    public static string Of(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth }))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
