using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Product.Tests.Flows;

/// <summary>Who does a step is deduced from who attests it, until a person says it.</summary>
public sealed class DoersTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task What_is_said_moves_the_waits_and_the_handovers_and_saying_nothing_again_undoes_it()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path("flows/waiting"));
        Row(browser, "nous").ShouldStartWith("nous 54,5");
        Row(browser, "le prestataire").ShouldStartWith("le prestataire 45,5");
        browser.Text.ShouldContain("vous n’avez rien indiqué");

        await SayAsync(browser, FlowCompany.Detail, "ThirdParty");

        // Two hours of forty-four were spent until the detail was asked for.
        Row(browser, "un tiers").ShouldStartWith("un tiers 4,5");
        Row(browser, "le prestataire").ShouldStartWith("le prestataire 40,9");
        browser.Text.ShouldContain("un tiers (indiqué par vous)");
        browser.Text.ShouldContain("« Précision demandée » (un tiers)");
        await browser.OpenAsync(flow.Path("flows/handovers"));
        Rows(browser).ShouldContain("nous un tiers 1 2 h 2 h");
        browser.Text.ShouldContain("« Précision demandée » (un tiers)");
        await browser.OpenAsync(flow.Path("history"));
        browser.Text.ShouldContain("Qui fait les étapes, précisé");

        await browser.OpenAsync(flow.Path("flows/waiting"));
        await SayAsync(browser, FlowCompany.Detail, "");

        Row(browser, "le prestataire").ShouldStartWith("le prestataire 45,5");
        Rows(browser).ShouldNotContain(row => row.StartsWith("un tiers", StringComparison.Ordinal));
        browser.Text.ShouldContain("vous n’avez rien indiqué");
    }

    [Fact]
    public async Task The_line_of_a_bank_does_not_say_who_paid_until_somebody_does()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        var bank = await pupitre.InsideAsync(flow.Company, async services => (await new ServiceBuilder(services).ImportAsync(
            flow.Commitment, new SourceRules(SourceClass.Receipt, []), [FlowCompany.At("V1", "Facture reçue", 0, 2), FlowCompany.At("V1", "Virement", 48, 3)], "Banque")).Id);
        await browser.OpenAsync(flow.Path($"flows/waiting?source={bank}"));
        Rows(browser).ShouldContain("n° 1 : Facture reçue → Virement acteur non précisé 100,0 % 1 2 jours 2 jours");
        browser.Text.ShouldContain("qui l’on attend n’est pas encore connu");
        browser.Text.ShouldNotContain("un tiers");

        await SayAsync(browser, "Virement", "Provider");

        browser.Path.ShouldContain(bank.ToString());
        Rows(browser).ShouldContain("n° 1 : Facture reçue → Virement le prestataire (indiqué par vous) 100,0 % 1 2 jours 2 jours");
    }

    [Fact]
    public async Task A_step_that_a_commitment_owes_is_its_performer_s_though_others_attest_it()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        var mails = await pupitre.InsideAsync(flow.Company, async services => (await new ServiceBuilder(services).ImportAsync(
            flow.Commitment, new SourceRules(SourceClass.Receipt, []), [FlowCompany.At("M1", "Question reçue", 0, 2), FlowCompany.At("M1", await StopAsync(services, flow.Commitment), 48, 3)], "Messagerie")).Id);

        await browser.OpenAsync(flow.Path($"flows/waiting?source={mails}"));

        browser.Text.ShouldContain("le prestataire (100,0");
        browser.Text.ShouldNotContain("un tiers");
    }

    [Fact]
    public async Task A_step_that_the_source_does_not_tell_of_is_not_found_and_nothing_is_said()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"flows/sources/{flow.Source}/steps"));

        await browser.SendAsync("main form[method=post]", ("Input.Steps[0].Activity", "Rien de tel"), ("Input.Steps[0].Doer", "Company"));

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync(flow.Path("flows/waiting"));
        browser.Text.ShouldContain("vous n’avez rien indiqué");
    }

    [Fact]
    public async Task A_source_of_another_company_is_not_found()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        var other = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path($"flows/sources/{other.Source}/steps"));

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_only_reads_sees_who_does_what_and_cannot_say_it()
    {
        var flow = await FlowCompany.HaveAsync(pupitre, Role.Reader);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path($"flows/sources/{flow.Source}/steps"));

        browser.Status.ShouldBe(HttpStatusCode.OK);
        Rows(browser).ShouldContain("Précision demandée 1 le prestataire comme déduit");
        browser.Page.QuerySelector("main select").ShouldBeNull();
        browser.Page.QuerySelector("main button[type=submit]").ShouldBeNull();
    }

    // What stops the clock of a commitment, by its first name.
    private static async Task<string> StopAsync(IServiceProvider services, Guid commitment)
    {
        var version = await services.GetRequiredService<Db>().Set<CommitmentVersion>().AsNoTracking().FirstAsync(row => row.CommitmentId == commitment);
        return version.Rule.Clock!.Stop.Alternatives[0].Parts[0].Values[0];
    }

    // As a person does: by the link of the page, the field of the step, and the button.
    private static async Task SayAsync(TestBrowser browser, string activity, string doer)
    {
        await browser.OpenAsync(browser.Page.QuerySelector("main a[href*='/flows/sources/']")!.GetAttribute("href")!);
        var field = browser.Page.QuerySelectorAll("main input[type=hidden]").Single(input => input.GetAttribute("value") == activity).GetAttribute("name")!;
        await browser.SendAsync("main form[method=post]", (field.Replace("Activity", "Doer", StringComparison.Ordinal), doer));
    }

    private static string Row(TestBrowser browser, string name) => Rows(browser).First(row => row.StartsWith(name + " ", StringComparison.Ordinal));

    private static string[] Rows(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];
}
