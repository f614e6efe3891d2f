using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What is answered lies on the disk, at the price of one flush; and nobody but the program's own user reads it.</summary>
public sealed class DurabilityTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task A_form_costs_one_flush_of_the_log_and_a_page_none()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL waits for the disk by itself.");
        var company = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        var commits = pupitre.Services.GetRequiredService<DurableCommits>();

        var before = commits.Count;
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        var afterPage = commits.Count;
        await browser.SendAsync("main form[method=post]", ("Input.Name", "Paie"));
        var afterForm = commits.Count;
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("a.txt", "une pièce"u8.ToArray()), ("b.txt", "une autre"u8.ToArray())]);

        (afterPage - before, afterForm - afterPage, commits.Count - afterForm).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task The_folder_and_all_in_it_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives rights another way.");
        await using var database = await TestDatabase.CreateAsync();
        var place = database.Place with { Folder = Path.Combine(database.Place.Folder, "data") };
        await using (var server = Server.Build(place, "http://127.0.0.1:0"))
        {
            await Server.PrepareAsync(server, TestContext.Current.CancellationToken);
        }

        PrivateFiles.IsOpenToOthers(place.Folder).ShouldBeFalse();
        Directory.EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories).Where(PrivateFiles.IsOpenToOthers).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_received_and_backed_up_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives rights another way.");
        var company = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("piece.txt", "une pièce privée"u8.ToArray())]);

        var files = Path.Combine(pupitre.Place.Folder, "files", company.Id.ToString("N"));
        Directory.EnumerateFileSystemEntries(files, "*", SearchOption.AllDirectories).ShouldNotBeEmpty();
        (PrivateFiles.IsOpenToOthers(files), PrivateFiles.IsOpenToOthers(Path.GetDirectoryName(files)!)).ShouldBe((false, false));
        Directory.EnumerateFileSystemEntries(files, "*", SearchOption.AllDirectories).Where(PrivateFiles.IsOpenToOthers).ShouldBeEmpty();
        if (!TestDatabase.IsPostgres)
        {
            var target = Path.Combine(pupitre.Place.Folder, "copie.zip");
            await WriteBackup.RunAsync(pupitre.Place, target, TestContext.Current.CancellationToken);
            PrivateFiles.IsOpenToOthers(target).ShouldBeFalse();
            File.Delete(target);
        }
    }
}
