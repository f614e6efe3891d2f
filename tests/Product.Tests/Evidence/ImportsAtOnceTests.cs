using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Intake.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Imports that run at the same time, and imports for which there is no room.</summary>
public sealed class ImportsAtOnceTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int Lines = 9_000;
    private const int Shared = 1_000;
    private const int FreePages = 40;
    private static readonly SourceRules _rules = new(SourceClass.Receipt, []);

    [Fact]
    public async Task Two_imports_at_once_into_one_source_count_each_event_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        var first = await DropAsync(company, "janvier.csv", 0);
        var second = await DropAsync(company, "fevrier.csv", Lines - Shared);
        var source = await pupitre.InsideAsync(company, async services =>
            (await services.GetRequiredService<CreateSource>().RunAsync("Tickets", SourceOrigin.Table, null, Mapping.ToJson(), _rules, CancellationToken.None)).Id);
        var imports = new[] { await BeginAsync(company, first, source, null), await BeginAsync(company, second, source, null) };

        await Task.WhenAll(imports.Select(import => RunAsync(company, import)));

        (await CountAsync(company, source)).ShouldBe(((2 * Lines) - Shared, (2 * Lines) - Shared));
        (await StatesAsync(company)).ShouldAllBe(state => state == ImportState.Done);
    }

    [Fact]
    public async Task Two_imports_at_once_into_two_sources_run_side_by_side()
    {
        var company = await pupitre.HaveCompanyAsync();
        var imports = new[] { await BeginAsync(company, await DropAsync(company, "a.csv", 0), null, "A"), await BeginAsync(company, await DropAsync(company, "b.csv", Lines), null, "B") };

        await Task.WhenAll(imports.Select(import => RunAsync(company, import)));

        foreach (var source in await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Id).ToListAsync()))
        {
            (await CountAsync(company, source)).ShouldBe((Lines, Lines));
        }
    }

    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task An_import_for_which_the_disk_has_no_room_counts_nothing_and_can_be_resumed()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite can be told how large it may grow.");
        var company = await pupitre.HaveCompanyAsync();
        var import = await BeginAsync(company, await DropAsync(company, "tickets.csv", 0), null, "Tickets");
        var source = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Id).SingleAsync());

        var full = await Should.ThrowAsync<Exception>(() => pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            await db.Database.OpenConnectionAsync();
            await PragmaAsync(db, $"max_page_count = {await PragmaAsync(db, "page_count") + FreePages}");
            try
            {
                await services.GetRequiredService<RunImport>().RunAsync(import, null, CancellationToken.None);
            }
            finally
            {
                await PragmaAsync(db, $"max_page_count = {uint.MaxValue - 1}");
            }

            return true;
        }));

        DiskFull.Is(full).ShouldBeTrue(full.ToString());
        (await CountAsync(company, source)).Events.ShouldBe(0);
        (await StatesAsync(company)).ShouldBe([ImportState.Running]);
        await RunAsync(company, import);
        (await CountAsync(company, source)).ShouldBe((Lines, Lines));
    }

    [Fact]
    public async Task A_file_for_which_the_disk_has_no_room_is_refused_and_leaves_nothing_behind()
    {
        var company = await pupitre.HaveCompanyAsync();
        var folder = Path.Combine(pupitre.Place.Folder, "files", company.Id.ToString("N"));

        var refusal = await Should.ThrowAsync<Kernel.Refused>(() => pupitre.InsideAsync(company, async services =>
        {
            await using var content = new FullDisk(300_000);
            return await services.GetRequiredService<ReceiveFile>().RunAsync(content, "grand.bin", null, keepContent: true, null, CancellationToken.None);
        }));

        refusal.Message.ShouldContain("grand.bin");
        refusal.Message.ShouldContain("disque est plein");
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().CountAsync())).ShouldBe(0);
    }

    private static TableMapping Mapping => new() { Shape = TableShape.Event, Columns = ["Dossier", "Étape", "Quand"], Case = "Dossier", Activity = "Étape", Time = "Quand" };

    private static async Task<long> PragmaAsync(Db db, string words)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "pragma " + words;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private Task<Guid> DropAsync(TestCompany company, string name, int from) => pupitre.InsideAsync(company, async services =>
    {
        var start = new LocalDateTime(2026, 1, 5, 9, 0);
        var lines = Enumerable.Range(from, Lines).Select(i => $"T{i};Question reçue;{start.PlusMinutes(i):dd/MM/yyyy HH:mm}");
        using var table = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("Dossier;Étape;Quand\n" + string.Join('\n', lines)));
        return (await services.GetRequiredService<ReceiveFile>().RunAsync(table, name, null, keepContent: true, null, CancellationToken.None)).Id;
    });

    private Task<Guid> BeginAsync(TestCompany company, Guid file, Guid? source, string? name) => pupitre.InsideAsync(company, async services =>
        (await services.GetRequiredService<StartImport>().BeginAsync(new ImportRequest(file, source, name, null, Mapping, _rules, [], TakesGoodRowsOnly: true), CancellationToken.None)).Id);

    private Task<bool> RunAsync(TestCompany company, Guid import) => pupitre.InsideAsync(company, async services =>
    {
        await services.GetRequiredService<RunImport>().RunAsync(import, null, CancellationToken.None);
        return true;
    });

    private Task<(int Cases, int Events)> CountAsync(TestCompany company, Guid source) => pupitre.InsideAsync(company, async services =>
    {
        var cases = await services.GetRequiredService<ReadCases>().RunAsync(source, [], CancellationToken.None);
        return (cases.CaseCount, cases.EventCount);
    });

    private Task<List<ImportState>> StatesAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Import>().Select(row => row.State).ToListAsync());

    /// <summary>Gives some bytes, and then what the system says when the disk has no more room.</summary>
    private sealed class FullDisk(int bytes) : MemoryStream(new byte[bytes])
    {
        private const int NoSpaceLeft = 28;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("No space left on device", NoSpaceLeft);
        }
    }
}
