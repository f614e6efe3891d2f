using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What somebody with the database in hand changes behind the program's back is found, or the check says that it cannot see it.</summary>
public sealed class VerificationTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_untouched_history_is_whole_and_its_last_hash_can_be_kept()
    {
        var company = await HaveHistoryAsync();

        var check = await CheckAsync(company);

        (check.IsWhole, check.Lines, check.Erased, check.BackwardAt).ShouldBe((true, 3, 0, null));
        (await CheckAsync(company, check.LastHash)).KeptAt.ShouldBe(3);
    }

    [Theory]
    [InlineData("delete from ledger_details where number = 2", null, 2L)]
    [InlineData("update ledger_details set json = '[]' where number = 2", 2L, null)]
    [InlineData("update ledger_entries set verb = 'Forged' where number = 2", 2L, null)]
    [InlineData("delete from ledger_entries where number = 3", 3L, null)]
    [InlineData("delete from ledger_entries where number = 1", 1L, null)]
    [InlineData("delete from ledger_heads", 4L, null)]
    [InlineData("delete from ledger_details; delete from ledger_entries; delete from ledger_heads", 1L, null)]
    public async Task What_was_changed_by_hand_is_found(string sql, long? brokenAt, long? missingAt)
    {
        var company = await HaveHistoryAsync();

        await TamperAsync(company, sql, "ledger_details", "ledger_entries", "ledger_heads");

        var check = await CheckAsync(company);
        (check.IsWhole, check.BrokenAt, check.DetailMissingAt).ShouldBe((false, brokenAt, missingAt));
    }

    [Fact]
    public async Task An_end_cut_together_with_its_head_shows_against_a_hash_kept_elsewhere()
    {
        var company = await HaveHistoryAsync();
        var kept = (await CheckAsync(company)).LastHash;

        await TamperAsync(
            company, "delete from ledger_entries where number = 3; delete from ledger_details where number = 3; update ledger_heads set number = 2, hash = (select hash from ledger_entries where number = 2 and company_id = ledger_heads.company_id)",
            "ledger_details", "ledger_entries", "ledger_heads");

        var check = await CheckAsync(company, kept);
        (check.IsWhole, check.KeptAt).ShouldBe((true, null), "The chain itself cannot see it, and the page says so.");
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/history?check=chain&kept={kept}");
        browser.Text.ShouldContain("Aucune ligne n’a l’empreinte gardée");
        browser.Text.ShouldContain("Elle ne recalcule ni les fichiers gardés ni les faits importés");
    }

    [Fact]
    public async Task Details_erased_on_request_are_no_loss_and_the_line_that_says_so_stays()
    {
        var company = await HaveHistoryAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<EraseDetail>().RunAsync(1, Token);
            return true;
        });

        var check = await CheckAsync(company);
        (check.IsWhole, check.Erased, check.Lines).ShouldBe((true, 1, 4));
        await Should.ThrowAsync<Refused>(() => pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<EraseDetail>().RunAsync(4, Token);
            return true;
        }));
    }

    [Fact]
    public async Task Time_that_runs_backwards_is_pointed_out()
    {
        var company = await HaveHistoryAsync();
        var now = pupitre.Clock.Now;
        pupitre.Clock.Advance(Duration.FromDays(-40));
        try
        {
            await RecordAsync(company, "ProcessRestored");
        }
        finally
        {
            pupitre.Clock.Now = now;
        }

        var check = await CheckAsync(company);

        (check.IsWhole, check.BackwardAt, check.Backwards).ShouldBe((true, 4, 1));
    }

    [Theory]
    [InlineData("update ledger_details set json = '[]'")]
    [InlineData("update ledger_heads set number = number - 1")]
    [InlineData("delete from ledger_heads")]
    public async Task The_database_refuses_to_change_details_or_to_move_the_head_back(string sql)
    {
        var company = await HaveHistoryAsync();

        await Should.ThrowAsync<System.Data.Common.DbException>(() => pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Database.ExecuteSqlRawAsync(sql, Token)));
    }

    [Fact]
    public async Task The_complete_verification_names_altered_files_and_imports_whose_events_changed()
    {
        var company = await pupitre.HaveCompanyAsync();
        var january = await ImportAsync(company, "janvier.csv", Lines(0, 30), null);
        await ImportAsync(company, "fevrier.csv", Lines(20, 30), january.Source);
        await ImportAsync(company, "mars.csv", Lines(200, 10), null);
        (await VerifyAsync(company)).ShouldSatisfyAllConditions(
            found => found.BadFiles.ShouldBeEmpty(), found => found.BadImports.ShouldBeEmpty(), found => found.UncheckedImports.ShouldBeEmpty(),
            found => (found.Files, found.Imports, found.History.IsWhole).ShouldBe((3, 3, true)));

        await TamperAsync(company, "update evidence_events set at = at + 60000000 where line = 25", "evidence_events");
        await AlterAsync(company, "mars.csv");

        var found = await VerifyAsync(company);
        found.BadFiles.ShouldBe(["mars.csv"]);
        found.BadImports.Order().ShouldBe(["fevrier.csv", "janvier.csv"]);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/history?check=all");
        browser.Text.ShouldContain("Fichiers absents ou modifiés sur le disque (1) : mars.csv");
    }

    [Fact]
    public async Task A_content_that_was_changed_on_the_disk_is_not_handed_out_until_it_is_received_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (file, _) = await ImportAsync(company, "avril.csv", Lines(0, 5), null);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        var address = $"/{company.Slug}/evidence/files/{file}/content";
        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.OK);

        await AlterAsync(company, "avril.csv");

        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("n’est plus celui qui a été reçu");
        browser.Text.ShouldNotContain("T4;Reçue");

        await pupitre.InsideAsync(company, services => services.GetRequiredService<ReceiveFile>()
            .RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Lines(0, 5))), "avril.csv", null, keepContent: true, null, Token));
        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Verification> VerifyAsync(TestCompany company) => pupitre.InsideAsync(company, services => services.GetRequiredService<VerifyEverything>().RunAsync(null, Token));

    private Task<(Guid File, Guid Source)> ImportAsync(TestCompany company, string name, string table, Guid? source) => pupitre.InsideAsync(company, async services =>
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        var file = await services.GetRequiredService<ReceiveFile>().RunAsync(content, name, null, keepContent: true, null, Token);
        var mapping = new TableMapping { Shape = TableShape.Event, Columns = ["Dossier", "Étape", "Quand"], Case = "Dossier", Activity = "Étape", Time = "Quand" };
        var import = await services.GetRequiredService<StartImport>().BeginAsync(
            new ImportRequest(file.Id, source, source is null ? name : null, null, mapping, new SourceRules(SourceClass.Receipt, []), [], TakesGoodRowsOnly: true), Token);
        await services.GetRequiredService<RunImport>().RunAsync(import.Id, null, Token);
        return (file.Id, import.SourceId);
    });

    private static string Lines(int from, int count) => "Dossier;Étape;Quand\n" + string.Concat(Enumerable.Range(from, count)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"T{i};Reçue;{1 + (i % 28):00}/01/2026 {8 + (i % 10):00}:30\n")));

    private async Task AlterAsync(TestCompany company, string name)
    {
        var hash = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().Where(file => file.Name == name).Select(file => file.Hash).SingleAsync(Token));
        await File.AppendAllTextAsync(Path.Combine(pupitre.Place.Folder, "files", company.Id.ToString("N"), hash[..2], hash), "X", Token);
    }

    private Task<HistoryCheck> CheckAsync(TestCompany company, string? kept = null) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<CheckHistory>().RunAsync(Token, kept));

    // Whoever owns the file or the tables takes the triggers away first.
    private async Task TamperAsync(TestCompany company, string sql, params string[] tables)
    {
        await pupitre.InsideAsync(company, async services =>
        {
            var database = services.GetRequiredService<Db>().Database;
            await database.OpenConnectionAsync(Token);
            foreach (var table in tables)
            {
                var names = database.IsNpgsql() ? [] : await database.SqlQuery<string>($"select name as Value from sqlite_master where type = 'trigger' and tbl_name = {table}").ToListAsync(Token);
                string[] away = database.IsNpgsql() ? [$"alter table {table} disable trigger user"] : [.. names.Select(name => "drop trigger " + name)];
                foreach (var step in away)
                {
                    await database.ExecuteSqlRawAsync(step, Token);
                }
            }

            // Row-level security leaves the company's own; SQLite is told.
            await database.ExecuteSqlRawAsync(database.IsNpgsql() ? sql : Own(sql, company.Id), Token);
            return true;
        });
        await using var scope = pupitre.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync(Token);
    }

    private static string Own(string sql, Guid company) => string.Join(';', sql.Split(';')
        .Select(step => step + (step.Contains(" where ", StringComparison.Ordinal) && !step.Contains("ledger_heads set", StringComparison.Ordinal) ? " and" : " where") + $" company_id = '{company.ToString().ToUpperInvariant()}'"));

    private async Task<TestCompany> HaveHistoryAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        await RecordAsync(company, "ProcessCreated", "ProcessArchived", "ProcessRestored");
        return company;
    }

    private Task<int> RecordAsync(TestCompany company, params string[] verbs) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        foreach (var verb in verbs)
        {
            db.Record(verb, new SubjectRef("process", company.Id), new { Name = "Paie" });
        }

        return await db.SaveChangesAsync(Token);
    });
}
