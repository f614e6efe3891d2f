using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ContractLife.Clauses;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>What somebody finds in a contract, clause by clause: on one page, in one form, in a list over all contracts.</summary>
public sealed class ClausesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]:has(textarea)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_found_stands_on_the_contract_in_the_list_today_and_in_the_history()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, TermsWorld.Near);
        await pupitre.HaveContractAsync(company, TermsWorld.Over);
        using var browser = await pupitre.Browser().SignInAsync(company);
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text
            .ShouldContain("Personne n’a encore lu ce contrat clause par clause");
        (await TodayAsync(company)).ShouldBeEmpty();
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/clauses/edit");
        browser.Page.QuerySelectorAll("main select[name$='.State']").Length.ShouldBe(22);

        await browser.SendAsync(Form,
            ("Input.Lines[0].State", "Present"), ("Input.Lines[0].Page", "3"),
            ("Input.Lines[3].State", "Absent"),
            ("Input.Lines[18].State", "Partial"), ("Input.Lines[18].Remark", "Sans plafond."));

        browser.Path.ShouldBe($"/{company.Slug}/contracts/{id}/clauses");
        browser.Text.ShouldContain("Sur 22 clauses : 1 présente, 1 en partie, 1 absente, 19 pas encore regardées.");
        browser.Text.ShouldContain("Sans plafond.");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text
            .ShouldContain("Réversibilité et format de restitution, Pénalités et plafond");
        await browser.OpenAsync($"/{company.Slug}/clauses?show=gaps&topic=Penalties");
        browser.Text.ShouldContain("1 contrat lu sur 1 en vigueur : 2 clauses absentes ou incomplètes, dans 1 contrat.");
        browser.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        (await browser.OpenAsync($"/{company.Slug}/clauses?show=gaps&topic=Scope")).Text.ShouldContain("Aucun contrat ici");
        (await browser.OpenAsync($"/{company.Slug}/clauses?topic=rien&sort=-title")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text
            .ShouldContain("Périmètre et processus cible : présente, Réversibilité et format de restitution : absente");
        (await TodayAsync(company)).ShouldBe([(2, $"contracts/{id}/clauses")]);
        (await ReadAsync(browser, $"/{company.Slug}/clauses.csv")).ShouldContain("Paie;Cabinet Martin;présente;pas encore regardée");
        (await ReadAsync(browser,
            $"/{company.Slug}/contracts/{id}/clauses/list.csv")).ShouldContain("Pénalités et plafond;en partie;;Sans plafond.");
    }

    [Fact]
    public async Task Whoever_says_too_little_is_told_at_each_line_and_keeps_what_was_typed()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, TermsWorld.Near);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/clauses/edit");

        await browser.SendAsync(Form,
            ("Input.Lines[0].State", "Present"), ("Input.Lines[1].State", "Partial"), ("Input.Lines[2].State", "NotApplicable"),
            ("Input.Lines[7].Text", "Ceci reste."));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Périmètre et processus cible : recopiez le texte de la clause, ou dites sa page.");
        browser.Text.ShouldContain("Engagements et méthode de mesure : dites ce qui manque.");
        browser.Text.ShouldContain("Comptes rendus : dites pourquoi elle est sans objet.");
        browser.Page.QuerySelector("#field-Input-Lines-7-Text")!.TextContent.ShouldBe("Ceci reste.");
        await browser.SendAsync(Form, ("Input.Lines[5].Page", "0"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelectorAll("a[href$='#field-Input-Lines-5-Page']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_known_is_proposed_and_nothing_is_decided()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/clauses/edit?known=true");

        browser.Page.QuerySelector("#field-Input-Lines-19-Text")!.TextContent.ShouldContain("12 mois");
        browser.Page.QuerySelectorAll("main select[name$='.State'] option[selected]").Select(option =>
            option.GetAttribute("value")).Distinct()
            .ShouldBe(["NotLooked"]);
        (await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/clauses")).Text.ShouldContain("Personne n’a encore lu");
    }

    [Fact]
    public async Task Two_people_who_read_at_once_see_each_other()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, TermsWorld.Near);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{id}/clauses/edit");
        await second.OpenAsync($"/{company.Slug}/contracts/{id}/clauses/edit");
        await first.SendAsync(Form, ("Input.Lines[3].State", "Absent"));

        await second.SendAsync(Form, ("Input.Lines[3].State", "Present"), ("Input.Lines[3].Text", "Tout revient en CSV."));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("présente · Tout revient en CSV.");
        await second.SendAsync(Form);
        second.Text.ShouldContain("Tout revient en CSV.");
        second.Path.ShouldBe($"/{company.Slug}/contracts/{id}/clauses");
    }

    [Fact]
    public async Task A_file_of_another_contract_and_a_line_named_twice_are_refused_and_a_removed_file_leaves_the_clause()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, TermsWorld.Near);
        var (kept, refused, twice) = await pupitre.InsideAsync(company, async services =>
        {
            var (check, attach) = (services.GetRequiredService<CheckClauses>(), services.GetRequiredService<AttachContractFile>());
            await attach.RunAsync(id, new MemoryStream("lettre"u8.ToArray()), "lettre.txt", "text/plain", Token);
            var file = await services.GetRequiredService<Db>().Set<ContractFile>().Where(row => row.ContractId == id).Select(row =>
                row.Id).SingleAsync(Token);
            var input = await check.PrepareAsync(id, Token);
            (input.Lines[0].State, input.Lines[0].Page, input.Lines[0].FileId) = (ClauseState.Present, 2, Guid.CreateVersion7());
            var wrong = await Should.ThrowAsync<Refused>(() => check.RunAsync(input, Token));
            input.Lines[0].FileId = file;
            input.Lines.Add(new ClauseInput { Topic = ClauseTopic.Scope, State = ClauseState.Absent });
            var again = await Should.ThrowAsync<Refused>(() => check.RunAsync(input, Token));
            input.Lines.RemoveAt(ClauseTopicsCount);
            await check.RunAsync(input, Token);
            await services.GetRequiredService<DetachContractFile>().RunAsync(id, file, Token);
            services.GetRequiredService<Db>().StartOver();
            return ((await check.PrepareAsync(id, Token)).Lines[0], wrong.Field, again.Field);
        });

        (kept.State, kept.Page, kept.FileId).ShouldBe((ClauseState.Present, 2, null));
        (refused, twice).ShouldBe(("Lines[0].FileId", "Lines[0].State"));
    }

    [Fact]
    public async Task A_reader_of_one_provider_sees_nothing_of_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, TermsWorld.Near);
        using var browser = await pupitre.Browser().SignInAsync(await pupitre.HaveLimitedAsync(company, "Cabinet Martin"));

        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldNotContain("clause");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}/clauses")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/{company.Slug}/clauses")).Text.ShouldContain("Vous voyez un seul prestataire");
        using var csv = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/clauses.csv"));
        csv.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const int ClauseTopicsCount = 22;

    private Task<List<(int, string)>> TodayAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
        (await services.GetRequiredService<ReadToday>().RunAsync(Token)).SelectMany(group => group.Lines)
            .Where(line => line.Path.EndsWith("/clauses", StringComparison.Ordinal)).Select(line => (line.Count, line.Path)).ToList());

    private static async Task<string> ReadAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.RawAsync(new(HttpMethod.Get, path));
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
