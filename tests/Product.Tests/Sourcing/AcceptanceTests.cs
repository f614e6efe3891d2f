using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>"Accepted" is what a paper shows, and never our own word about the other side.</summary>
public sealed class AcceptanceTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Without_a_paper_it_stays_an_internal_target_and_what_was_typed_is_kept()
    {
        var (company, world) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/acceptance");

        await browser.SendAsync(Form, ("Input.By", "Léa Petit"), ("Input.On", "2026-01-10"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-File-note")!.TextContent.ShouldContain("Joignez la pièce");
        browser.Page.QuerySelector("[name='Input.By']")!.GetAttribute("value").ShouldBe("Léa Petit");
        (await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}")).Text.ShouldContain("objectif interne");
    }

    [Fact]
    public async Task A_paper_sent_with_the_form_makes_it_accepted_and_can_be_opened()
    {
        var (company, world) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/acceptance");

        await SendWithFileAsync(browser, "lettre signée.pdf", "signée"u8.ToArray());
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");

        browser.Text.ShouldContain("accepté, sur pièce (lettre signée.pdf)");
        browser.Text.ShouldNotContain("accepté par les deux");
        using var paper = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, browser.Page.QuerySelector("a[href$='/versions/1/acceptance']")!.GetAttribute("href")));
        (await paper.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("signée");
        (await browser.OpenAsync($"/{company.Slug}/commitments")).Text.ShouldContain("1 accepté sur pièce");
    }

    [Fact]
    public async Task A_file_of_the_contract_can_be_chosen_and_outlives_its_first_place()
    {
        var (company, world) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}");
        await browser.DropAsync("form[enctype]", [("accord.eml", "d’accord"u8.ToArray())]);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/acceptance");
        var file = browser.Page.QuerySelectorAll("[name='Input.ReceivedFileId'] option").OfType<IHtmlOptionElement>().Single(option => option.Text.Contains("accord.eml", StringComparison.Ordinal)).Value;

        await browser.SendAsync(Form, ("Input.By", "Léa Petit"), ("Input.On", "2026-01-10"), ("Input.ReceivedFileId", file));

        browser.Text.ShouldContain("accepté, sur pièce (accord.eml), par Léa Petit le 10/01/2026");
        await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}");
        await browser.SendAsync("form[action$='/removal']");
        using var paper = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/commitments/{world.Payslips}/versions/1/acceptance"));
        paper.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_typed_before_without_a_paper_is_an_internal_target_and_says_why()
    {
        var (company, world) = await HaveAsync();
        await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<CommitmentVersion>().Where(row => row.CommitmentId == world.Payslips)
            .ExecuteUpdateAsync(row => row.SetProperty(version => version.AgreedBy, "Léa Petit").SetProperty(version => version.AgreedOn, new DateOnly(2026, 1, 10))));
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");

        browser.Text.ShouldContain("objectif interne : l’accord de Léa Petit, le 10/01/2026, a été saisi par nous sans pièce");
        browser.Page.QuerySelector("#accept").ShouldNotBeNull();
        (await browser.OpenAsync($"/{company.Slug}/commitments")).Text.ShouldContain("0 accepté sur pièce");
    }

    [Fact]
    public async Task Nobody_accepts_in_the_future_or_with_another_companys_file()
    {
        var (company, world) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/acceptance");

        await browser.SendAsync(Form, ("Input.By", "Léa Petit"), ("Input.On", "2026-11-27"));
        browser.Text.ShouldContain("Ce jour n’est pas encore venu");
        await browser.SendAsync(Form, ("Input.By", "Léa Petit"), ("Input.On", "2026-11-26"), ("Input.ReceivedFileId", Guid.CreateVersion7().ToString()));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("n’est plus là");
    }

    private async Task<(TestCompany Company, HandedOver World)> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        return (company, await pupitre.HavePayrollHandedOverAsync(company));
    }

    private static async Task SendWithFileAsync(TestBrowser browser, string name, byte[] content)
    {
        var form = (IHtmlFormElement)browser.Page.QuerySelector(Form)!;
        using var posted = new MultipartFormDataContent();
        foreach (var field in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
        {
            posted.Add(new StringContent(field.Value), field.Name!);
        }

        posted.Add(new StringContent("Léa Petit"), "Input.By");
        posted.Add(new StringContent("2026-01-10"), "Input.On");
        posted.Add(new StringContent(""), "Input.ReceivedFileId");
        posted.Add(new ByteArrayContent(content), "Input.File", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Path, UriKind.Relative)) { Content = posted };
        using var answer = await browser.RawAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
