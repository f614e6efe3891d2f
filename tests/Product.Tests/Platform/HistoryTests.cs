using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Product.Tests.Platform;

public sealed class HistoryTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Lists_what_happened_and_filters_it()
    {
        var company = await HaveHistoryAsync();
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/history?verb=ProcessArchived");

        browser.Page.QuerySelectorAll("main li > time").Length.ShouldBe(1);
        browser.Text.ShouldContain("Processus archivé");
        await browser.OpenAsync($"/{company.Slug}/history?until=2001-01-01");
        browser.Text.ShouldContain("Aucune ligne ne correspond");
    }

    [Fact]
    public async Task Erasing_a_detail_keeps_the_chain_whole()
    {
        var company = await HaveHistoryAsync();
        using var browser = pupitre.Browser("en");
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/history/1");
        browser.Text.ShouldContain("Camille Roux");

        await browser.SendAsync("form[action$='/erasure']");

        browser.Text.ShouldNotContain("Camille Roux");
        await browser.OpenAsync($"/{company.Slug}/history?check=chain");
        browser.Text.ShouldContain("The chain is whole.");
        browser.Text.ShouldContain("without breaking the chain: 1.");
    }

    [Fact]
    public async Task Goes_home_as_csv_and_no_other_company_sees_it()
    {
        var company = await HaveHistoryAsync();
        var other = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{company.Slug}/history/export.csv", UriKind.Relative));
        using var response = await browser.RawAsync(request);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Processus archivé");

        using var stranger = pupitre.Browser();
        await stranger.SignInAsync(other);
        (await stranger.OpenAsync($"/{company.Slug}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // SQLite drops triggers silently when it rebuilds a table.
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task The_database_keeps_its_triggers_after_the_start()
    {
        var company = await pupitre.HaveCompanyAsync();

        var triggers = await pupitre.InsideAsync(company, services =>
            services.GetRequiredService<Db>().Database.SqlQuery<string>($"select name as Value from sqlite_master where type = 'trigger'").ToListAsync());

        triggers.ShouldContain("ledger_entries_no_update");
        triggers.ShouldContain("ledger_entries_no_delete");
        triggers.ShouldContain("companies_sample_flag");
    }

    private async Task<TestCompany> HaveHistoryAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            db.Record("ProcessCreated", new SubjectRef("process", company.Id), new { Name = "Camille Roux" });
            db.Record("ProcessArchived", new SubjectRef("process", company.Id), new { Name = "Paie" });
            return await db.SaveChangesAsync();
        });
        return company;
    }
}
