using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Service;

/// <summary>Somebody of a provider, with an account: sees what is their firm's, contests and answers there, and nothing else.</summary>
public sealed class ProviderAccountTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Email = "clerk@morel.fr";

    [Fact]
    public async Task They_begin_at_their_own_side_contest_there_and_no_other_page_or_route_opens()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        var other = await pupitre.InsideAsync(world.Company, async services =>
            (await services.GetRequiredService<CreateProvider>()
                .RunAsync(new ProviderInput { Name = "Cabinet Caché" }, CancellationToken.None)).Id);
        using var clerk = await pupitre.Browser().SignInAsync(await HaveClerkAsync(world, Email));

        await clerk.OpenAsync($"/{world.Company.Slug}");
        clerk.Path.ShouldBe(world.SideOf(world.Provider));
        clerk.Status.ShouldBe(HttpStatusCode.OK);
        clerk.Text.ShouldContain("Cabinet Morel chez");
        clerk.Text.ShouldNotContain("Cabinet Caché");
        (await clerk.OpenAsync(world.SideOf(other))).Status.ShouldBe(HttpStatusCode.NotFound);

        var commitments = world.SideOf(world.Provider) + "/commitments/" + world.Commitment;
        (await clerk.OpenAsync(commitments)).Page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        await clerk.OpenAsync(clerk.Page.QuerySelectorAll("tbody a").Single(link => link.TextContent == "Q3").GetAttribute("href")!);
        clerk.Text.ShouldContain("hors délai");
        clerk.Text.ShouldNotContain("questions.csv");
        await clerk.SendAsync("main form[enctype]", ("Input.Wish", "OnTime"), ("Input.Reason", "Répondu par téléphone."));
        clerk.Text.ShouldContain("Attend la réponse de");
        (await world.MarchAsync(pupitre)).Disputed.ShouldBe(1);
        var dispute = clerk.Path;
        await clerk.SendAsync("form[action$='/withdrawal']");
        clerk.Path.ShouldBe(dispute);
        (await world.MarchAsync(pupitre)).Disputed.ShouldBe(0);

        await NothingElseOpensAsync(clerk, world);
    }

    [Fact]
    public async Task Whoever_serves_several_companies_has_a_line_for_each_and_nothing_crosses()
    {
        var (first, second) = (await ContestedCompany.HaveAsync(pupitre), await ContestedCompany.HaveAsync(pupitre));
        await HaveClerkAsync(first, "deux@morel.fr");
        using var clerk = await pupitre.Browser().SignInAsync(await HaveClerkAsync(second, "deux@morel.fr"));

        await clerk.OpenAsync("/account/owed");

        clerk.Status.ShouldBe(HttpStatusCode.OK);
        clerk.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        clerk.Page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal)
            .ShouldBe(new[] { first.SideOf(first.Provider), second.SideOf(second.Provider) }.Order(StringComparer.Ordinal));
        (await clerk.OpenAsync(first.SideOf(second.Provider))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = pupitre.Browser();
        (await nobody.OpenAsync("/account/owed")).Path.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task The_company_looks_at_it_and_acts_nowhere_on_it()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        using var pilot = await pupitre.Browser().SignInAsync(world.Company);
        await pilot.OpenAsync(world.SideOf(world.Provider));
        pilot.Text.ShouldContain("ce que voient les personnes de ce prestataire");
        await pilot.OpenAsync(
            $"{world.SideOf(world.Provider)}/commitments/{world.Commitment}/{Uri.EscapeDataString("case " + world.Cases[2])}");
        pilot.Status.ShouldBe(HttpStatusCode.OK);
        pilot.Page.QuerySelector("main form[enctype]").ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_of_a_provider_without_being_limited_to_it_and_an_invitation_makes_them_its_person()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/settings/people?provider={world.Provider}#invite");
        await owner.SendAsync("#invite form", ("Invited.Name", "Paul Vidal"), ("Invited.Email", "paul@morel.fr"), ("Invited.Scope", ""));
        owner.Text.ShouldContain("Choisissez le prestataire");
        await owner.OpenAsync($"/{world.Company.Slug}/settings/people?provider={world.Provider}#invite");
        await owner.SendAsync("#invite form", ("Invited.Name", "Paul Vidal"), ("Invited.Email", "paul@morel.fr"));

        owner.Text.ShouldContain("/account/reset?token=");
        var person = await pupitre.InsideAsync(world.Company, services =>
            services.GetRequiredService<Db>().Set<Pupitre.Platform.People.Person>().SingleAsync(row => row.Email == "paul@morel.fr"));
        person.SideId.ShouldBe(world.Provider);
        person.AccountId.ShouldNotBeNull();
    }

    // Every page and every route of a company that names another permit refuses them, whatever it is about.
    private async Task NothingElseOpensAsync(TestBrowser clerk, ContestedCompany world)
    {
        var routes = pupitre.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<RequiresPermitAttribute>() is { Permit: not (Permit.SeeSide or Permit.ActForSide) })
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        routes.Count.ShouldBeGreaterThan(80);
        var open = new List<string>();
        foreach (var route in routes)
        {
            var address = System.Text.RegularExpressions.Regex.Replace(
                route.Replace("{company}", world.Company.Slug, StringComparison.Ordinal), @"\{[^}]*\}",
                match => match.Value.Contains(":guid", StringComparison.Ordinal) ? world.Provider.ToString() : "1",
                    System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10));
            using var answer = await clerk.RawAsync(new HttpRequestMessage(HttpMethod.Get, address));
            if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
                && answer.RequestMessage!.RequestUri!.AbsolutePath != world.SideOf(world.Provider))
            {
                open.Add($"{route}: {(int)answer.StatusCode}");
            }
        }

        open.ShouldBeEmpty();
    }

    private Task<TestCompany> HaveClerkAsync(ContestedCompany world, string email) => pupitre.InsideAsync(world.Company, async services =>
    {
        var (db, accounts) = (services.GetRequiredService<Db>(), services.GetRequiredService<UserManager<Account>>());
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account { UserName = email, Email = email, DisplayName = "Manon Delcourt", CreatedAt = pupitre.Clock.Now };
            (await accounts.CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        }

        db.Memberships.Add(Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == world.Company.Id), Role.Reader,
            pupitre.Clock.Now));
        await db.SaveChangesAsync();
        await services.GetRequiredService<ChangeMemberRole>()
            .RunAsync(account.Id, Role.Provider, new SubjectRef(Provider.Kind, world.Provider), CancellationToken.None);
        return world.Company with { Email = email };
    });
}
