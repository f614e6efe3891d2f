using System.Text;
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
        var writer = new CanonicalWriter();
        Write(writer, node, depth: 0);
        return Encoding.UTF8.GetString(writer.Written);
    }

    public static void Write(CanonicalWriter writer, JsonNode? node, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidOperationException("The value is nested too deep.");
        }

        switch (node)
        {
            case JsonObject members:
                writer.BeginObject();
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.Name(name);
                    Write(writer, value, depth + 1);
                }

                writer.EndObject();
                break;
            case JsonArray items:
                writer.BeginArray();
                foreach (var item in items)
                {
                    Write(writer, item, depth + 1);
                }

                writer.EndArray();
                break;
            case null:
                writer.Null();
                break;
            default:
                Scalar(writer, node.AsValue());
                break;
        }
    }

    private static void Scalar(CanonicalWriter writer, JsonValue value)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            writer.Value(value.TryGetValue<string>(out var text) ? text : value.Deserialize<string>()!);
        }
        else
        {
            writer.Raw(Encoding.UTF8.GetBytes(value.ToJsonString()));
        }
    }
}
