using System.CommandLine;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.App.Commands;

/// <summary>
/// <c>pupitre mail-sign-in</c>: signs the program in to its mail server where that takes no password. Shows a code, waits until
/// somebody has
/// entered it, and keeps the tokens.
/// </summary>
internal static class MailSignInCommand
{
    private const int UsualPauseSeconds = 5;
    private const int UsualSeconds = 900;

    public static Command Create(Terminal terminal)
    {
        var data = new Option<string>("--data") { Description = Texts.Cli_Data, DefaultValueFactory = _ => "./data" };
        var database = new Option<string?>("--database")
        {
            Description = Texts.Cli_Database,
            DefaultValueFactory = _ =>
            Environment.GetEnvironmentVariable("PUPITRE_DATABASE")
        };
        var signIn = new Command("mail-sign-in", Texts.Cli_MailSignIn) { data, database };
        signIn.SetAction(async (parsed, token) =>
        {
            var place = new DataPlace(parsed.GetRequiredValue(data), parsed.GetValue(database) is { Length: > 0 } postgres ? postgres
                : null);
            await RunAsync(place, terminal, token);
            return CommandLine.Done;
        });
        return signIn;
    }

    private static async Task RunAsync(DataPlace place, Terminal terminal, CancellationToken token)
    {
        if (!place.IsPostgres && !File.Exists(place.SqliteFile))
        {
            throw new Refused(Texts.Cli_NoData.With(Path.GetFullPath(place.Folder)));
        }

        await using var server = Server.Build(place, "http://127.0.0.1:0");
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RefuseOtherAsync(token);
        var keep = scope.ServiceProvider.GetRequiredService<KeepSendingToken>();
        try
        {
            var code = await keep.BeginAsync(token);
            await terminal.Out.WriteLineAsync(Texts.Cli_MailCode.With(code.CodePage, code["user_code"]));
            await terminal.Out.FlushAsync(token);
            var pause = TimeSpan.FromSeconds(code.Seconds("interval", UsualPauseSeconds));
            for (var left = code.Seconds("expires_in", UsualSeconds); !await keep.FinishAsync(code, token); left -= (int)pause.TotalSeconds)
            {
                if (left <= 0)
                {
                    throw new Refused(Texts.Cli_MailCodeOver);
                }

                await Task.Delay(pause, token);
            }
        }
        catch (Exception problem) when (problem is TokenRefused or HttpRequestException or System.Text.Json.JsonException)
        {
            throw new Refused(Texts.Cli_MailRefused.With(problem.Message));
        }

        scope.ServiceProvider.GetRequiredService<DurableCommits>().Flush();
        await terminal.Out.WriteLineAsync(Texts.Cli_MailSignedIn);
    }
}
