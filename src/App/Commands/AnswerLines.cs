using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pupitre.Kernel;

namespace Pupitre.App.Commands;

/// <summary>Answers one JSON object per line of input, in the same order: what <c>clock</c> and <c>terms</c> share.</summary>
/// <remarks>A bad line is answered with its error, the others are still answered, and the exit code is then 2.</remarks>
internal sealed class AnswerLines(Terminal terminal, Func<JsonElement, JsonObject> answer)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A command that answers lines.</summary>
    public static Command Create(string name, string about, Terminal terminal, Func<JsonElement, JsonObject> answer)
    {
        var file = new Argument<string?>("file") { Description = Texts.Cli_LinesFile, Arity = ArgumentArity.ZeroOrOne, HelpName = "FILE|-" };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] option }])
            {
                result.AddError(Texts.Cli_UnknownWord.With(option));
            }
        });
        var json = new Option<bool>("--json") { Description = Texts.Cli_Json };
        var command = new Command(name, about) { file, json };
        command.SetAction((parsed, token) => new AnswerLines(terminal, answer).RunAsync(parsed.GetValue(file), parsed.GetValue(json), token));
        return command;
    }

    private async Task<int> RunAsync(string? path, bool asJson, CancellationToken token)
    {
        var reader = await InputFile.OpenAsync(terminal, path, token);
        var table = new AnswerTable();
        var bad = 0;
        try
        {
            await foreach (var line in InputLines.ReadAsync(reader, terminal.Out, token))
            {
                var answered = Answer(line);
                bad += answered.ContainsKey("error") ? 1 : 0;
                if (asJson)
                {
                    await terminal.Out.WriteLineAsync(answered.ToJsonString(Plain).AsMemory(), token);
                    continue;
                }

                table.Add(answered);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }

        await table.WriteAsync(terminal.Out, token);
        if (bad == 0)
        {
            return CommandLine.Done;
        }

        await terminal.Error.WriteLineAsync(Texts.Cli_BadLines.With(bad));
        return CommandLine.BadUsage;
    }

    private JsonObject Answer(byte[] line)
    {
        var answered = new JsonObject { ["id"] = null };
        try
        {
            using var parsed = JsonDocument.Parse(line, Strict);
            var question = parsed.RootElement;
            if (question.ValueKind != JsonValueKind.Object)
            {
                throw new Refused(Texts.Cli_LineNotAnObject);
            }

            answered["id"] = IdOf(question);
            foreach (var member in answer(question).ToArray())
            {
                answered[member.Key] = member.Value?.DeepClone();
            }
        }
        catch (Refused refusal)
        {
            answered["error"] = refusal.Message;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // An invalid byte inside a text is found only when the text is read.
            answered["error"] = unreadable is JsonException { BytePositionInLine: { } at } ? Texts.Cli_LineNotJson.With(at + 1) : Texts.Cli_LineBadText;
        }

        return answered;
    }

    /// <summary>The line's own id, or null. One that cannot be written back (half of a character) makes the line unreadable.</summary>
    private static JsonNode? IdOf(JsonElement question)
    {
        var id = question.TryGetProperty("id", out var own) ? JsonNode.Parse(own.GetRawText()) : null;
        _ = id?.ToJsonString(Plain);
        return id;
    }
}
