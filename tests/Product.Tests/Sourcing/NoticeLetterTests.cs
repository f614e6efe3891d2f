using System.IO.Compression;
using System.Net;
using System.Text;
using UglyToad.PdfPig;
using static Pupitre.Product.Tests.Sourcing.TermsWorld;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>The letter of notice says what is known, in French, and marks what is not.</summary>
public sealed class NoticeLetterTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]:has(textarea)";

    [Theory]
    [InlineData("fr", "Il manque 6 choses")]
    [InlineData("en", "6 things are missing")]
    public async Task What_nobody_knows_is_listed_first_and_marked_in_the_letter(string language, string answer)
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var browser = await pupitre.Browser(language).SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/notice-letter");

        browser.Text.ShouldContain(answer);
        browser.Page.QuerySelectorAll("#gaps + * li").Length.ShouldBe(6);
        var text = await PdfAsync(browser, company, id);
        text.ShouldContain("[À COMPLÉTER : adresse du prestataire]");
        text.ShouldContain("prendra donc fin le jeudi 31 décembre 2026, dernier jour de son terme.");
        text.ShouldContain("Le préavis convenu est de 10 jours");
    }

    [Fact]
    public async Task What_was_typed_fills_the_gaps_in_both_files()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/notice-letter");

        await browser.SendAsync(
            Form, ("Input.OwnAddress", "3 quai de la Fosse\r\n44000 Nantes"), ("Input.ProviderAddress", "8 rue Crébillon\r\n44000 Nantes"),
            ("Input.Clause", "Article 7 : dix jours avant le terme."),
            ("Input.Signatory", "Hélène Marchand"), ("Input.SignatoryFunction", "présidente"), ("Input.Place", "Nantes"),
            ("Input.Date", "2026-12-01"));

        browser.Text.ShouldContain("La lettre est complète.");
        foreach (var text in new[] { await PdfAsync(browser, company, id), await DocxAsync(browser, company, id) })
        {
            text.ShouldContain("Nantes, le mardi 1er décembre 2026");
            text.ShouldContain("« Article 7 : dix jours avant le terme. »");
            text.ShouldContain("Hélène Marchand, présidente");
            text.ShouldContain("Lettre recommandée avec demande d’avis de réception");
            text.ShouldNotContain("COMPLÉTER");
        }

        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Lettre de préavis du contrat « Paie » préparée");
    }

    [Fact]
    public async Task A_contract_without_a_term_ends_with_its_notice_and_one_that_ends_by_itself_needs_no_letter()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (open, over) = (await pupitre.HaveContractAsync(company, Open), await pupitre.HaveContractAsync(company, Over));
        using var browser = await pupitre.Browser().SignInAsync(company);

        (await PdfAsync(browser, company, open)).ShouldContain("Le contrat prendra fin à l’issue du préavis.");

        (await browser.OpenAsync($"/{company.Slug}/contracts/{over}/notice-letter")).Text.ShouldContain("Aucune lettre n’est nécessaire");
        using var answer = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/contracts/{over}/notice-letter/letter.pdf"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var strange = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/contracts/{open}/notice-letter/letter.exe"));
        strange.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_two_people_do_not_overwrite_each_other()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{id}/notice-letter");
        await second.OpenAsync($"/{company.Slug}/contracts/{id}/notice-letter");
        await first.SendAsync(Form, ("Input.Clause", new string('x', 4001)));
        first.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await first.SendAsync(Form, ("Input.Clause", "Article 7"));

        await second.SendAsync(Form, ("Input.Place", "Nantes"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Page.QuerySelector("[name='Input.Place']")!.GetAttribute("value").ShouldBe("Nantes");
    }

    private static async Task<string> PdfAsync(TestBrowser browser, TestCompany company, Guid id)
    {
        using var answer = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/contracts/{id}/notice-letter/letter.pdf"));
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return Plain(string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)));
    }

    private static async Task<string> DocxAsync(TestBrowser browser, TestCompany company, Guid id)
    {
        using var answer = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/contracts/{id}/notice-letter/letter.docx"));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        return Plain(System.Xml.Linq.XDocument.Parse(await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Root!.Value);
    }

    // No-break spaces read as spaces; a PDF's words are put together by one.
    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
