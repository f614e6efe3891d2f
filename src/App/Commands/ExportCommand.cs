using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre export FOLDER</c>: all that belongs to one company, for other programs, while this one may be serving.</summary>
internal static class ExportCommand
{
    private const int FoundSomething = 1;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = Texts.Cli_ExportFolder };
        var company = new Option<string?>("--company") { Description = Texts.Cli_ExportCompany };
        var data = new Option<string>("--data") { Description = Texts.Cli_Data, DefaultValueFactory = _ => "./data" };
        var database = new Option<string?>("--database")
        {
            Description = Texts.Cli_Database,
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PUPITRE_DATABASE"),
        };
        var export = new Command("export", Texts.Cli_Export) { folder, company, data, database };
        export.SetAction(async (parsed, token) =>
        {
            var postgres = parsed.GetValue(database) is { Length: > 0 } given ? given : null;
            var place = new DataPlace(parsed.GetRequiredValue(data), postgres);
            var target = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var manifest = await RunAsync(place, parsed.GetValue(company), target, token);
            await terminal.Out.WriteLineAsync(Texts.Cli_Exported.With(
                manifest.Company.Name, target, manifest.Tables.Count, manifest.Tables.Sum(table => table.Rows),
                manifest.Files.Count(file => file.IsWhole), ExportCompany.ManifestName));
            foreach (var broken in manifest.Files.Where(file => !file.IsWhole))
            {
                await terminal.Error.WriteLineAsync(Texts.Cli_ExportBroken.With(broken.Path));
            }

            return manifest.Files.All(file => file.IsWhole) ? CommandLine.Done : FoundSomething;
        });
        return export;
    }

    private static async Task<ExportManifest> RunAsync(DataPlace place, string? slug, string target, CancellationToken token)
    {
        if (!place.IsPostgres && !File.Exists(place.SqliteFile))
        {
            throw new Refused(Texts.Cli_NoData.With(Path.GetFullPath(place.Folder)));
        }

        await using var server = Server.Build(place, "http://127.0.0.1:0");
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RefuseOtherAsync(token);
        var company = await CompanyAsync(scope.ServiceProvider.GetRequiredService<Db>(), slug, token);
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<ExportCompany>().RunAsync(target, token);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DbException)
        {
            throw new Refused(Texts.Cli_ExportFailed.With(target, problem.Message));
        }
    }

    private static async Task<Company> CompanyAsync(Db db, string? slug, CancellationToken token)
    {
        var companies = await db.Companies.AsNoTracking().OrderBy(row => row.Slug).ToListAsync(token);
        return slug is null && companies is [var only]
            ? only
            : companies.Find(row => row.Slug == slug)
                ?? throw new Refused(Texts.Cli_ExportWhich.With(string.Join(", ", companies.Select(row => row.Slug))));
    }
}
