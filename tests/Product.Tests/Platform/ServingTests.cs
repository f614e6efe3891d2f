using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.Configuration;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What the program promises around its pages: headers, health, backup, one sentence for a wrong sign-in.</summary>
public sealed class ServingTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Allows_nothing_inline_and_nothing_from_elsewhere()
    {
        using var browser = pupitre.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/account/sign-in", UriKind.Relative));
        using var response = await browser.RawAsync(request);

        var policy = response.Headers.GetValues("Content-Security-Policy").First();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Answers_about_its_health(string path)
    {
        using var browser = pupitre.Browser();

        (await browser.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Never_tells_whether_an_address_has_an_account()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var known = pupitre.Browser();
        using var unknown = pupitre.Browser();

        for (var attempt = 0; attempt < 6; attempt++)
        {
            await known.SignInAsync(company, "pas le bon mot de passe");
        }

        await unknown.SignInAsync(company with { Email = "personne@exemple.fr" }, "pas le bon mot de passe");
        known.Text.ShouldBe(unknown.Text);
    }

    [Fact]
    public async Task A_set_up_that_is_done_does_not_exist_any_more()
    {
        await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();

        (await browser.OpenAsync("/set-up?token=0000")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // PostgreSQL is backed up by its own tools.
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task Backs_up_everything_while_it_serves()
    {
        var company = await pupitre.HaveCompanyAsync();
        var target = Path.Combine(pupitre.Place.Folder, "sauvegarde.zip");

        await WriteBackup.RunAsync(pupitre.Place, target, TestContext.Current.CancellationToken);

        await ZipFile.ExtractToDirectoryAsync(target, Path.Combine(pupitre.Place.Folder, "restored"), TestContext.Current.CancellationToken);
        await using var copy = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(pupitre.Place.Folder, "restored", "pupitre.db")};Pooling=False");
        await copy.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = copy.CreateCommand();
        command.CommandText = "select count(*) from companies where slug = @slug";
        command.Parameters.AddWithValue("@slug", company.Slug);
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }

    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task A_backup_into_a_folder_that_does_not_exist_says_so()
    {
        var target = Path.Combine(pupitre.Place.Folder, "nowhere", "backup.zip");

        var run = await Commands.CommandRun.OfAsync("", "backup", target, "--data", pupitre.Place.Folder, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("nowhere” does not exist: create it, or write the backup elsewhere.");
    }

    [Fact]
    public void Links_in_mails_begin_with_the_address_that_the_settings_name()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Mail:Links", "https://pupitre.example.fr/")]).Build();

        MailSettings.Read(settings).Links.ShouldBe("https://pupitre.example.fr");
    }
}
