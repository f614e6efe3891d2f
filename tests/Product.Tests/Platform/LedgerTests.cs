using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Product.Tests.Platform;

public sealed class LedgerTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Chains_each_line_to_the_one_before()
    {
        var company = await pupitre.HaveCompanyAsync();

        await RecordAsync(company, "ProcessCreated", "ProcessArchived");
        await RecordAsync(company, "ProcessRestored");

        var lines = await LinesAsync(company);
        lines.Select(line => line.Number).ShouldBe([1, 2, 3]);
        lines[0].PreviousHash.ShouldBe(LedgerHead.NoHash);
        lines[1].PreviousHash.ShouldBe(lines[0].Hash);
        lines[2].PreviousHash.ShouldBe(lines[1].Hash);
        lines.ShouldAllBe(line => line.ComputeHash() == line.Hash);
    }

    [Theory]
    [InlineData("update ledger_entries set verb = 'Forged'")]
    [InlineData("delete from ledger_entries")]
    public async Task The_database_refuses_to_rewrite_history(string sql)
    {
        var company = await pupitre.HaveCompanyAsync();
        await RecordAsync(company, "ProcessCreated");

        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Database.ExecuteSqlRawAsync(sql)));
    }

    // PostgreSQL has no INSERT OR REPLACE.
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task The_database_refuses_insert_or_replace_over_a_line()
    {
        var company = await pupitre.HaveCompanyAsync();
        await RecordAsync(company, "ProcessCreated");

        await Should.ThrowAsync<System.Data.Common.DbException>(() => pupitre.InsideAsync(company, services =>
            services.GetRequiredService<Db>().Database.ExecuteSqlRawAsync("insert or replace into ledger_entries select * from ledger_entries")));
    }

    // Somebody with a tool of their own does not set the pragma that the program sets on each connection.
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task The_database_refuses_insert_or_replace_from_any_tool()
    {
        var company = await pupitre.HaveCompanyAsync();
        await RecordAsync(company, "ProcessCreated");
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={pupitre.Place.SqliteFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert or replace into ledger_entries select * from ledger_entries";

        var refusal = await Should.ThrowAsync<System.Data.Common.DbException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        refusal.Message.ShouldContain("append-only");
    }

    private Task<int> RecordAsync(TestCompany company, params string[] verbs) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        foreach (var verb in verbs)
        {
            db.Record(verb, new SubjectRef("process", company.Id), new { Name = "Paie" });
        }

        return await db.SaveChangesAsync();
    });

    private Task<List<LedgerEntry>> LinesAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().LedgerEntries.AsNoTracking().OrderBy(line => line.Number).ToListAsync());
}
