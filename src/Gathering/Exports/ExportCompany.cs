using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using NodaTime.Text;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Exports;

/// <summary>
/// Writes everything of the current company into a folder: a file of JSON lines for each table, the contents that are kept, and last a
/// manifest with the SHA-256 of each. It is one look at the database, while the program may be serving.
/// </summary>
public sealed class ExportCompany(Db db, Tenant tenant, KeptContents kept, IEnumerable<ExportSection> sections, IClock clock)
{
    public const string ManifestName = "manifest.json";

    /// <summary>Version of the layout: raised when a reader of this one would read the next one wrongly.</summary>
    private const int Layout = 1;

    private static readonly JsonSerializerOptions _written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="folder">Is made; it must not hold anything.</param>
    /// <exception cref="Refused">The folder holds something already.</exception>
    public async Task<ExportManifest> RunAsync(string folder, CancellationToken token)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new Refused(Texts.Export_NotEmpty.With(folder));
        }

        PrivateFiles.CreateFolder(Path.Combine(folder, "tables"));
        var at = clock.GetCurrentInstant();
        await using var look = await LookAsync(token);
        var tables = new List<ExportedTable>();
        foreach (var section in Sections())
        {
            tables.Add(await WriteAsync(folder, section, token));
        }

        var files = new List<ExportedContent>();
        var contents = db.Set<StoredFile>().Where(row => row.HasContent).Select(row => new { row.Hash, row.Size }).Distinct();
        foreach (var file in await contents.OrderBy(row => row.Hash).ToListAsync(token))
        {
            files.Add(await CopyAsync(folder, file.Hash, file.Size, token));
        }

        var company = tenant.Company;
        var whose = new ExportedCompany(company.Id, company.Name, company.Slug);
        var manifest = new ExportManifest("pupitre-company", Layout, whose, InstantPattern.ExtendedIso.Format(at), tables, files);
        await using var target = PrivateFiles.Create(Path.Combine(folder, ManifestName));
        await JsonSerializer.SerializeAsync(target, manifest, _written, token);
        return manifest;
    }

    // What is written meanwhile is either wholly in the export or not at all; nobody waits for it.
    private async Task<IDbContextTransaction> LookAsync(CancellationToken token)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);
        }

        await db.Database.OpenConnectionAsync(token);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), token))!;
    }

    // A module's own section takes the place of the default one.
    private IEnumerable<ExportSection> Sections()
    {
        var own = sections.ToDictionary(section => section.Name, StringComparer.Ordinal);
        return CompanyTables.Of(db.Model).Select(table => own.GetValueOrDefault(table.Name) ?? new TableSection(db, table));
    }

    private static async Task<ExportedTable> WriteAsync(string folder, ExportSection section, CancellationToken token)
    {
        var path = $"tables/{section.Name}.jsonl";
        long rows;
        await using (var target = PrivateFiles.Create(Path.Combine(folder, path)))
        {
            rows = await section.WriteAsync(target, token);
        }

        var (size, hash) = await HashAsync(Path.Combine(folder, path), token);
        return new ExportedTable(section.Name, path, rows, size, hash);
    }

    // What was changed or lost since it was received is said, and holds nothing else back.
    private async Task<ExportedContent> CopyAsync(string folder, string hash, long size, CancellationToken token)
    {
        var path = $"files/{hash[..2]}/{hash}";
        try
        {
            await using var content = kept.OpenAsItLies(hash);
            PrivateFiles.CreateFolder(Path.Combine(folder, "files", hash[..2]));
            await using var target = PrivateFiles.Create(Path.Combine(folder, path));
            await content.CopyToAsync(target, token);
        }
        catch (NotFound)
        {
            return new ExportedContent(path, size, hash, IsWhole: false);
        }

        var (written, found) = await HashAsync(Path.Combine(folder, path), token);
        return new ExportedContent(path, written, found, IsWhole: found == hash);
    }

    private static async Task<(long Size, string Hash)> HashAsync(string path, CancellationToken token)
    {
        await using var written = File.OpenRead(path);
        return (written.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(written, token)));
    }
}

/// <summary>What an export holds; it is written last, so that an export without it is not whole.</summary>
/// <param name="At">Instant at which it was begun, in UTC.</param>
/// <param name="Tables">In an order in which the rows can be written again.</param>
public sealed record ExportManifest(
    string Format, int Layout, ExportedCompany Company, string At, IReadOnlyList<ExportedTable> Tables, IReadOnlyList<ExportedContent> Files);

/// <summary>Whose it is.</summary>
public sealed record ExportedCompany(Guid Id, string Name, string Slug);

/// <summary>A file of JSON lines.</summary>
public sealed record ExportedTable(string Name, string Path, long Rows, long Bytes, string Sha256);

/// <summary>A kept content, under the hash with which it was received.</summary>
/// <param name="IsWhole">Whether it is still what was received.</param>
public sealed record ExportedContent(string Path, long Bytes, string Sha256, bool IsWhole);
