using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;

namespace Pupitre.App.Commands.Check;

/// <summary><c>pupitre check fec FILE...</c>: the official verdict and the probative controls of accounting files.</summary>
internal static class CheckFecCommand
{
    private const int Found = 1;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = Texts.CheckFec_Files, Arity = ArgumentArity.OneOrMore };
        var siren = new Option<string?>("--siren") { Description = Texts.CheckFec_Siren, HelpName = "N" };
        var closing = new Option<string?>("--closing") { Description = Texts.CheckFec_Closing, HelpName = "DATE" };
        var previous = new Option<string?>("--previous") { Description = Texts.CheckFec_Previous, HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = Texts.Cli_Json };
        var command = new Command("fec", Texts.CheckFec_About) { files, siren, closing, previous, json };
        command.SetAction(async (parsed, token) =>
        {
            var options = new FecOptions { Siren = SirenOf(parsed.GetValue(siren)), Closing = DayOf(parsed.GetValue(closing)) };
            using var inputs = new FecInputs(terminal);
            var reports = Run(
                FecFile.Group(await inputs.OpenAsync(parsed.GetRequiredValue(files), token)),
                options,
                parsed.GetValue(previous) is { } path ? FecFile.Group(await inputs.OpenAsync([path], token))[0] : null,
                token);
            await SayAsync(terminal, reports, parsed.GetValue(json));
            return reports.Exists(report => report.HasFound) ? Found : CommandLine.Done;
        });
        return command;
    }

    /// <summary>Every file is checked before anything is written: one that cannot be read leaves nothing on standard output.</summary>
    private static List<FecReport> Run(IEnumerable<FecFile> files, FecOptions options, FecFile? previous, CancellationToken token)
    {
        try
        {
            return [.. files.Select(file => CheckFec.Run(file, options, previous, token))];
        }
        catch (UnreadableFec unreadable)
        {
            throw new Refused(unreadable.Message, "FILE");
        }
    }

    private static async Task SayAsync(Terminal terminal, List<FecReport> reports, bool asJson)
    {
        var companies = reports.Select(report => FecName.Parse(report.File)?.Prefix).OfType<string>().Distinct().ToList();
        if (companies.Count > 1)
        {
            await terminal.Error.WriteLineAsync(Texts.CheckFec_Companies.With(companies.Count, string.Join(", ", companies)));
        }

        foreach (var read in reports.Where(report => report.Format is { Charset: FecCharset.Iso885915, FirstProofLine: not null, Separator: not null }))
        {
            await terminal.Error.WriteLineAsync(Texts.CheckFec_Charset.With(read.File, read.Format.FirstProofLine));
        }

        foreach (var report in reports)
        {
            await terminal.Out.WriteLineAsync(asJson ? FecJson.Of(report).ToJsonString(Plain) : await FecTables.OfAsync(report));
        }
    }

    private static string? SirenOf(string? text)
    {
        var siren = Siren.Normalize(text);
        return text is null || (siren is not null && Siren.IsWellFormed(siren)) ? siren : throw new Refused(Texts.CheckFec_NotSiren.With(text), "--siren");
    }

    private static DateOnly? DayOf(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new Refused(Texts.Cli_NotADate.With("--closing", text), "--closing");
}
