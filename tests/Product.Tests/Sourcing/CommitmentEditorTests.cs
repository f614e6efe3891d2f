using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>The sentence of a commitment is its editor; what was written can be copied, followed by another, or taken back.</summary>
public sealed class CommitmentEditorTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "form:has([name='Input.Action'])";

    [Theory]
    [InlineData("schedule", "clock", "Input.Anchor", "Input.Start")]
    [InlineData("clock", "schedule", "Input.Start", "Input.Anchor")]
    public async Task The_kind_is_chosen_by_a_link_and_brings_its_own_words(string kind, string other, string own, string others)
    {
        var (company, world, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind={kind}&contract={world.Contract}");

        browser.Page.QuerySelector($"{Form} [name='{own}']").ShouldNotBeNull();
        browser.Page.QuerySelector($"{Form} [name='{others}']").ShouldBeNull();
        browser.Page.QuerySelector($"main nav a[href*='kind={other}'][href*='contract={world.Contract}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("schedule", "Input.AnchorDay", "anchor-day")]
    [InlineData("schedule", "Input.PrerequisiteDays", "condition")]
    [InlineData("schedule", "Input.Count", "days")]
    [InlineData("clock", "Input.DateEvent", "date")]
    [InlineData("clock", "Input.TargetCount", "count")]
    [InlineData("clock", "Input.WaitsOn", "pause")]
    public async Task A_field_that_matters_only_sometimes_says_when(string kind, string field, string needs)
    {
        var (company, _, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind={kind}");

        browser.Page.QuerySelector($"{Form} [name='{field}']")!.Closest("[data-needs]")!.GetAttribute("data-needs").ShouldBe(needs);
    }

    [Fact]
    public async Task Every_field_of_the_sentence_has_a_name_for_who_hears_it()
    {
        var (company, _, browser) = await HaveAsync();
        foreach (var kind in new[] { "schedule", "clock" })
        {
            await browser.OpenAsync($"/{company.Slug}/commitments/own?kind={kind}");
            foreach (var field in browser.Page.QuerySelectorAll($"{Form} .pu-sentence :is(input, select)"))
            {
                browser.Page.QuerySelector($"label[for='{field.Id}']").ShouldNotBeNull(field.Id).TextContent.Trim().ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public async Task The_dates_show_before_the_rest_of_the_form_is_filled()
    {
        var (company, _, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=schedule");

        await browser.SendAsync(Form, ("Input.Preview", "true"), ("Input.OffsetDays", "5"), ("Input.Action", "remet les bulletins"));

        browser.Page.QuerySelector("live-preview tbody")!.TextContent.ShouldContain("novembre 2026");
        browser.Page.QuerySelector("live-preview")!.TextContent.ShouldContain("le prestataire remet les bulletins");
        (await CountAsync(company)).ShouldBe(2);
    }

    [Fact]
    public async Task A_sentence_that_is_not_whole_shows_no_date()
    {
        var (company, _, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=clock");

        await browser.SendAsync(Form, ("Input.Preview", "true"), ("Input.Start", "Question reçue"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("live-preview tbody").ShouldBeNull();
    }

    [Fact]
    public async Task A_weekly_one_leaves_out_the_month_that_its_field_still_says()
    {
        var (company, world, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=schedule&contract={world.Contract}");

        await browser.SendAsync(Form, ("Input.Name", "Point de la semaine"), ("Input.Action", "envoie le point"), ("Input.Every", "Week"), ("Input.Anchor", "DayOfMonth"), ("Input.AnchorDay", "5"), ("Input.MonthsAfter", "2"));

        browser.Text.ShouldContain("Chaque semaine, Cabinet Martin envoie le point au plus tard le vendredi.");
    }

    [Fact]
    public async Task A_state_is_written_in_words_and_reads_back_as_the_same()
    {
        var (company, world, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=clock&contract={world.Contract}");
        await browser.SendAsync(
            Form, ("Input.Name", "Tickets"), ("Input.Action", "traite le ticket"), ("Input.Start", "Accepted"), ("Input.Stop", "Completed; priority=high"), ("Input.PauseFrom", "transition=Wait - User"), ("Input.TargetCount", "24"), ("Input.Target", "OpeningHours"));

        await browser.OpenAsync(browser.Path + "/edit");
        Value(browser, "Input.PauseFrom").ShouldBe("état « Wait - User »");
        Value(browser, "Input.Stop").ShouldBe("Completed; priority « high »");
        await browser.SendAsync(Form, ("Input.Name", "Tickets du cabinet"));

        var saved = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Commitment>().AsNoTracking().Include(row => row.Versions).SingleAsync(row => row.Name == "Tickets du cabinet"));
        saved.Versions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("état « Wait - User »", "transition", "Wait - User")]
    [InlineData("state “Wait - User”", "transition", "Wait - User")]
    [InlineData("transition=Wait - User", "transition", "Wait - User")]
    [InlineData("priorité « haute »", "priorité", "haute")]
    [InlineData("Facture (avoir)", "activity", "Facture (avoir)")]
    [InlineData("Réponse à « Pourquoi ? »", "activity", "Réponse à « Pourquoi ? »")]
    public void What_is_typed_is_a_name_or_an_attribute_with_its_value(string typed, string name, string value)
    {
        var part = PatternText.Parse(typed)!.Alternatives.ShouldHaveSingleItem().Parts.ShouldHaveSingleItem();

        part.Name.ShouldBe(name);
        part.Values.ShouldContain(value);
    }

    [Fact]
    public async Task A_copy_asks_the_same_under_a_name_of_its_own()
    {
        var (company, world, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        await browser.OpenAsync(browser.Page.QuerySelector($"main a[href*='own?from={world.Payslips}']")!.GetAttribute("href")!);
        Value(browser, "Input.Name").ShouldEndWith("(copie)");

        await browser.SendAsync(Form, ("Input.OffsetDays", "4"));

        browser.Text.ShouldContain("au plus tard 4 jours ouvrés avant la date de paie");
        browser.Path.ShouldNotContain(world.Payslips.ToString());
        (await CountAsync(company)).ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_copies_what_belongs_to_another_company()
    {
        var (_, world, _) = await HaveAsync();
        var other = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(other);

        await browser.OpenAsync($"/{other.Slug}/commitments/own?from={world.Payslips}");

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_is_saved_and_the_next_begins_where_it_was()
    {
        var (company, world, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=schedule&contract={world.Contract}");

        await browser.SendAsync(Form, ("another", "true"), ("Input.Name", "Journal de paie remis"), ("Input.Action", "remet le journal"), ("Input.OffsetDays", "2"));

        browser.Text.ShouldContain("L’engagement est enregistré.");
        Value(browser, "Input.Name").ShouldBeNullOrEmpty();
        browser.Page.QuerySelector($"{Form} [name='Input.ContractId'] option[value='{world.Contract}'][selected]").ShouldNotBeNull();
        (await CountAsync(company)).ShouldBe(3);
    }

    [Fact]
    public async Task A_wrong_version_is_taken_back_once_it_was_asked_for()
    {
        var (company, world, browser) = await HaveAsync();
        await ChangeAsync(browser, company, world);
        browser.Text.ShouldContain("Retirer la version 2");

        await browser.SendAsync("form[action$='/versions/2/withdrawal']");

        browser.Text.ShouldNotContain("Retirer la version");
        browser.Text.ShouldContain("au plus tard 2 jours ouvrés avant la date de paie");
        (await VersionsAsync(company, world)).ShouldBe(1);
        await browser.OpenAsync($"/{company.Slug}/history");
        browser.Text.ShouldContain("Version d’un engagement retirée");
    }

    [Fact]
    public async Task A_version_stays_when_something_was_placed_since()
    {
        var (company, world, browser) = await HaveAsync();
        await ChangeAsync(browser, company, world);
        var form = browser.Page.QuerySelector("form[action$='/versions/2/withdrawal']").ShouldNotBeNull();
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var proof = OccurrenceProof.Create(world.Payslips, "2026-10", ProofMoment.Of(TestClock.Start), SourceClass.Receipt, null, ProofReason.Of(ReasonKind.Sentence, "Courriel"), TestClock.Start + Duration.FromMinutes(5), null);
            db.Add(proof);
            db.Record("EvidencePlaced", new SubjectRef(OccurrenceProof.Kind, proof.Id));
            await db.SaveChangesAsync();
            return proof.Id;
        });

        form.GetAttribute("action").ShouldNotBeNull();
        await browser.SendAsync("form[action$='/versions/2/withdrawal']");

        browser.Text.ShouldContain("ne se retire plus");
        (await VersionsAsync(company, world)).ShouldBe(2);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        browser.Page.QuerySelector("form[action*='/versions/'][action$='/withdrawal']").ShouldBeNull();
    }

    [Fact]
    public async Task The_only_version_cannot_be_taken_back()
    {
        var (company, world, browser) = await HaveAsync();
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");

        browser.Page.QuerySelector("form[action*='/versions/'][action$='/withdrawal']").ShouldBeNull();
        await Should.ThrowAsync<Kernel.Refused>(() => pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<TakeBackVersion>().RunAsync(world.Payslips, 1, CancellationToken.None);
            return 0;
        }));
    }

    private async Task<(TestCompany Company, HandedOver World, TestBrowser Browser)> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        return (company, world, await pupitre.Browser().SignInAsync(company));
    }

    private static async Task ChangeAsync(TestBrowser browser, TestCompany company, HandedOver world)
    {
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/edit");
        await browser.SendAsync(Form, ("Input.OffsetDays", "9"), ("Input.EffectiveFrom", "2026-01-01"), ("Input.Reason", "Erreur de saisie"));
        browser.Text.ShouldContain("9 jours ouvrés avant la date de paie");
    }

    private Task<int> CountAsync(TestCompany company) => pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Commitment>().CountAsync());

    private Task<int> VersionsAsync(TestCompany company, HandedOver world) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<CommitmentVersion>().CountAsync(row => row.CommitmentId == world.Payslips));

    private static string? Value(TestBrowser browser, string name) => (browser.Page.QuerySelector($"{Form} [name='{name}']") as IHtmlInputElement)?.Value.Replace('\u00a0', ' ');
}
