using System.Net;
using System.Text;
using Pupitre.Platform.Access;

namespace Pupitre.Product.Tests.Flows;

public sealed class TargetTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    /// <summary>Asked, then answered: nothing in between.</summary>
    internal const string Model = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
          <process id="p">
            <startEvent id="start" /><task id="ask" name="Demande" /><task id="answer" name="Réponse" /><endEvent id="end" />
            <sequenceFlow id="f1" sourceRef="start" targetRef="ask" />
            <sequenceFlow id="f2" sourceRef="ask" targetRef="answer" />
            <sequenceFlow id="f3" sourceRef="answer" targetRef="end" />
          </process>
        </definitions>
        """;

    [Fact]
    public async Task A_target_is_attached_replaced_given_back_and_withdrawn_and_the_history_says_so()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));
        browser.Text.ShouldContain("Ce processus n’a pas de cible.");

        await browser.DropAsync("file-drop form", [("demande.bpmn", Encoding.UTF8.GetBytes(Model))]);
        State(browser).ShouldBe(["en vigueur"]);
        await browser.DropAsync("file-drop form", [("demande-2.bpmn", Encoding.UTF8.GetBytes(Model.Replace("\"p\"", "\"q\"", StringComparison.Ordinal)))]);
        State(browser).ShouldBe(["en vigueur", "remplacée"]);
        (await ContentAsync(browser, flow.Path($"processes/{flow.Process}/targets/1/file"))).ShouldBe(Model);
        await browser.SendAsync("form[action$='targets/2/withdrawal']");
        State(browser).ShouldBe(["retirée", "en vigueur"]);

        await browser.OpenAsync(flow.Path("history"));
        browser.Text.ShouldContain("Cible du processus jointe");
        browser.Text.ShouldContain("Cible du processus retirée");
    }

    /// <summary>What other tools write: the list is read as the file declares, and the file given back is the very one that was given.</summary>
    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ISO-8859-1")]
    public async Task A_model_in_another_encoding_keeps_its_accents_and_its_bytes(string encoding)
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));
        var model = Encoding.GetEncoding(encoding).GetBytes(Model.Replace("UTF-8", encoding, StringComparison.Ordinal).Replace("Demande", "Vérifier", StringComparison.Ordinal));

        await browser.DropAsync("file-drop form", [("ancien.bpmn", model)]);

        State(browser).ShouldBe(["en vigueur"]);
        (await BytesAsync(browser, flow.Path($"processes/{flow.Process}/targets/1/file"))).ShouldBe(model);
        await browser.OpenAsync(flow.Path("flows/conformance"));
        browser.Text.ShouldContain("Vérifier");
    }

    [Fact]
    public async Task The_same_content_twice_is_one_version()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));

        await browser.DropAsync("file-drop form", [("demande.bpmn", Encoding.UTF8.GetBytes(Model))]);
        await browser.DropAsync("file-drop form", [("autre-nom.bpmn", Encoding.UTF8.GetBytes(Model))]);

        State(browser).ShouldBe(["en vigueur"]);
    }

    [Fact]
    public async Task Refuses_what_is_no_model_and_says_why()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));

        await browser.DropAsync("file-drop form", [("demande.bpmn", Encoding.UTF8.GetBytes(Model.Replace("<task id=\"ask\"", "<complexGateway id=\"ask\"", StringComparison.Ordinal)))]);

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("« demande.bpmn » ne peut pas servir de cible");
        browser.Text.ShouldContain("complexGateway");
        browser.Text.ShouldContain("Rien n’a été ajouté");
    }

    [Fact]
    public async Task What_is_seen_becomes_a_draft_that_every_case_fits_and_somebody_agrees_on()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path("flows"));
        await browser.OpenAsync(browser.Page.QuerySelector("main a[href*='flows/draft']")!.GetAttribute("href")! + "?noise=0");
        browser.Text.ShouldContain("4 cas sur 4 le suivent d’un bout à l’autre");

        await browser.SendAsync("main form[method=post]");
        State(browser).ShouldBe(["brouillon\u00a0: aucune cible n’est retenue"]);
        browser.Text.ShouldContain("tirée des flux réels");
        await browser.SendAsync("form[action$='targets/1/agreement']");
        State(browser).ShouldBe(["en vigueur"]);

        await browser.OpenAsync(browser.Page.QuerySelector("main a[href*='flows/conformance']")!.GetAttribute("href")!);
        browser.Text.ShouldContain("4 cas sur 4 suivent la cible d’un bout à l’autre.");
    }

    [Fact]
    public async Task Who_only_reads_finds_no_form_and_may_not_send_one_and_strangers_find_nothing()
    {
        var flow = await FlowCompany.HaveAsync(pupitre, Role.Reader);
        using var reader = await pupitre.Browser().SignInAsync(flow.Company);
        using var stranger = await pupitre.Browser().SignInAsync(await pupitre.HaveCompanyAsync());

        await reader.OpenAsync(flow.Path($"processes/{flow.Process}"));
        reader.Page.QuerySelector("file-drop").ShouldBeNull();
        using var request = new HttpRequestMessage(HttpMethod.Get, flow.Path($"processes/{flow.Process}/targets/1/file"));
        (await stranger.RawAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string[] State(TestBrowser browser)
    {
        browser.Status.ShouldBe(HttpStatusCode.OK);
        return [.. browser.Page.QuerySelectorAll("td[data-label='État']").Select(cell => cell.TextContent.Trim())];
    }

    private static async Task<string> ContentAsync(TestBrowser browser, string path) => Encoding.UTF8.GetString(await BytesAsync(browser, path));

    private static async Task<byte[]> BytesAsync(TestBrowser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await browser.RawAsync(request);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
