using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pupitre.Kernel;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Jobs;

namespace Pupitre.Platform.Data;

/// <summary>
/// Brings the database to this program's version at each start: refuses data of a newer program, migrates, and makes what is missing of
/// the triggers and policies that keep the tables as they must be. Nodes that start together over PostgreSQL do it one after the other.
/// </summary>
public sealed partial class PrepareDatabase(Db db, DataPlace place, IEnumerable<Module> modules, IServiceProvider services, ILogger<PrepareDatabase> logger)
{
    public async Task RunAsync(CancellationToken token)
    {
        PrivateFiles.CreateFolder(place.Folder);
        WarnOfReaders();
        await using var turn = await StartTurn.TakeAsync(db, place, token);
        await RowSecurity.RefuseRoleThatPassesItAsync(db, token);
        await MigrateAsync(token);
        await AppendOnly.EnforceAsync(db, modules.SelectMany(module => module.AppendOnlyTables).Append("ledger_entries"), token);
        await RowSecurity.EnforceAsync(db, token);
        if (place.IsPostgres)
        {
            await NodeLife.BeatAsync(db, services.GetRequiredService<ThisNode>().Id, token);
        }

        await services.GetRequiredService<InterruptedJobs>().MarkAsync(token);
    }

    /// <summary>For whoever writes into the data without bringing them to this program's version.</summary>
    /// <exception cref="Refused">A newer program has written these data, or one of before the first release.</exception>
    public async Task RefuseOtherAsync(CancellationToken token) => RefuseOther([.. db.Database.GetMigrations()], await AppliedAsync(token));

    // Most starts have nothing to migrate, and then do not ask for it: migrating builds the model of the last migration beside the program's.
    private async Task MigrateAsync(CancellationToken token)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await AppliedAsync(token);
        RefuseOther(known, applied);
        if (!known.Except(applied).Any())
        {
            return;
        }

        if (place.IsPostgres)
        {
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(token);
            await LockPatience.RunAsync(db, () => db.Database.MigrateAsync(token), token);
            return;
        }

        PrivateFiles.Touch(place.SqliteFile);
        await ForgetStaleMigrationLockAsync(token);
        await db.Database.MigrateAsync(token);
    }

    // Migrations are named by their instant: what is older than the first one here was written before the data had a form to keep.
    private void RefuseOther(List<string> known, IReadOnlyList<string> applied)
    {
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new Refused(string.CompareOrdinal(unknown, known[0]) < 0
                ? Texts.Data_BeforeFirstRelease.With(place.Folder)
                : Texts.Data_NewerProgram.With(place.Folder, unknown));
        }
    }

    // Asked for only where its table is: the framework would ask anyway, and log the answer as a failure on an empty database.
    private async Task<IReadOnlyList<string>> AppliedAsync(CancellationToken token)
    {
        if (place.IsPostgres)
        {
            return await db.Database.SqlQuery<bool>($"select to_regclass('\"__EFMigrationsHistory\"') is not null as \"Value\"").SingleAsync(token)
                ? [.. await db.Database.GetAppliedMigrationsAsync(token)]
                : [];
        }

        // A start that was killed at once leaves an empty file, which the framework would open for reading only.
        return new FileInfo(place.SqliteFile) is { Exists: true, Length: > 0 } ? [.. await db.Database.GetAppliedMigrationsAsync(token)] : [];
    }

    // A process killed while migrating leaves its row, and the next start would wait for ever. The lock on the data folder
    // (see DataFolderLock) says that no other process is migrating.
    private async Task ForgetStaleMigrationLockAsync(CancellationToken token)
    {
        var present = await db.Database.SqlQuery<int>($"select count(*) as Value from sqlite_master where name = '__EFMigrationsLock'").SingleAsync(token);
        if (present > 0)
        {
            await db.Database.ExecuteSqlAsync($"delete from \"__EFMigrationsLock\"", token);
        }
    }

    private void WarnOfReaders()
    {
        foreach (var path in new[] { place.Folder, place.SqliteFile, Path.Combine(place.Folder, "files"), Path.Combine(place.Folder, "mail") })
        {
            if ((File.Exists(path) || Directory.Exists(path)) && PrivateFiles.IsOpenToOthers(path))
            {
                OpenToOthers(Path.GetFullPath(path));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} can be read by other users of this machine: it holds keys, addresses and papers. Make it private: chmod -R go= {Path}")]
    private partial void OpenToOthers(string path);
}
