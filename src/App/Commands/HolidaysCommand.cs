using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pupitre.Kernel.Time;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre holidays</c>: the legal holidays of a French zone in a year.</summary>
internal static class HolidaysCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var codes = string.Join("|", HolidayZones.All.Select(HolidayZones.Code));
        var zone = new Option<string>("--zone") { Description = Texts.Cli_HolidaysZone, Required = true, HelpName = codes };
        var year = new Option<int>("--year") { Description = Texts.Cli_HolidaysYear, Required = true };
        var json = new Option<bool>("--json") { Description = Texts.Cli_Json };
        var holidays = new Command("holidays", Texts.Cli_Holidays) { zone, year, json };
        holidays.SetAction(async (parsed, token) =>
        {
            var found = FrenchHolidays.Of(HolidayZones.Parse(parsed.GetRequiredValue(zone), "--zone"), parsed.GetRequiredValue(year));
            var rows = found.Select(holiday => new JsonObject { ["date"] = Text(holiday.Date), ["name"] = holiday.Name });
            await WriteAsync(terminal.Out, rows, parsed.GetValue(json), token);
            return CommandLine.Done;
        });
        return holidays;
    }

    private static async Task WriteAsync(TextWriter output, IEnumerable<JsonObject> rows, bool asJson, CancellationToken token)
    {
        if (asJson)
        {
            await output.WriteLineAsync(new JsonArray([.. rows]).ToJsonString(Plain).AsMemory(), token);
            return;
        }

        var table = new AnswerTable();
        foreach (var row in rows)
        {
            table.Add(row);
        }

        await table.WriteAsync(output, token);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
