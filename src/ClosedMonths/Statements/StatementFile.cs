using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Pupitre.Kernel;
using Pupitre.Kernel.Hashing;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// A statement as a file: <c>{"clear":{digest:{"salt","text"}},"hash":"...","statement":{...}}</c>. SHA-256 is over the bytes of
/// <c>statement</c>, which is RFC 8785 JSON; <c>clear</c> is beside it and may lose entries.
/// </summary>
public sealed record StatementFile
{
    /// <summary>Largest file that is read.</summary>
    public const int MaxBytes = 256 << 20;

    private const int MaxDepth = 64;

    /// <summary>The bytes that are hashed.</summary>
    public required ReadOnlyMemory<byte> Hashed { get; init; }

    /// <summary>The hash that the file says it has.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyDictionary<string, ClearText> Clear { get; init; }

    /// <summary>Computes, writes and hashes a statement.</summary>
    /// <param name="statement">Its facts.</param>
    /// <param name="clear">The texts that its digests stand for.</param>
    public static StatementFile Of(Statement statement, ClearTexts clear)
    {
        var hashed = WriteStatement.Run(statement, new JudgeStatement(statement).Run());
        return new StatementFile { Hashed = hashed, Hash = Sha256Hex.Of(hashed), Clear = clear.All };
    }

    /// <summary>The whole file, canonical too.</summary>
    public byte[] Write()
    {
        var json = new CanonicalWriter(Hashed.Length + (Clear.Count * 256) + 256);
        json.BeginObject();
        json.Name("clear");
        WriteClear(json, Clear);
        json.Name("hash");
        json.Value(Hash);
        json.Name("statement");
        json.Raw(Hashed.Span);
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>The texts alone, as they are kept beside what is hashed.</summary>
    public string WriteClear()
    {
        var json = new CanonicalWriter();
        WriteClear(json, Clear);
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>Reads texts that <see cref="WriteClear()"/> wrote.</summary>
    public static IReadOnlyDictionary<string, ClearText> ReadClear(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadClear(document.RootElement);
    }

    /// <summary>Reads a file as it is, without checking anything that it says.</summary>
    /// <exception cref="Refused">It is not JSON, is cut off, is larger than <see cref="MaxBytes"/>, or is no statement at all.</exception>
    public static StatementFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new Refused(Texts.Statement_TooLarge.With(MaxBytes >> 20));
        }

        try
        {
            using var document = JsonDocument.Parse(WithoutMark(bytes), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Of(document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new Refused(Texts.Statement_NotJson.With((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1));
        }
    }

    private static StatementFile Of(JsonElement root)
    {
        var members = root.ValueKind == JsonValueKind.Object
            ? root.EnumerateObject().ToLookup(member => member.Name, member => member.Value, StringComparer.Ordinal) : null;
        if (members is null || members["statement"].ToList() is not [{ ValueKind: JsonValueKind.Object } statement]
            || members["hash"].ToList() is not [{ ValueKind: JsonValueKind.String } hash] || members["clear"].ToList() is not [var clear]
                || members.Count > 3)
        {
            throw new Refused(Texts.Statement_NotOne);
        }

        return new StatementFile
        {
            Hashed = JsonMarshal.GetRawUtf8Value(statement).ToArray(),
            Hash = hash.GetString()!,
            Clear = ReadClear(clear),
        };
    }

    private static SortedDictionary<string, ClearText> ReadClear(JsonElement json)
    {
        var texts = new SortedDictionary<string, ClearText>(StringComparer.Ordinal);
        var part = new StatementJson(json, new StatementPath(new StatementPath(null), "clear"));
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw part.Refuse(Texts.Statement_NotOne);
        }

        foreach (var member in json.EnumerateObject())
        {
            var entry = new StatementJson(member.Value, new StatementPath(part.Path, member.Name));
            texts[member.Name] = new ClearText(entry["salt"].Text, entry["text"].Text);
        }

        return texts;
    }

    private static void WriteClear(CanonicalWriter json, IReadOnlyDictionary<string, ClearText> clear)
    {
        json.BeginObject();
        foreach (var (digest, text) in clear.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.Name(digest);
            json.BeginObject();
            json.Name("salt");
            json.Value(text.Salt);
            json.Name("text");
            json.Value(text.Text);
            json.EndObject();
        }

        json.EndObject();
    }

    // A file that an editor has saved may begin with a byte order mark.
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
