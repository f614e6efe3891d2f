using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Processes.Comments;
using Pupitre.Processes.Inventory;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Those who work on a process speak about it on its page.</summary>
public sealed class CommentTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_comment_is_written_changed_and_taken_away_by_its_author_alone()
    {
        var (company, page) = await HaveAsync();
        using var author = await pupitre.Browser().SignInAsync(company);
        await WriteAsync(author, page, "Qui valide en août ?\nEt à Noël ?");
        await WriteAsync(author, page, "La suppléante.");
        var rows = author.Page.QuerySelectorAll("#comments tbody tr").Select(row => row.TextContent).ToList();
        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("Qui valide en août ?");
        rows[1].ShouldContain("La suppléante.", customMessage: "The newest stands last.");
        rows[0].ShouldContain("Camille");
        var own = author.Page.QuerySelector("#comments tbody a")!.GetAttribute("href")!;

        using var other = await pupitre.Browser().SignInAsync(await AnotherAsync(company));
        (await other.OpenAsync(page)).Text.ShouldContain("Qui valide en août ?");
        other.Page.QuerySelectorAll("#comments tbody a").Length.ShouldBe(0);
        (await other.OpenAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound);

        await author.OpenAsync(own);
        await author.SendAsync(Form, ("Input.Text", "Qui valide en été ?"));
        author.Text.ShouldContain("modifié depuis");
        await author.OpenAsync(own);
        await author.SendAsync("form[action$='/removal']");
        author.Page.QuerySelectorAll("#comments tbody tr").Length.ShouldBe(1);
        author.Text.ShouldNotContain("Qui valide");
        (await author.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Commentaire supprimé sur « Notes de frais »");
        author.Text.ShouldNotContain("Qui valide", customMessage: "Words can be erased: the history does not hold them.");
    }

    [Fact]
    public async Task An_empty_comment_is_refused_at_its_field()
    {
        var (company, page) = await HaveAsync();
        using var author = await pupitre.Browser().SignInAsync(company);
        await author.OpenAsync(page + "/comments/new");
        await author.SendAsync(Form, ("Input.Text", "  "));

        author.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        author.Text.ShouldContain("Écrivez votre commentaire.");
    }

    [Fact]
    public async Task What_somebody_wrote_and_what_names_them_is_found_and_erased_with_them()
    {
        var (company, page) = await HaveAsync();
        using var author = await pupitre.Browser().SignInAsync(company);
        await WriteAsync(author, page, "Demander à Ada Lovelace.");
        await WriteAsync(author, page, "Rien à signaler.");

        await pupitre.InsideAsync(company, async services =>
        {
            var personal = services.GetServices<IPersonalData>().OfType<PersonalComments>().Single();
            var whom = new Whom(Guid.CreateVersion7(), "Ada Lovelace", null, null);
            (await personal.FindAsync(whom, CancellationToken.None)).Single().Count.ShouldBe(1);
            await personal.EraseAsync(whom, CancellationToken.None);
            return true;
        });

        await author.OpenAsync(page);
        author.Text.ShouldNotContain("Lovelace");
        author.Text.ShouldContain("Rien à signaler.");
    }

    private static async Task WriteAsync(TestBrowser browser, string page, string text)
    {
        await browser.OpenAsync(page + "/comments/new");
        await browser.SendAsync(Form, ("Input.Text", text));
    }

    private async Task<TestCompany> AnotherAsync(TestCompany company) => await pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var email = $"autre.{Guid.CreateVersion7():N}@exemple.fr";
        var account = new Account { UserName = email, Email = email, DisplayName = "Dominique", CreatedAt = pupitre.Clock.Now };
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        db.Memberships.Add(Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == company.Id), Role.Pilot,
            pupitre.Clock.Now));
        await db.SaveChangesAsync();
        return company with { Email = email };
    });

    private async Task<(TestCompany Company, string Page)> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.InsideAsync(company, async services => (await services.GetRequiredService<CreateProcess>()
            .RunAsync(new ProcessInput { Name = "Notes de frais", Domain = Domain.Accounting }, CancellationToken.None)).Id);
        return (company, $"/{company.Slug}/processes/{id}");
    }
}
