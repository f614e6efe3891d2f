using System.CommandLine;
using System.Globalization;
using Pupitre.App.Commands.Measure;
using Pupitre.Kernel;

namespace Pupitre.App.Commands;

/// <summary>
/// The command line. Without a command it serves. Exit codes: 0 done, 1 the check found something, 2 bad usage or unreadable
/// input with one sentence on standard error.
/// </summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int BadUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var language = new Option<string>("--lang") { Description = Texts.Cli_Lang, Recursive = true };
        language.AcceptOnlyFromAmong("fr", "en");
        SetLanguage(LanguageOf(args));

        var root = new RootCommand(Texts.Cli_About) { language };
        var serve = ServeCommand.Create();
        root.Add(serve);
        root.Add(MeasureCommand.Create());

        var parsed = root.Parse(args.Length == 0 || args[0].StartsWith("--data", StringComparison.Ordinal) ? ["serve", .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
            return BadUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Refused refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return BadUsage;
        }
    }

    private static string LanguageOf(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        if (at >= 0 && at + 1 < args.Length)
        {
            return args[at + 1];
        }

        return Environment.GetEnvironmentVariable("LANG")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "fr";
    }

    private static void SetLanguage(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }
}
