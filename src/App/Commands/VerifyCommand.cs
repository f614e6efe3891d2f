using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel;
using Pupitre.Kernel.Hashing;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre verify STATEMENT.json</c>: recomputes a closed monthly statement from what it carries, without a database.</summary>
internal static class VerifyCommand
{
    private const int Found = 1;

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("STATEMENT.json") { Description = Texts.Verify_File };
        var previous = new Option<string?>("--previous") { Description = Texts.Verify_Previous, HelpName = "OTHER.json" };
        var hash = new Option<string?>("--hash") { Description = Texts.Verify_Hash, HelpName = "HEX" };
        var json = new Option<bool>("--json") { Description = Texts.Cli_Json };
        var verify = new Command("verify", Texts.Verify_About) { file, previous, hash, json };
        verify.SetAction(async (parsed, token) =>
        {
            var given = HashOf(parsed.GetValue(hash));
            var statement = await ReadAsync(terminal, parsed.GetRequiredValue(file), token);
            // An array that is null would be an empty file.
            ReadOnlyMemory<byte>? other = null;
            if (parsed.GetValue(previous) is { } path)
            {
                other = await ReadAsync(terminal, path, token);
            }

            var verdict = VerifyStatement.Run(statement, given, other);
            await SayAsync(terminal, verdict, parsed.GetValue(json), token);
            return verdict.IsValid ? CommandLine.Done : Found;
        });
        return verify;
    }

    private static string? HashOf(string? text) =>
        text is null || (text.Trim().Length == Sha256Hex.Length && text.Trim().All(char.IsAsciiHexDigit)) ? text
            : throw new Refused(Texts.Verify_NotAHash.With(text), "--hash");

    private static async Task<byte[]> ReadAsync(Terminal terminal, string path, CancellationToken token)
    {
        var input = await InputFile.OpenAsync(terminal, path, token);
        await using var stream = input.AsStream();
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, token)) > 0;)
        {
            if (whole.Length + read > StatementFile.MaxBytes)
            {
                throw new Refused(Texts.Verify_TooLarge.With(path, StatementFile.MaxBytes >> 20), "file");
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private static async Task SayAsync(Terminal terminal, StatementVerdict verdict, bool asJson, CancellationToken token)
    {
        if (!verdict.Erased.IsEmpty)
        {
            await terminal.Error.WriteLineAsync(Texts.Verify_Erased.With(verdict.Erased.Length, verdict.Erased[0]));
        }

        if (asJson)
        {
            await terminal.Out.WriteLineAsync(ToJson(verdict).ToJsonString(_plain).AsMemory(), token);
            return;
        }

        await terminal.Out.WriteLineAsync(
            (verdict.IsValid ? Texts.Verify_Valid : Texts.Verify_NotValid.With(verdict.Differences.Length, verdict.Differences[0].Field))
                .AsMemory(), token);
        await terminal.Out.WriteLineAsync(Texts.Verify_HashIs.With(verdict.Hash).AsMemory(), token);
        var table = new AnswerTable();
        foreach (var difference in verdict.Differences)
        {
            table.Add(new JsonObject
            {
                [Texts.Verify_Field] = difference.Field,
                [Texts.Verify_What] = What(difference.Kind),
                [Texts.Verify_Says] = difference.Says ?? "-",
                [Texts.Verify_Should] = difference.Should ?? "-",
            });
        }

        await table.WriteAsync(terminal.Out, token);
    }

    // What was erased is named only where something was: the other members are the contract's.
    private static JsonObject ToJson(StatementVerdict verdict)
    {
        var json = new JsonObject
        {
            ["valid"] = verdict.IsValid,
            ["hash"] = verdict.Hash,
            ["recomputed"] = verdict.IsRecomputed,
            ["differences"] = new JsonArray([.. verdict.Differences.Select(difference => (JsonNode)new JsonObject
            {
                ["field"] = difference.Field,
                ["kind"] = char.ToLowerInvariant(difference.Kind.ToString()[0]) + difference.Kind.ToString()[1..],
                ["says"] = difference.Says,
                ["should"] = difference.Should,
            })]),
        };
        if (!verdict.Erased.IsEmpty)
        {
            json["erased"] = new JsonArray([.. verdict.Erased.Select(field => (JsonNode)field)]);
        }

        return json;
    }

    private static string What(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Hash => Texts.Verify_KindHash,
        DifferenceKind.GivenHash => Texts.Verify_KindGivenHash,
        DifferenceKind.Form => Texts.Verify_KindForm,
        DifferenceKind.Shape => Texts.Verify_KindShape,
        DifferenceKind.Recomputed => Texts.Verify_KindRecomputed,
        DifferenceKind.Clear => Texts.Verify_KindClear,
        DifferenceKind.Previous => Texts.Verify_KindPrevious,
        _ => Texts.Verify_KindCountedOnce,
    };
}
