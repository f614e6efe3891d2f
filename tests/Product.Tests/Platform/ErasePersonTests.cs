using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Product.Tests.Service;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What is kept about a person is shown, handed out and erased; the history can still be verified.</summary>
public sealed class ErasePersonTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";
    private const string Name = "Léa Petitjean";
    private const string Email = "lea.petitjean@durand.fr";

    [Fact]
    public async Task A_person_is_erased_everywhere_and_the_history_still_holds()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");
        await browser.SendAsync(Form, ("Input.Name", "Cabinet Durand"), ("Input.Contacts[0].Name", Name), ("Input.Contacts[0].Email", Email));
        var provider = browser.Path;
        var person = await pupitre.InsideAsync(company, async services =>
        {
            services.GetRequiredService<Outbox>().Send(Email, "Vos échéances", $"Bonjour {Name},\nil manque un bulletin.");
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return await services.GetRequiredService<Db>().Set<Person>().Where(row => row.Name == Name).Select(row => row.Id).SingleAsync();
        });

        await browser.OpenAsync($"/{company.Slug}/people/{person}/erasure");
        browser.Text.ShouldContain("Courriers");
        browser.Text.ShouldContain("Détails de l’historique");
        await browser.SendAsync("form[action$='/erasure']");

        browser.Text.ShouldContain("C’est effacé :");
        (await browser.OpenAsync(provider)).Text.ShouldNotContain(Name);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldNotContain(Name);
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            (await db.LedgerDetails.AnyAsync(row => row.Json.Contains(Name) || row.Json.Contains(Email))).ShouldBeFalse();
            (await db.Set<OutgoingMail>().AnyAsync(row => row.CompanyId == company.Id && (row.To == Email || row.Body.Contains(Name)))).ShouldBeFalse();
            (await db.Set<Person>().AnyAsync(row => row.Id == person)).ShouldBeFalse();
            var check = await services.GetRequiredService<CheckHistory>().RunAsync(TestContext.Current.CancellationToken);
            check.IsWhole.ShouldBeTrue();
            check.Erased.ShouldBeGreaterThan(0);
            return true;
        });
    }

    [Fact]
    public async Task The_export_is_readable_and_another_company_gets_none()
    {
        var company = await pupitre.HaveCompanyAsync();
        var other = await pupitre.HaveCompanyAsync();
        var person = await HaveAsync(company, Name);
        using var browser = await pupitre.Browser().SignInAsync(company);
        using (var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/people/{person}/personal-data.json")))
        {
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(Name);
        }

        using var stranger = await pupitre.Browser().SignInAsync(other);
        using var refused = await stranger.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{other.Slug}/people/{person}/personal-data.json"));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_word_that_was_confirmed_stays_confirmed_without_the_name_and_nothing_else_of_it_can_change()
    {
        var company = await pupitre.HaveCompanyAsync();
        var person = await HaveAsync(company, Name);
        await pupitre.InsideAsync(company, async services =>
        {
            var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
            await builder.HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
            var commitment = await builder.CommitmentAsync(ServiceBuilder.PayslipsTemplate);
            db.Add(WordConfirmation.OfProof(commitment.Id, "2026-05", Guid.CreateVersion7(), new ConfirmedBy("Cabinet Martin", Name), confirms: true, pupitre.Clock.Now, null));
            await db.SaveChangesAsync();
            return true;
        });
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/people/{person}/erasure");
        browser.Text.ShouldContain("Paroles confirmées");

        await browser.SendAsync("form[action$='/erasure']");

        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            (await db.Set<WordConfirmation>().Select(row => row.Confirmer).SingleAsync()).ShouldBe("");
            return true;
        });
        await RefusedAsync(company, words => words.ExecuteUpdateAsync(set => set.SetProperty(row => row.Obligation, "2026-06")));
        await RefusedAsync(company, words => words.ExecuteUpdateAsync(set => set.SetProperty(row => row.Confirmer, "Quelqu’un d’autre")));
    }

    [Fact]
    public async Task The_reason_of_an_exception_goes_with_the_person_whom_it_names_and_the_exception_stands()
    {
        var company = await pupitre.HaveCompanyAsync();
        var person = await HaveAsync(company, Name);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Paie"));
        var process = browser.Path.Split('/')[^1];
        await browser.OpenAsync($"/{company.Slug}/guardrails/process-without-pilot/{process}/acceptance");
        await browser.SendAsync(Form, ("Input.Reason", $"{Name} revient en janvier"), ("Input.Until", "2026-12-31"));
        browser.Text.ShouldContain(Name);

        await browser.OpenAsync($"/{company.Slug}/people/{person}/erasure");
        browser.Text.ShouldContain("Exceptions acceptées");
        await browser.SendAsync("form[action$='/erasure']");

        await browser.OpenAsync($"/{company.Slug}/guardrails");
        browser.Text.ShouldNotContain(Name);
        browser.Text.ShouldContain("La raison a été effacée");
        browser.Text.ShouldContain("exception jusqu’au 31/12/2026");
    }

    [Fact]
    public async Task Who_still_has_access_is_not_erased()
    {
        var company = await pupitre.HaveCompanyAsync();
        var person = await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            await Pupitre.Platform.Access.Members.MemberPerson.KeepAsync(db, await db.Users.SingleAsync(row => row.Email == company.Email), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
            return await db.Set<Person>().Select(row => row.Id).SingleAsync();
        });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/people/{person}/erasure");

        browser.Text.ShouldContain("retirez d’abord cet accès");
        browser.Page.QuerySelector("form[action$='/erasure']").ShouldBeNull();
    }

    private async Task RefusedAsync(TestCompany company, Func<DbSet<WordConfirmation>, Task> change) =>
        (await Should.ThrowAsync<DbException>(() => pupitre.InsideAsync(company, async services =>
        {
            await change(services.GetRequiredService<Db>().Set<WordConfirmation>());
            return true;
        }))).Message.ShouldContain("word_confirmations is append-only");

    private Task<Guid> HaveAsync(TestCompany company, string name) => pupitre.InsideAsync(company, async services =>
        (await services.GetRequiredService<SavePerson>().CreateAsync(new PersonInput { Name = name }, TestContext.Current.CancellationToken)).Id);
}
