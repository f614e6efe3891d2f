using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Events;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Mail;
using Pupitre.Product.Tests.Commands;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A company leaves with all that is its own, in files that any program reads.</summary>
[Collection(SampledCollection.Name)]
public sealed class ExportCompanyTests(SampledPupitre sample) : IDisposable
{
    private static readonly string[] _ofMember = ["account_id", "name", "email", "role", "since"];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "pupitre-export-" + Guid.CreateVersion7().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Every_table_leaves_with_all_its_rows_and_every_content_as_it_was_received()
    {
        var run = await ExportAsync();

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Ateliers Marchebelle: export written to");
        var manifest = Manifest();
        var tables = await AskAsync(db => Task.FromResult(CompanyTables.Of(db.Model).Select(table => table.Name).ToList()));
        manifest.Tables.Select(table => table.Name).ShouldBe(tables);
        manifest.Tables.Where(table => Digest(table.Path) != table.Sha256 || Lines(table.Path).Length != table.Rows).ShouldBeEmpty();
        Rows(manifest, "providers").ShouldBe(await AskAsync(db => db.Set<Provider>().LongCountAsync()));
        Rows(manifest, "evidence_events").ShouldBe(await AskAsync(db => db.Set<StoredEvent>().LongCountAsync()));
        Rows(manifest, "ledger_entries").ShouldBe(await AskAsync(db => db.LedgerEntries.LongCountAsync()));
        var kept = await AskAsync(db =>
            db.Set<StoredFile>().Where(file => file.HasContent).Select(file => file.Hash).Distinct().CountAsync());
        manifest.Files.Count.ShouldBe(kept);
        manifest.Files.Where(file => !file.IsWhole || Digest(file.Path) != Path.GetFileName(file.Path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_row_of_another_company_leaves_with_it_and_nothing_with_which_one_signs_in()
    {
        await ExportAsync();

        Manifest().Tables.Where(table => table.Name is not ("memberships" or "companies"))
            .Where(table => Array.Exists(Lines(table.Path), line => line.GetProperty("company_id").GetGuid() != sample.Company.Id))
            .ShouldBeEmpty();
        Lines("tables/companies.jsonl").ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(sample.Company.Id);
        var members = Lines("tables/memberships.jsonl").ToList();
        members.ShouldContain(member => member.GetProperty("email").GetString() == sample.Company.Email);
        members.ShouldAllBe(member => member.EnumerateObject().Select(field => field.Name).SequenceEqual(_ofMember));
    }

    [Fact]
    public async Task A_mail_with_a_link_to_sign_in_leaves_without_its_words()
    {
        var written = await sample.Pupitre.InsideAsync(sample.Company, WriteMailsAsync);

        written.ShouldContain("Invitation");
        written.ShouldNotContain("secret");
        written.ShouldContain("\"body\":\"Bonjour\"");
    }

    [Fact]
    public async Task Values_are_written_as_any_program_reads_them()
    {
        await ExportAsync();

        var provider = Lines("tables/providers.jsonl").Single(row => row.GetProperty("name").GetString() == "Bureau de paie Talmont");
        provider.GetProperty("siren").GetString().ShouldBe("000862409");
        provider.GetProperty("archived_at").ValueKind.ShouldBe(JsonValueKind.Null);
        var id = provider.GetProperty("id").GetGuid();
        var contract = Lines("tables/contracts.jsonl").Single(row => row.GetProperty("provider_id").GetGuid() == id);
        contract.GetProperty("price").GetDecimal().ShouldBe(988m);
        contract.GetProperty("price_period").GetString().ShouldBe("Month");
        contract.GetProperty("start").GetString()!.ShouldMatch(@"^\d{4}-\d\d-01$");
        Lines("tables/ledger_entries.jsonl")[0].GetProperty("at").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$");
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_as_it_is()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "mine.txt"), "kept", TestContext.Current.CancellationToken);

        var run = await ExportAsync();

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("is not empty: choose another folder. Nothing was written.");
        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_name_among_several_companies_it_asks_which()
    {
        var run = await RunAsync("export", _folder);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(sample.Company.Slug);
    }

    /// <summary>One mail to a member and one to a provider, which are not there afterwards.</summary>
    private async Task<string> WriteMailsAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<Db>();
        await using var undone = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var outbox = services.GetRequiredService<Outbox>();
        outbox.Send(sample.Company.Email, "Invitation", "https://pupitre.example/password/secret");
        outbox.Send("manon@orvault-senac.example", "Preuves", "Bonjour");
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var lines = new MemoryStream();
        var section = services.GetServices<ExportSection>().Single(known => known.Name == "outgoing_mails");
        await section.WriteAsync(lines, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(lines.ToArray());
    }

    private Task<CommandRun> ExportAsync() => RunAsync("export", _folder, "--company", sample.Company.Slug);

    private Task<CommandRun> RunAsync(params string[] args)
    {
        var place = sample.Pupitre.Place;
        string[] database = place.IsPostgres ? ["--database", place.Postgres!] : [];
        return CommandRun.OfAsync("", [.. args, "--data", place.Folder, .. database, "--lang", "en"]);
    }

    private ExportManifest Manifest() => JsonSerializer.Deserialize<ExportManifest>(
        File.ReadAllText(Path.Combine(_folder, ExportCompany.ManifestName)), JsonSerializerOptions.Web)!;

    private JsonElement[] Lines(string path) =>
        [.. File.ReadAllLines(Path.Combine(_folder, path)).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, path))));

    private static long Rows(ExportManifest manifest, string table) => manifest.Tables.Single(known => known.Name == table).Rows;

    private Task<T> AskAsync<T>(Func<Db, Task<T>> ask) =>
        sample.Pupitre.InsideAsync(sample.Company, services => ask(services.GetRequiredService<Db>()));
}
