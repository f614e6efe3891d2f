namespace Pupitre.Product.Tests.Platform;

/// <summary>The very first start of the real program: cut off in the middle, and what it writes while it makes its database.</summary>
public sealed class FirstStartTests
{
    /// <summary>The database begins; its log begins; most of the tables are in the log.</summary>
    [Theory]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    [InlineData("pupitre.db", 0)]
    [InlineData("pupitre.db-wal", 1)]
    [InlineData("pupitre.db-wal", 300_000)]
    public async Task A_first_start_that_was_killed_is_made_good_by_the_next(string file, long bytes)
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL takes back by itself what was not committed.");
        await using var data = await TestDatabase.CreateAsync();
        var written = Path.Combine(data.Place.Folder, file);
        await StartedProgram.KillWhenAsync(data.Place, () => new FileInfo(written) is { Exists: true } found && found.Length >= bytes);

        await using var program = await StartedProgram.StartAsync(data.Place);
        using var browser = new TestBrowser(program.Address, "fr");
        await browser.OpenAsync(program.Link);
        await browser.SendAsync("main form", ("Input.CompanyName", "Menuiserie Durand"), ("Input.OwnerName", "Anne"), ("Input.Email", "anne@exemple.fr"), ("Input.Password", RunningPupitre.Password));

        browser.Path.ShouldStartWith("/menuiserie-durand");
    }

    [Fact]
    public async Task A_first_start_writes_no_line_that_speaks_of_a_failure()
    {
        await using var data = await TestDatabase.CreateAsync();

        await using var program = await StartedProgram.StartAsync(data.Place);

        program.Lines.ShouldNotBeEmpty();
        program.Lines.Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
