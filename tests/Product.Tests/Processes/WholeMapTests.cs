using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The map as a whole: its picture, its critical flows, what stops, what is typed twice.</summary>
public sealed class WholeMapTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_map_shows_its_processes_by_domain_and_leads_to_each()
    {
        var company = await pupitre.HaveCompanyAsync();
        var ids = await HaveMapAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/processes/map");

        browser.Text.WithPlainSpaces().ShouldContain("3 processus, liens entre eux : 2.");
        browser.Page.QuerySelectorAll("svg.pu-map a").Select(box => box.GetAttribute("href")).ShouldBe(ids.Select(id =>
            $"/{company.Slug}/processes/{id}"), ignoreOrder: true);
        browser.Page.QuerySelectorAll("svg.pu-map path.pu-map-line").Length.ShouldBe(2);
        browser.Page.QuerySelectorAll("svg.pu-map .pu-dg-band").Select(band => band.TextContent).ShouldBe(["Comptabilité", "Paie"]);
        browser.Page.QuerySelectorAll("details tbody tr").Length.ShouldBe(3, "The picture has its figures as a table.");
        await browser.OpenAsync($"/{company.Slug}/processes/map?domain=Payroll");
        browser.Text.ShouldContain("1 processus sur 3.");
        browser.Page.QuerySelectorAll("svg.pu-map a").Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_hangs_on_a_process_is_brought_out_with_its_days()
    {
        var company = await pupitre.HaveCompanyAsync();
        var ids = await HaveMapAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/processes/map?of={ids[0]}");

        browser.Text.WithPlainSpaces().ShouldContain("2 processus dépendent de « Paie ».");
        browser.Page.QuerySelectorAll("svg.pu-map a.pu-map-reached .pu-map-sign").Select(sign => sign.TextContent).ShouldBe(["10 j",
            "délai inconnu"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_large_map_is_drawn_by_groups_with_counts_that_lead_on()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            foreach (var number in Enumerable.Range(0, 130))
            {
                var process = Process.Create(Guid.Empty);
                process.Describe(new ProcessInput
                {
                    Name = $"Processus {number}",
                    Domain = number < 105 ? Domain.Accounting : Domain.Legal
                });
                db.Add(process);
            }

            return await db.SaveChangesAsync();
        });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/processes/map");
        browser.Page.QuerySelectorAll("svg.pu-map .pu-map-name").Select(name => name.TextContent).ShouldBe(["105 processus",
            "25 processus"]);
        await browser.OpenAsync(browser.Page.QuerySelector("svg.pu-map a")!.GetAttribute("href")!);
        browser.Page.QuerySelectorAll("svg.pu-map .pu-map-name").Select(name => name.TextContent).ShouldBe(["105 processus"]);
        await browser.OpenAsync($"/{company.Slug}/processes/map?domain=Legal");
        browser.Page.QuerySelectorAll("svg.pu-map a").Length.ShouldBe(25);
    }

    [Fact]
    public async Task The_ranking_explains_each_point_and_says_what_nobody_knows()
    {
        var company = await pupitre.HaveCompanyAsync();
        await HaveMapAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/processes/critical");

        var first = browser.Page.QuerySelector("tbody tr")!;
        first.QuerySelector("th")!.TextContent.ShouldBe("Paie");
        first.TextContent.WithPlainSpaces().ShouldContain("Dépendance à une personne : 15 (seule personne à savoir faire : Ada)");
        first.TextContent.WithPlainSpaces().ShouldContain("Coût des erreurs : inconnu, de 0 à 15");
        await browser.OpenAsync($"/{company.Slug}/processes/critical?sort=name");
        browser.Page.QuerySelector("tbody th")!.TextContent.ShouldBe("Clôture");
        await browser.OpenAsync($"/{company.Slug}/processes/critical?show=critical");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get,
            $"/{company.Slug}/processes/critical.csv?show=critical"));
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n',
            StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task It_is_answered_what_stops_with_somebody_and_when()
    {
        var company = await pupitre.HaveCompanyAsync();
        await HaveMapAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/impact");
        await browser.OpenAsync(browser.Page.QuerySelectorAll("tbody th a").First(link => link.TextContent == "Ada").GetAttribute("href")!);

        browser.Text.WithPlainSpaces().ShouldContain("Si Ada part, 3 processus s’arrêtent.");
        browser.Page.QuerySelectorAll("tbody tr")
            .Select(row => (row.Children[0].TextContent, row.Children[1].TextContent.WithPlainSpaces()))
            .ShouldBe([("Paie", "tout de suite"), ("Clôture", "10 jours"), ("TVA", "inconnu, 10 jours au moins")]);
        await browser.OpenAsync($"/{company.Slug}/processes/impact?of=Person.{Guid.CreateVersion7()}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_typed_twice_is_summed_drawn_and_gone_when_it_is_done_no_more()
    {
        var company = await pupitre.HaveCompanyAsync();
        var ids = await HaveMapAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await RekeyAsync(browser, company, ids[0], "Tableur", "Logiciel de paie", "90");
        browser.Text.WithPlainSpaces().ShouldContain("1 ressaisie : 1 h 30 par mois, environ 720 € par an. L’objectif est zéro.");
        await RekeyAsync(browser, company, ids[1], "Messagerie", "Tableur", "");
        browser.Text.WithPlainSpaces().ShouldContain("Durée inconnue pour 1, qui n’y est pas comptée.");
        await RekeyAsync(browser, company, ids[1], "Tableur", "TABLEUR", "5");
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await browser.OpenAsync($"/{company.Slug}/processes/map");
        browser.Page.QuerySelectorAll("svg.pu-map .pu-map-sign").Select(sign => sign.TextContent.WithPlainSpaces())
            .ShouldBe(["ressaisie 1 h 30", "ressaisie"], ignoreOrder: true);
        await browser.OpenAsync($"/{company.Slug}/processes/rekeyings");
        await browser.OpenAsync(browser.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        await browser.SendAsync("form[action$='/removal']");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Who_types_twice_is_said_on_their_page_and_somebody_takes_over_when_they_leave()
    {
        var company = await pupitre.HaveCompanyAsync();
        var ids = await HaveMapAsync(company);
        var (ada, eve) = await pupitre.InsideAsync(company, async services =>
        {
            var token = TestContext.Current.CancellationToken;
            var eve = await services.GetRequiredService<NamePerson>().KeepAsync(new PersonInput { Name = "Eve" }, token);
            await services.GetRequiredService<Db>().SaveChangesAsync(token);
            var ada = await services.GetRequiredService<Db>().Set<Person>().SingleAsync(row => row.Name == "Ada", token);
            var typed = new RekeyingInput { ProcessId = ids[1], FromTool = "Messagerie", ToTool = "Tableur", Fields = "heures" };
            typed.PersonId = ada.Id;
            await services.GetRequiredService<SaveRekeying>().RunAsync(typed, isNew: true, token);
            return (ada.Id, eve.Id);
        });
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/people/{ada}");
        browser.Text.ShouldContain("Ressaisit dans");

        await pupitre.InsideAsync(company, async services =>
        {
            var duties = services.GetServices<IPersonDuties>().OfType<RekeyingPeople>().Single();
            await duties.ReassignAsync(ada, eve, CancellationToken.None);
            return await services.GetRequiredService<Db>().SaveChangesAsync();
        });

        await browser.OpenAsync($"/{company.Slug}/processes/rekeyings");
        browser.Text.ShouldContain("Eve");
    }

    private static async Task RekeyAsync(TestBrowser browser, TestCompany company, Guid process, string from, string to, string minutes)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/rekeyings/new");
        await browser.SendAsync(
            Form,
            ("Input.ProcessId", process.ToString()),
            ("Input.FromTool", from),
            ("Input.ToTool", to),
            ("Input.Fields", "heures"),
            ("Input.MinutesAMonth", minutes));
    }

    /// <summary>Payroll, which Ada alone can do, feeds the closing within ten days; the closing feeds VAT, nobody knows how soon.</summary>
    private Task<Guid[]> HaveMapAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        var db = services.GetRequiredService<Db>();
        var (create, link) = (services.GetRequiredService<CreateProcess>(), services.GetRequiredService<SaveLink>());
        var paid = new ProcessInput
        {
            Name = "Paie",
            Domain = Domain.Payroll,
            Criticality = Criticality.Vital,
            Pilot = "Ada",
            CostPerHour = 40,
        };
        var payroll = await create.RunAsync(paid, token);
        var closing = await create.RunAsync(new ProcessInput { Name = "Clôture", Domain = Domain.Accounting }, token);
        var tax = await create.RunAsync(new ProcessInput { Name = "TVA", Domain = Domain.Accounting }, token);
        db.Add(KnowHow.Create(payroll.Id, payroll.PilotId!.Value, KnowHowLevel.Alone));
        await db.SaveChangesAsync(token);
        var first = new LinkInput { FromId = payroll.Id, ToId = closing.Id, Passes = "journal de paie", DaysUntil = 10 };
        await link.RunAsync(first, isNew: true, token);
        await link.RunAsync(new LinkInput { FromId = closing.Id, ToId = tax.Id, Passes = "balance" }, isNew: true, token);
        return new[] { payroll.Id, closing.Id, tax.Id };
    });
}
