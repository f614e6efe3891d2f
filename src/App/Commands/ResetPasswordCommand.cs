using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre reset-password EMAIL</c>: for whoever holds the machine and no longer the password. The program may be serving.</summary>
internal static class ResetPasswordCommand
{
    private const int PasswordBytes = 10;

    public static Command Create(Terminal terminal)
    {
        var email = new Argument<string>("email") { Description = Texts.Cli_ResetEmail };
        var data = new Option<string>("--data") { Description = Texts.Cli_Data, DefaultValueFactory = _ => "./data" };
        var database = new Option<string?>("--database") { Description = Texts.Cli_Database, DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PUPITRE_DATABASE") };
        var reset = new Command("reset-password", Texts.Cli_ResetPassword) { email, data, database };
        reset.SetAction(async (parsed, token) =>
        {
            var place = new DataPlace(parsed.GetRequiredValue(data), parsed.GetValue(database) is { Length: > 0 } postgres ? postgres : null);
            await terminal.Out.WriteLineAsync(await RunAsync(place, parsed.GetRequiredValue(email), token));
            return CommandLine.Done;
        });
        return reset;
    }

    private static async Task<string> RunAsync(DataPlace place, string email, CancellationToken token)
    {
        if (!place.IsPostgres && !File.Exists(place.SqliteFile))
        {
            throw new Refused(Texts.Cli_NoData.With(Path.GetFullPath(place.Folder)));
        }

        await using var server = Server.Build(place, "http://127.0.0.1:0");
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RefuseOtherAsync(token);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Platform.Access.Account>>();
        var account = await accounts.FindByEmailAsync(email) ?? throw new Refused(Texts.Cli_NoAccount.With(email));
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (!result.Succeeded)
        {
            throw new Refused(result.Errors.First().Description);
        }

        await accounts.SetLockoutEndDateAsync(account, null);
        await scope.ServiceProvider.GetRequiredService<Platform.Access.Sessions.EndSessions>().AllAsync(account.Id, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<DurableCommits>().Flush();
        return Texts.Cli_PasswordReset.With(email, password);
    }
}
