using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Pupitre.App.Commands.Check;
using Pupitre.App.Commands.Log;
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

    /// <summary>Ended by whoever started it, as shells count it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    private const string LanguageName = "--lang";

    private static readonly string[] OfTheRoot = ["-h", "-?", "--help", "--version"];

    /// <summary>Runs a command in this process's terminal.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var culture = Culture(LanguageOf(args));
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        return await RunAsync(args, Terminal.OfProcess());
    }

    /// <summary>Runs a command in <paramref name="terminal"/>, in the language of <paramref name="args"/> or of the environment.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(LanguageOf(args));
        try
        {
            var parsed = Root(terminal).Parse(OrServe(args));
            if (parsed.Errors.Count + parsed.UnmatchedTokens.Count > 0)
            {
                return await RefuseAsync(terminal, UsageProblem.Of(parsed));
            }

            var streams = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error };
            if (parsed.CommandResult.Command.Name == ServeCommand.Name)
            {
                // The server itself hears that it is told to stop, and takes the time that running requests need.
                streams.ProcessTerminationTimeout = null;
            }

            return await parsed.InvokeAsync(streams);
        }
        catch (Refused refusal)
        {
            return await RefuseAsync(terminal, refusal.Message);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(Texts.Cli_Interrupted);
            return Interrupted;
        }
        finally
        {
            await terminal.Out.FlushAsync();
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var language = new Option<string>(LanguageName) { Description = Texts.Cli_Lang, Recursive = true };
        language.AcceptOnlyFromAmong("fr", "en");
        var root = new RootCommand(Texts.Cli_About)
        {
            language,
            ServeCommand.Create(),
            SeedCommand.Create(),
            BackupCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ResetPasswordCommand.Create(terminal),
            MailSignInCommand.Create(terminal),
            ClockCommand.Create(terminal),
            TermsCommand.Create(terminal),
            HolidaysCommand.Create(terminal),
            MeasureCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            CheckCommand.Create(terminal),
            LogCommand.Create(terminal),
        };
        root.Options.OfType<HelpOption>().Single().Description = Texts.Cli_Help;
        return root;
    }

    private static async Task<int> RefuseAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
        return BadUsage;
    }

    /// <summary>Without a command it serves; the language may stand before.</summary>
    private static string[] OrServe(string[] args)
    {
        var first = args is [LanguageName, _, ..] ? 2 : args is [var only, ..] && only.StartsWith(LanguageName + "=", StringComparison.Ordinal) ? 1 : 0;
        var servesAlone = first >= args.Length || (args[first].StartsWith('-') && !OfTheRoot.Contains(args[first]));
        return servesAlone ? [.. args[..first], "serve", .. args[first..]] : args;
    }

    private static string LanguageOf(string[] args)
    {
        var at = Array.IndexOf(args, LanguageName);
        if (at >= 0 && at + 1 < args.Length)
        {
            return args[at + 1];
        }

        return Array.Find(args, arg => arg.StartsWith(LanguageName + "=", StringComparison.Ordinal))?[(LanguageName.Length + 1)..] ?? LanguageOfEnvironment();
    }

    private static string LanguageOfEnvironment() =>
        Environment.GetEnvironmentVariable("LANG")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "fr";

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");
}
