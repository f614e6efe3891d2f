using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Product.Tests.Service;

/// <summary>One side contests, and neither judges: both figures stand until the other side agrees in its own name.</summary>
public sealed class DisputeTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[enctype]";

    [Fact]
    public async Task A_contested_case_keeps_its_outcome_and_is_printed_with_both_figures_until_the_other_side_agrees()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        using var pilot = await pupitre.Browser().SignInAsync(world.Company);
        using var clerk = pupitre.Browser();
        var link = await world.LinkAsync(pilot);

        await ContestAsync(clerk, link, world, "OnTime", "Répondu par téléphone le jour même.");
        clerk.Status.ShouldBe(HttpStatusCode.OK, clerk.Text);
        clerk.Text.ShouldContain("Léa Petit (Collaboratrice), Cabinet Morel");

        var tally = await world.MarchAsync(pupitre);
        (tally.Base, tally.Kept, tally.Disputed, tally.KeptIfAdmitted, tally.BaseUndisputed).ShouldBe((3, 2, 1, 3, 2));
        (await pilot.OpenAsync($"/{world.Company.Slug}/scorecards/{world.Commitment}")).Text
            .ShouldContain("En désaccord : 1. À l’heure : 2 sur 3, 3 si le désaccord est admis.");
        (await pilot.OpenAsync($"/{world.Company.Slug}/scorecards/{world.Commitment}/cases?difference=disputed"))
            .Text.ShouldContain("1 cas sur 3");
        (await pilot.OpenAsync($"/{world.Company.Slug}/today")).Text.ShouldContain("un désaccord attend votre réponse");
        (await pilot.OpenAsync(world.Late)).Text.ShouldContain("En désaccord");

        // To the company they are somebody with a role; only who agrees does so by name.
        await pilot.OpenAsync(pilot.Page.QuerySelector("main a[href*='/disputes/']")!.GetAttribute("href")!);
        pilot.Text.ShouldContain("Collaboratrice, Cabinet Morel");
        pilot.Text.ShouldNotContain("Léa Petit");
        await pilot.SendAsync("form[action$='/agreement']");

        pilot.Text.ShouldContain("Admis");
        var settled = await world.MarchAsync(pupitre);
        (settled.Base, settled.Kept, settled.Proven, settled.Disputed).ShouldBe((3, 3, 3, 0));
        (await pilot.OpenAsync(world.Late)).Text.ShouldContain("Convenu entre les deux côtés");
        (await pilot.OpenAsync($"/{world.Company.Slug}/history")).Text.ShouldContain("Désaccord admis (l’entreprise) : à l’heure");
        (await clerk.OpenAsync(clerk.Path)).Text.ShouldContain("Camille");
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_settles_nothing_and_whoever_contests_takes_it_back()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        using var pilot = await pupitre.Browser().SignInAsync(world.Company);
        await pilot.OpenAsync(world.NewDispute);
        await pilot.SendFileAsync(Form, "Input.Files", "appel.txt", "appel"u8.ToArray());
        pilot.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        pilot.Text.ShouldContain("Choisissez ce qu’il faudrait lire");
        await pilot.OpenAsync(world.NewDispute);
        await pilot.SendAsync(Form, ("Input.Wish", "NotOwed"), ("Input.Reason", "La question était sans objet."));
        var dispute = Guid.Parse(pilot.Path[^36..]);
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync(await world.LinkAsync(pilot, dispute));

        // Looking answers nothing.
        (await StateAsync(world, dispute)).ShouldBe(DisputeState.Waiting);
        await clerk.SendAsync("form[action$='/refusal']", ("reason", " "));
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StateAsync(world, dispute)).ShouldBe(DisputeState.Waiting);
        await clerk.OpenAsync(await world.LinkAsync(pilot, dispute));
        pupitre.Clock.Advance(Duration.FromDays(1));
        await clerk.SendAsync("form[action$='/refusal']", ("reason", "Elle a été traitée."));
        (await StateAsync(world, dispute)).ShouldBe(DisputeState.Refused);
        (await world.MarchAsync(pupitre)).Disputed.ShouldBe(1);

        // Neither side answers itself.
        await pilot.OpenAsync($"/{world.Company.Slug}/disputes/{dispute}");
        pilot.Text.ShouldContain("Elle a été traitée.");
        pilot.Page.QuerySelector("form[action$='/agreement']").ShouldBeNull();
        (await pilot.OpenAsync($"/{world.Company.Slug}/disputes")).Text.ShouldContain("Cabinet Morel : 1 réponse pour 1 désaccord reçu");
        await pilot.OpenAsync($"/{world.Company.Slug}/disputes/{dispute}");
        await pilot.SendAsync("form[action$='/withdrawal']");
        (await StateAsync(world, dispute)).ShouldBe(DisputeState.Withdrawn);
        (await world.MarchAsync(pupitre)).Disputed.ShouldBe(0);
        (await clerk.OpenAsync(clerk.Path)).Page.QuerySelector("form[action^='/disagreement']").ShouldBeNull();
    }

    [Fact]
    public async Task The_list_narrows_and_is_taken_home_whole()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        using var pilot = await pupitre.Browser().SignInAsync(world.Company);
        (await pilot.OpenAsync($"/{world.Company.Slug}/disputes")).Text.ShouldContain("On conteste depuis la page");
        await pilot.OpenAsync(world.NewDispute);
        await pilot.SendAsync(Form, ("Input.Wish", "DelayOfCompany"), ("Input.Reason", "=Nous étions en retard."));

        (await pilot.OpenAsync($"/{world.Company.Slug}/disputes?state=us")).Text.ShouldContain("Aucun désaccord avec ces filtres");
        (await pilot.OpenAsync($"/{world.Company.Slug}/disputes?state=them&q=q3")).Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        using var answer = await pilot.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{world.Company.Slug}/disputes/export.csv?q=q3"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        text.ShouldContain("'=Nous étions en retard.");
        await pilot.OpenAsync(world.NewDispute);
        pilot.Text.ShouldContain("Ce résultat est déjà contesté");
    }

    [Fact]
    public async Task A_link_that_was_revoked_or_is_over_opens_nothing()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        using var pilot = await pupitre.Browser().SignInAsync(world.Company);
        var (first, clerk) = (await world.LinkAsync(pilot), pupitre.Browser());
        (await clerk.OpenAsync(first)).Text.ShouldContain("Cabinet Morel chez");
        (await clerk.OpenAsync(first + "&dispute=" + Guid.CreateVersion7())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.OpenAsync(first + "&commitment=" + Guid.CreateVersion7())).Status.ShouldBe(HttpStatusCode.NotFound);

        await pilot.OpenAsync($"/{world.Company.Slug}/providers/{world.Provider}/side-link");
        await pilot.SendAsync("form[action$='/side-link/withdrawal']");
        (await clerk.OpenAsync(first)).Text.ShouldContain("Ce lien ne fonctionne pas, ou plus");
        var second = await world.LinkAsync(pilot);
        pupitre.Clock.Advance(Duration.FromDays(61));
        (await clerk.OpenAsync(second)).Text.ShouldContain("Ce lien a expiré");
        clerk.Dispose();
    }

    private static async Task ContestAsync(TestBrowser clerk, string link, ContestedCompany world, string wish, string reason)
    {
        await clerk.OpenAsync(link);
        await clerk.OpenAsync($"{link}&commitment={world.Commitment}&key={Uri.EscapeDataString(DelayCorrection.KeyOf(world.Cases[2]))}");
        await clerk.SendAsync(Form, ("Input.Wish", wish), ("Input.Reason", reason));
    }

    private Task<DisputeState> StateAsync(ContestedCompany world, Guid dispute) => pupitre.InsideAsync(world.Company, async services =>
        (await services.GetRequiredService<ReadDisputes>().OneAsync(dispute, CancellationToken.None))!.State);
}
