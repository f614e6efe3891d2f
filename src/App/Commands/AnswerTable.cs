using System.Text.Json.Nodes;

namespace Pupitre.App.Commands;

/// <summary>Answers as a table for people: one column for each member that occurs, in the order of their first occurrence.</summary>
internal sealed class AnswerTable
{
    private const string Gap = "  ";

    private readonly List<string> _columns = [];
    private readonly List<JsonObject> _rows = [];

    public void Add(JsonObject row)
    {
        _rows.Add(row);
        _columns.AddRange(row.Select(member => member.Key).Where(name => !_columns.Contains(name)));
    }

    public async Task WriteAsync(TextWriter output, CancellationToken token)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var lines = _rows.Select(row => _columns.Select(name => Text(row[name])).ToArray()).Prepend([.. _columns.Select(Heading)]).ToList();
        var widths = _columns.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            var text = string.Join(Gap, line.Select((cell, column) => cell.PadRight(widths[column])));
            await output.WriteLineAsync(text.TrimEnd().AsMemory(), token);
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue plain when plain.TryGetValue<bool>(out var yes) => yes ? Texts.Cli_Yes : Texts.Cli_No,
        JsonObject or JsonArray => value.ToJsonString(),
        _ => value.ToString(),
    };

    private static string Heading(string name) => name switch
    {
        "seconds" => Texts.Cli_ColumnSeconds,
        "at" => Texts.Cli_ColumnAt,
        "local" => Texts.Cli_ColumnLocal,
        "pausedSeconds" => Texts.Cli_ColumnPausedSeconds,
        "state" => Texts.Cli_ColumnState,
        "error" => Texts.Cli_ColumnError,
        "termEnd" => Texts.Cli_ColumnTermEnd,
        "lastDay" => Texts.Cli_ColumnLastDay,
        "expired" => Texts.Cli_ColumnExpired,
        "noticeBy" => Texts.Cli_ColumnNoticeBy,
        "postBy" => Texts.Cli_ColumnPostBy,
        "lockedInUntil" => Texts.Cli_ColumnLockedInUntil,
        "date" => Texts.Cli_ColumnDate,
        "name" => Texts.Cli_ColumnName,
        _ => name,
    };
}
