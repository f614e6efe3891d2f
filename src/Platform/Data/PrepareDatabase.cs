using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Jobs;

namespace Pupitre.Platform.Data;

/// <summary>
/// Brings the database to this program's version at each start: refuses data of a newer program, migrates, and re-creates the
/// triggers that keep the append-only tables so.
/// </summary>
public sealed class PrepareDatabase(Db db, DataPlace place, IEnumerable<Module> modules, InterruptedJobs interrupted)
{
    public async Task RunAsync(CancellationToken token)
    {
        Directory.CreateDirectory(place.Folder);
        await MigrateAsync(token);
        await AppendOnly.EnforceAsync(db, modules.SelectMany(module => module.AppendOnlyTables).Append("ledger_entries"), token);
        await RowSecurity.EnforceAsync(db, token);
        await interrupted.MarkAsync(token);
    }

    // Most starts have nothing to migrate, and then do not ask for it: migrating builds the model of the last migration beside the program's.
    private async Task MigrateAsync(CancellationToken token)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await db.Database.CanConnectAsync(token) ? (await db.Database.GetAppliedMigrationsAsync(token)).ToList() : [];
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new Refused(Texts.Data_NewerProgram.With(place.Folder, unknown));
        }

        if (known.Except(applied).Any())
        {
            await ForgetStaleMigrationLockAsync(token);
            await db.Database.MigrateAsync(token);
        }
    }

    // A process killed while migrating leaves its row, and the next start would wait for ever. The lock on the data folder
    // (see DataFolderLock) says that no other process is migrating.
    private async Task ForgetStaleMigrationLockAsync(CancellationToken token)
    {
        if (place.IsPostgres || !File.Exists(place.SqliteFile))
        {
            return;
        }

        var present = await db.Database.SqlQuery<int>($"select count(*) as Value from sqlite_master where name = '__EFMigrationsLock'").SingleAsync(token);
        if (present > 0)
        {
            await db.Database.ExecuteSqlAsync($"delete from \"__EFMigrationsLock\"", token);
        }
    }
}
