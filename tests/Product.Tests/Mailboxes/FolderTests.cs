using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Collecting.Folders;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>Files of a folder are taken once they are whole, once, and only from the company's own folder.</summary>
public sealed class FolderTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pupitre-folders-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_taken_once_it_lies_there_the_same_twice(bool movesToDone)
    {
        var company = await pupitre.HaveCompanyAsync();
        var folder = Directory.CreateDirectory(Path.Combine(_root, company.Slug, "scan")).FullName;
        var id = await WatchAsync(company, "scan", movesToDone);
        await File.WriteAllTextAsync(Path.Combine(folder, "releve.txt"), "Relevé, à moitié", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "en-cours.txt.part"), "pas encore", Token);
        (await LookAsync(company, id)).ShouldBe(0);
        await File.WriteAllTextAsync(Path.Combine(folder, "releve.txt"), "Relevé de novembre, en entier", Token);
        (await LookAsync(company, id)).ShouldBe(0);

        (await LookAsync(company, id)).ShouldBe(1);
        (await LookAsync(company, id)).ShouldBe(0);

        File.Exists(Path.Combine(folder, "releve.txt")).ShouldBe(!movesToDone);
        File.Exists(Path.Combine(folder, "done", "releve.txt")).ShouldBe(movesToDone);
        await File.WriteAllTextAsync(Path.Combine(folder, "copie.txt"), "Relevé de novembre, en entier", Token);
        await LookAsync(company, id);
        await LookAsync(company, id);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().Select(row => row.Name)
            .ToListAsync()))
            .ShouldBe(["releve.txt"]);
    }

    [Fact]
    public async Task No_path_and_no_link_leads_out_of_the_companys_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows makes links for administrators only.");
        var (company, other) = (await pupitre.HaveCompanyAsync(), await pupitre.HaveCompanyAsync());
        var own = Directory.CreateDirectory(Path.Combine(_root, company.Slug)).FullName;
        var others = Directory.CreateDirectory(Path.Combine(_root, other.Slug)).FullName;
        await File.WriteAllTextAsync(Path.Combine(others, "secret.txt"), "à l'autre entreprise", Token);
        Directory.CreateSymbolicLink(Path.Combine(own, "lien"), others);
        File.CreateSymbolicLink(Path.Combine(own, "secret.txt"), Path.Combine(others, "secret.txt"));
        foreach (var path in new[] { "..", $"../{other.Slug}", "a/../..", "lien", "/etc", "..\\x", "absent" })
        {
            await Should.ThrowAsync<Refused>(() => WatchAsync(company, path, movesToDone: false), path);
        }

        var id = await WatchAsync(company, "", movesToDone: false);
        (await LookAsync(company, id)).ShouldBe(0);
        (await LookAsync(company, id)).ShouldBe(0);
        FolderPlace.Open(own, "secret.txt").ShouldBeNull();
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_said_and_one_that_is_back_is_read()
    {
        var company = await pupitre.HaveCompanyAsync();
        var folder = Directory.CreateDirectory(Path.Combine(_root, company.Slug, "partage")).FullName;
        var id = await WatchAsync(company, "partage", movesToDone: false);
        Directory.Delete(folder);

        await LookAsync(company, id);

        using var owner = await pupitre.Browser().SignInAsync(company);
        await owner.OpenAsync($"/{company.Slug}/evidence/folders");
        owner.Text.ShouldContain("n’existe pas");
        Directory.CreateDirectory(folder);
        await LookAsync(company, id);
        (await owner.OpenAsync($"/{company.Slug}/evidence/folders")).Text.ShouldNotContain("n’existe pas");
        await owner.SendAsync("form[action$='/pause']");
        owner.Text.ShouldContain("suspendue");
        await owner.SendAsync("form[action$='/removal']");
        owner.Text.ShouldContain("Aucun dossier surveillé");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<Guid> WatchAsync(TestCompany company, string path, bool movesToDone) => pupitre.InsideAsync(company, async services =>
    {
        await ActivatorUtilities.CreateInstance<SaveFolder>(services, new FolderPlace(_root))
            .RunAsync(new FolderInput { Path = path, MovesToDone = movesToDone }, Token);
        return await services.GetRequiredService<Db>().Set<WatchedFolder>().Select(row => row.Id).SingleAsync(Token);
    });

    private Task<int> LookAsync(TestCompany company, Guid id) => pupitre.InsideAsync(company, services =>
        ActivatorUtilities.CreateInstance<LookIntoFolder>(services, new FolderPlace(_root)).RunAsync(id, Token));
}
