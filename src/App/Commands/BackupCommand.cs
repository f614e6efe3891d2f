using System.CommandLine;
using System.Data.Common;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre backup FILE</c>: one consistent file of everything, while the program may be serving.</summary>
internal static class BackupCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = Texts.Cli_BackupFile };
        var data = new Option<string>("--data") { Description = Texts.Cli_Data, DefaultValueFactory = _ => "./data" };
        var database = new Option<string?>("--database") { Description = Texts.Cli_Database, DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PUPITRE_DATABASE") };
        var backup = new Command("backup", Texts.Cli_Backup) { file, data, database };
        backup.SetAction(async (parsed, token) =>
        {
            var place = new DataPlace(parsed.GetRequiredValue(data), parsed.GetValue(database) is { Length: > 0 } postgres ? postgres : null);
            await terminal.Out.WriteLineAsync(await RunAsync(place, parsed.GetRequiredValue(file), token));
            return CommandLine.Done;
        });
        return backup;
    }

    private static async Task<string> RunAsync(DataPlace place, string file, CancellationToken token)
    {
        if (place.IsPostgres)
        {
            throw new Refused(Texts.Cli_BackupPostgres.With(Path.Combine(place.Folder, "files")));
        }

        if (!File.Exists(place.SqliteFile))
        {
            throw new Refused(Texts.Cli_NoData.With(Path.GetFullPath(place.Folder)));
        }

        var target = Path.GetFullPath(file);
        if (File.Exists(target))
        {
            throw new Refused(Texts.Cli_BackupExists.With(target));
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new Refused(Texts.Cli_NoFolder.With(Path.GetDirectoryName(target)));
        }

        try
        {
            var count = await WriteBackup.RunAsync(place, target, token);
            return Texts.Cli_BackedUp.With(target, count, new FileInfo(target).Length / 1_000_000m);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DbException)
        {
            throw new Refused(Texts.Cli_BackupFailed.With(target, problem.Message));
        }
    }
}
