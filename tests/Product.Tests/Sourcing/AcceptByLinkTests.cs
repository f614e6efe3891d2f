using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ContractLife.Acceptances;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>A contact of the provider accepts a version by a link, or says what is wrong; a new version is observed first.</summary>
public sealed class AcceptByLinkTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_contact_accepts_without_an_account_what_was_frozen_and_the_page_says_who_when_and_how()
    {
        var (company, world, contact) = await HaveAsync();
        using var pilot = await pupitre.Browser().SignInAsync(company);
        (await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}")).Text.ShouldContain("objectif interne");
        var link = await AskAsync(pilot, company, world, contact);
        using var clerk = pupitre.Browser();

        // Opening accepts nothing, however often.
        await clerk.OpenAsync(link);
        await clerk.OpenAsync(link);
        clerk.Text.ShouldContain("Léa Petit");
        clerk.Text.ShouldContain("Version 1, à partir du 01/01/2025");
        (await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}")).Text.ShouldContain("pas encore de réponse");
        await clerk.SendAsync(Form, ("Input.How", AcceptanceAnswerInput.Accepted));
        clerk.Text.ShouldContain("Votre réponse est enregistrée");

        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        pilot.Text.ShouldContain("accepté par lien, par Léa Petit le 26/11/2026");
        pilot.Page.QuerySelector("#accept").ShouldBeNull();
        using var paper = await pilot.RawAsync(new HttpRequestMessage(HttpMethod.Get,
            pilot.Page.QuerySelector("a[href$='/versions/1/acceptance']")!.GetAttribute("href")));
        (await paper.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Version 1");
        (await pilot.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Léa Petit accepte par lien");
        (await clerk.OpenAsync(link)).Text.ShouldContain("Vous avez déjà répondu");
    }

    [Fact]
    public async Task A_remark_says_why_stays_to_be_answered_and_accepts_nothing_and_a_withdrawn_request_takes_no_answer()
    {
        var (company, world, contact) = await HaveAsync();
        using var pilot = await pupitre.Browser().SignInAsync(company);
        var link = await AskAsync(pilot, company, world, contact);
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync(link);
        await clerk.SendAsync(Form, ("Input.How", AcceptanceAnswerInput.Remarked));
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.SendAsync(Form, ("Input.How", AcceptanceAnswerInput.Remarked), ("Input.Remark", "Il nous faut deux jours de plus."));

        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        pilot.Text.ShouldContain("Il nous faut deux jours de plus.");
        pilot.Page.QuerySelector("#accept").ShouldNotBeNull();
        (await pilot.OpenAsync($"/{company.Slug}/today")).Text.ShouldContain("une remarque du prestataire attend votre réponse");

        var second = await AskAsync(pilot, company, world, contact);
        await clerk.OpenAsync(second);
        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        await pilot.SendAsync("form[action*='/acceptance/'][action$='/withdrawal']");
        await clerk.SendAsync(Form, ("Input.How", AcceptanceAnswerInput.Accepted));
        clerk.Text.ShouldContain("Ce lien ne fonctionne pas");
        (await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}")).Text.ShouldContain("demande retirée");
    }

    [Fact]
    public async Task A_new_version_is_observed_for_three_months_and_what_was_accepted_is_only_made_longer()
    {
        var (company, world, contact) = await HaveAsync();
        using var pilot = await pupitre.Browser().SignInAsync(company);
        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/edit");
        pilot.Page.QuerySelector("[name='Input.ObservedUntil']")!.GetAttribute("value").ShouldBe("2027-02-25");
        await pilot.SendAsync("main form[method=post]", ("Input.Action", "remet les bulletins signés"), ("Input.Preview", "false"));
        pilot.Text.ShouldContain("En observation jusqu’au jeudi 25 février 2027");
        var version = await NewestAsync(company, world);
        (version.IsObservedOn(new DateOnly(2027, 2, 25)), version.IsObservedOn(new DateOnly(2027, 2, 26))).ShouldBe((true, false));
        version.HasConsequencesOn(new DateOnly(2028, 1, 1)).ShouldBeFalse("Nobody has accepted it.");

        using var clerk = pupitre.Browser();
        await clerk.OpenAsync(await AskAsync(pilot, company, world, contact));
        clerk.Text.ShouldContain("En observation, sans conséquence, jusqu’au 25/02/2027");
        await clerk.SendAsync(Form, ("Input.How", AcceptanceAnswerInput.Accepted));
        (await NewestAsync(company, world)).HasConsequencesOn(new DateOnly(2027, 2, 26)).ShouldBeTrue();
        (await NewestAsync(company, world)).HasConsequencesOn(new DateOnly(2027, 2, 25)).ShouldBeFalse();

        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        await pilot.SendAsync("#observation form", ("until", "2027-01-01"));
        pilot.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        await pilot.SendAsync("#observation form", ("until", "2027-04-30"));
        pilot.Text.ShouldContain("en observation jusqu’au 30/04/2027");
    }

    private Task<CommitmentVersion> NewestAsync(TestCompany company, HandedOver world) => pupitre.InsideAsync(company, async services =>
        (await services.GetRequiredService<ReadCommitments>().OfAsync(world.Payslips, 2, CancellationToken.None))!.Version);

    private static async Task<string> AskAsync(TestBrowser pilot, TestCompany company, HandedOver world, Guid contact)
    {
        await pilot.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/acceptance/request");
        await pilot.SendAsync(Form, ("Input.PersonId", contact.ToString()));
        return Regex.Match(pilot.Text, @"/acceptance\?token=[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(10)).Value;
    }

    private async Task<(TestCompany Company, HandedOver World, Guid Contact)> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        var contact = await pupitre.InsideAsync(company, async services =>
        {
            var person = await services.GetRequiredService<NamePerson>().KeepAsync(
                new PersonInput
                {
                    Name = "Léa Petit",
                    Email = "lea@cabinet.fr",
                    SideKey = PersonInput.KeyOf(new SubjectRef(Provider.Kind, world.Provider))
                }, CancellationToken.None);
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return person.Id;
        });
        return (company, world, contact);
    }
}
