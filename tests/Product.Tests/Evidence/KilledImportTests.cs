using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>The real program, killed in the middle of an import and started again on the same data.</summary>
public sealed class KilledImportTests
{
    // Some seconds of importing, looked at every few milliseconds: it must not end between two looks, neither on a machine that stalls nor
    // on one that has nothing else to do.
    private const int Cases = 20_000;

    private const int MaxLooks = 2_000;
    private const int PauseMs = 10;

    [Fact]
    public async Task An_import_that_was_killed_is_shown_as_interrupted_counts_nothing_and_can_be_resumed()
    {
        await using var data = await TestDatabase.CreatePreparedAsync();
        var import = await StartImportAndKillAsync(data);
        await data.MissNodesAsync();

        await using var again = await StartedProgram.StartAsync(data.Place);
        using var browser = new TestBrowser(again.Address, "fr");
        await browser.SignInAsync(new TestCompany("menuiserie-durand", Guid.Empty, "anne@exemple.fr"));
        await browser.OpenAsync(import);
        browser.Text.ShouldContain("Interrompu");
        browser.Text.ShouldContain("rien n’en compte");
        browser.Page.QuerySelector("form[action$='/withdrawal']").ShouldBeNull("What does not count cannot be withdrawn.");

        await browser.SendAsync("form[action$='/resumption']");
        await TableWizard.FinishAsync(browser);

        browser.Text.ShouldContain($"{Cases / 1000} 000 cas et {Cases * 3 / 1000} 000 événements ajoutés, 0 déjà vu,");
    }

    // Its work is marked by itself before it ends, whatever it is written in: once is enough.
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task An_import_that_was_told_to_stop_says_so_itself_ends_well_and_can_be_resumed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        await using var data = await TestDatabase.CreatePreparedAsync();
        var import = await StartImportAsync(data, async program => (await program.StopAsync()).ShouldBe(0));

        // Marked by the work itself, before any start could find it.
        (await OnlyAsync(data, "select count(*) from job_runs where state = 'Interrupted'")).ShouldBe(1);
        (await OnlyAsync(data, "select count(*) from imports where state = 'Done'")).ShouldBe(0);

        await using var again = await StartedProgram.StartAsync(data.Place);
        using var browser = new TestBrowser(again.Address, "fr");
        await browser.SignInAsync(new TestCompany("menuiserie-durand", Guid.Empty, "anne@exemple.fr"));
        await browser.OpenAsync(import);
        browser.Text.ShouldContain("Interrompu");
        browser.Text.ShouldContain("rien n’en compte");
        await browser.SendAsync("form[action$='/resumption']");
        await TableWizard.FinishAsync(browser);

        browser.Text.ShouldContain($"{Cases / 1000} 000 cas et {Cases * 3 / 1000} 000 événements ajoutés, 0 déjà vu,");
    }

    private static async Task<long> OnlyAsync(TestDatabase data, string question)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={data.Place.SqliteFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static Task<string> StartImportAndKillAsync(TestDatabase data) => StartImportAsync(data, program =>
    {
        program.Kill();
        return Task.CompletedTask;
    });

    private static async Task<string> StartImportAsync(TestDatabase data, Func<StartedProgram, Task> end)
    {
        await using var program = await StartedProgram.StartAsync(data.Place);
        using var browser = new TestBrowser(program.Address, "fr");
        await browser.OpenAsync(program.Link);
        await browser.SendAsync("main form", ("Input.CompanyName", "Menuiserie Durand"), ("Input.OwnerName", "Anne"), ("Input.Email", "anne@exemple.fr"), ("Input.Password", RunningPupitre.Password));
        await browser.OpenAsync("/menuiserie-durand/evidence");
        await browser.DropAsync("file-drop form", [("tickets.xes.gz", Log())]);
        await TableWizard.ImportAsync(browser, ("Input.AttestedBy", "Receipt"));
        var import = browser.Path;
        await WaitForEventsAsync(browser);
        await end(program);
        return import;
    }

    private static async Task WaitForEventsAsync(TestBrowser browser)
    {
        var source = browser.Page.QuerySelector("job-progress")!.GetAttribute("src")!;
        for (var look = 0; look < MaxLooks; look++)
        {
            using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, source));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            json.RootElement.GetProperty("isOver").GetBoolean().ShouldBeFalse("The import ended before it could be killed.");
            if (json.RootElement.GetProperty("share") is { ValueKind: JsonValueKind.Number } share && share.GetDouble() > 0)
            {
                return;
            }

            await Task.Delay(PauseMs);
        }

        throw new ShouldAssertException("The import does not get on.");
    }

    private static byte[] Log()
    {
        using var packed = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest), Encoding.UTF8))
        {
            writer.Write("<?xml version=\"1.0\"?><log>");
            for (var i = 0; i < Cases; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<trace><string key=\"concept:name\" value=\"T{i}\"/>"));
                foreach (var (activity, hour) in new[] { ("Question reçue", 9), ("En cours", 10), ("Réponse envoyée", 11) })
                {
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"<event><string key=\"concept:name\" value=\"{activity}\"/><date key=\"time:timestamp\" value=\"2026-{1 + (i % 9):00}-{1 + (i % 28):00}T{hour:00}:00:00+02:00\"/></event>"));
                }

                writer.Write("</trace>");
            }

            writer.Write("</log>");
        }

        return packed.ToArray();
    }
}
