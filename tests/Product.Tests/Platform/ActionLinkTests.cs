using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A link shows when it is opened and acts when its page's button is pressed; used, expired or taken back, it says so.</summary>
public sealed class ActionLinkTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";
    private const string NewPassword = "un autre mot de passe";

    [Fact]
    public async Task A_scanner_that_opens_every_link_uses_nothing_up()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (link, _) = await InviteAsync(company);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(method, link);
            using var browser = pupitre.Browser();
            (await browser.RawAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var invited = pupitre.Browser();
        await invited.OpenAsync(link);
        await invited.SendAsync(Form, ("Input.New", NewPassword));

        invited.Path.ShouldStartWith($"/{company.Slug}");
        (await UsesAsync(link)).ShouldBe(1);
        (await invited.OpenAsync(link)).Text.ShouldContain("Ce lien a déjà servi");
    }

    [Fact]
    public async Task A_password_that_is_refused_leaves_the_link_as_it_was()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (link, _) = await InviteAsync(company);
        using var invited = pupitre.Browser();
        await invited.OpenAsync(link);
        await invited.SendAsync(Form, ("Input.New", "court"));
        invited.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await UsesAsync(link)).ShouldBe(0);

        await invited.SendAsync(Form, ("Input.New", NewPassword));

        invited.Status.ShouldBe(HttpStatusCode.OK);
        (await UsesAsync(link)).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_the_company_took_back_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (link, email) = await InviteAsync(company);
        using var owner = await pupitre.Browser().SignInAsync(company);
        var account = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Users.Where(row => row.Email == email).Select(row => row.Id).SingleAsync());
        await owner.OpenAsync($"/{company.Slug}/settings/members/{account}");

        await owner.SendAsync("form[action$='/removal']");

        using var invited = pupitre.Browser();
        (await invited.OpenAsync(link)).Text.ShouldContain("Ce lien a été retiré");
        invited.Page.QuerySelector("[name='Input.New']").ShouldBeNull();
    }

    [Fact]
    public async Task The_database_holds_no_secret_of_a_link()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (link, email) = await InviteAsync(company);
        var secret = link[(link.LastIndexOf('=') + 1)..];

        var row = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<ActionLink>().SingleAsync(known => known.Addressee == email));

        row.Hash.ShouldNotBe(secret);
        row.Hash.Length.ShouldBe(64);
        row.Until.ShouldBe(row.IssuedAt + Duration.FromDays(1));
    }

    [Fact]
    public async Task Of_two_who_use_a_link_at_once_one_does()
    {
        var company = await pupitre.HaveCompanyAsync();
        var secret = await pupitre.InsideAsync(company, async services =>
        {
            var made = services.GetRequiredService<UseLink>().Issue(new LinkRequest("test", new("company", company.Id)));
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return made;
        });

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pupitre.InsideAsync(company, async services =>
        {
            var links = services.GetRequiredService<UseLink>();
            var (_, link) = await links.FindAsync("test", secret, CancellationToken.None);
            return await links.RunAsync(link!, CancellationToken.None);
        })));

        done.Count(took => took).ShouldBe(1);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<UseLink>().FindAsync("other purpose", secret, CancellationToken.None))).State.ShouldBe(LinkState.Unknown);
    }

    private async Task<(string Link, string Email)> InviteAsync(TestCompany company)
    {
        var email = company.Slug + ".invite@exemple.fr";
        using var owner = await pupitre.Browser().SignInAsync(company);
        await owner.OpenAsync($"/{company.Slug}/settings/people");
        await owner.SendAsync("#invite form", ("Invited.Name", "Nadia Perrin"), ("Invited.Email", email), ("Invited.Role", nameof(Role.Pilot)));
        return (owner.Page.QuerySelector("main a[href*='/account/reset?']")!.GetAttribute("href")!, email);
    }

    private async Task<int> UsesAsync(string link)
    {
        await using var scope = pupitre.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (_, found) = await scope.ServiceProvider.GetRequiredService<UseLink>().FindAsync("password", link[(link.LastIndexOf('=') + 1)..], CancellationToken.None);
        return await db.Set<ActionLinkUse>().CountAsync(use => use.LinkId == found!.Id);
    }
}
