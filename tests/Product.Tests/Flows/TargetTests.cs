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

        await AttachAsync(browser, flow, "demande.bpmn", Model);
        browser.Text.ShouldContain("C’est un brouillon");
        await PublishAsync(browser);
        browser.Text.ShouldContain("Cette version est la cible en vigueur.");
        (await StateAsync(browser, flow)).ShouldBe(["en vigueur"]);
        await AttachAsync(browser, flow, "demande-2.bpmn", Model.Replace("\"p\"", "\"q\"", StringComparison.Ordinal));
        (await StateAsync(browser, flow)).ShouldBe(["brouillon", "en vigueur"]);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}/targets/2"));
        await PublishAsync(browser);
        (await StateAsync(browser, flow)).ShouldBe(["en vigueur", "remplacée"]);
        (await ContentAsync(browser, flow.Path($"processes/{flow.Process}/targets/1/file"))).ShouldBe(Model);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}/targets/2"));
        await browser.SendAsync("form[action$='targets/2/withdrawal']");
        (await StateAsync(browser, flow)).ShouldBe(["retirée", "en vigueur"]);

        await browser.OpenAsync(flow.Path("history"));
        browser.Text.ShouldContain("Cible du processus publiée");
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

        browser.Page.QuerySelector("svg.pu-dg")!.TextContent.ShouldContain("Vérifier");
        (await StateAsync(browser, flow)).ShouldBe(["brouillon\u00a0: aucune cible n’est publiée"]);
        (await BytesAsync(browser, flow.Path($"processes/{flow.Process}/targets/1/file"))).ShouldBe(model);
        await browser.OpenAsync(flow.Path("flows/conformance"));
        browser.Text.ShouldContain("Vérifier");
    }

    [Fact]
    public async Task A_target_through_which_no_case_can_ever_go_says_so_on_its_page()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        // One of two ways is taken, and both are waited for.
        await AttachAsync(browser, flow, "impasse.bpmn", """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
              <process id="p">
                <startEvent id="start" /><exclusiveGateway id="either" /><task id="a" name="Demande" /><task id="b" name="Réponse" />
                <parallelGateway id="both" /><endEvent id="end" />
                <sequenceFlow id="f1" sourceRef="start" targetRef="either" />
                <sequenceFlow id="f2" sourceRef="either" targetRef="a" /><sequenceFlow id="f3" sourceRef="either" targetRef="b" />
                <sequenceFlow id="f4" sourceRef="a" targetRef="both" /><sequenceFlow id="f5" sourceRef="b" targetRef="both" />
                <sequenceFlow id="f6" sourceRef="both" targetRef="end" />
              </process>
            </definitions>
            """);

        browser.Text.ShouldContain("Les flux réels ne peuvent pas s’y mesurer");
    }

    [Fact]
    public async Task The_same_content_twice_is_one_version()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));

        await AttachAsync(browser, flow, "demande.bpmn", Model);
        await AttachAsync(browser, flow, "autre-nom.bpmn", Model);

        (await StateAsync(browser, flow)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_what_is_no_model_and_says_why()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await AttachAsync(browser, flow, "demande.bpmn", Model.Replace("id=\"answer\"", "id=\"ask\"", StringComparison.Ordinal));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("« demande.bpmn » ne peut pas servir de cible");
        browser.Text.ShouldContain("lignes 4 et 4");
        browser.Text.ShouldContain("Rien n’a été ajouté");
    }

    [Fact]
    public async Task What_flows_cannot_be_held_against_is_kept_and_drawn_and_its_page_says_why()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await AttachAsync(browser, flow, "demande.bpmn", Model.Replace("<task id=\"ask\"", "<complexGateway id=\"ask\"", StringComparison.Ordinal));

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("Les flux réels ne peuvent pas s’y mesurer");
        browser.Text.ShouldContain("complexGateway");
    }

    [Fact]
    public async Task What_cannot_run_is_not_published_and_what_is_doubtful_asks_for_a_word()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await AttachAsync(browser, flow, "coupe.bpmn", Model.Replace("<sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"ask\" />", "", StringComparison.Ordinal));
        browser.Text.ShouldContain("Rien ne mène à « Demande »");
        browser.Page.QuerySelector("form[action$='publication']").ShouldBeNull();

        await AttachAsync(browser, flow, "demande.bpmn", Model);
        browser.Text.ShouldContain("Aucune des 2 étapes ne dit qui la fait");
        await browser.SendAsync("form[action$='publication']", ("explanation", " "));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Dites en une phrase pourquoi");

        await browser.OpenAsync(flow.Path($"processes/{flow.Process}/targets/2"));
        await browser.SendAsync("form[action$='publication']", ("explanation", "Une seule personne fait tout"));
        browser.Text.ShouldContain("Publiée ainsi parce que");
        browser.Text.ShouldContain("Une seule personne fait tout");
    }

    [Fact]
    public async Task Two_versions_are_compared_as_a_list_and_on_the_picture()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await AttachAsync(browser, flow, "demande.bpmn", Model);
        await AttachAsync(browser, flow, "demande-2.bpmn", Model.Replace("name=\"Réponse\"", "name=\"Réponse écrite\"", StringComparison.Ordinal));

        await browser.OpenAsync(browser.Page.QuerySelector("main a[href*='/changes']")!.GetAttribute("href")!);

        browser.Text.ShouldContain("1 changement");
        browser.Text.ShouldContain("Renommé : étape « Réponse » devient « Réponse écrite »");
        browser.Page.QuerySelectorAll("svg.pu-dg").Length.ShouldBe(2);
        browser.Page.QuerySelectorAll("svg .pu-dg-changed").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_picture_and_the_file_with_a_drawing_can_be_taken_home()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await AttachAsync(browser, flow, "demande.bpmn", Model);

        (await ContentAsync(browser, flow.Path($"processes/{flow.Process}/targets/1/picture.svg"))).ShouldContain(">Demande</text>");
        (await ContentAsync(browser, flow.Path($"processes/{flow.Process}/targets/1/drawn.bpmn"))).ShouldContain("BPMNShape");
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
        (await StateAsync(browser, flow)).ShouldBe(["brouillon\u00a0: aucune cible n’est publiée"]);
        browser.Text.ShouldContain("tirée des flux réels");
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}/targets/1"));
        await PublishAsync(browser);
        (await StateAsync(browser, flow)).ShouldBe(["en vigueur"]);

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

    private static async Task AttachAsync(TestBrowser browser, FlowCompany flow, string name, string model)
    {
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));
        await browser.DropAsync("file-drop form", [(name, Encoding.UTF8.GetBytes(model))]);
    }

    private static Task<TestBrowser> PublishAsync(TestBrowser browser) => browser.SendAsync("form[action$='publication']", ("explanation", "Une seule personne"));

    private static async Task<string[]> StateAsync(TestBrowser browser, FlowCompany flow)
    {
        browser.Status.ShouldBe(HttpStatusCode.OK);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));
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
