using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Product.Tests.Sourcing;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Service;

/// <summary>A provider's person says when something was done: their word, drawn as that, and no more once the contract is over.</summary>
public sealed class DeclareDoneTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "#declare form";

    [Fact]
    public async Task A_day_by_link_is_the_providers_word_a_later_one_replaces_it_and_after_the_end_nothing_new_is_declared()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var pilot = await pupitre.Browser().SignInAsync(company);
        var link = await LinkAsync(pilot, company, world);
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync($"{link}&commitment={world.Payslips}&key=2026-10");

        await clerk.SendAsync(Form, ("on", "2026-12-24"));
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.OpenAsync($"{link}&commitment={world.Payslips}&key=2026-10");
        await clerk.SendAsync(Form, ("on", "2026-10-27"));
        clerk.Text.ShouldContain("Déclaré par le prestataire");
        await clerk.SendAsync(Form, ("on", "2026-10-26"));

        var proofs = await ProofsAsync(company);
        proofs.Select(proof => (proof.On, proof.AttestedBy, IsThere: proof.WithdrawnAt is null)).ShouldBe(
            [(new DateOnly(2026, 10, 27), SourceClass.Provider, false), (new DateOnly(2026, 10, 26), SourceClass.Provider, true)]);
        (await pilot.OpenAsync($"/{company.Slug}/due-dates/{world.Payslips}/2026-10")).Text.ShouldContain("Déclaré par le prestataire");

        // What the company owes is not theirs to declare.
        await clerk.OpenAsync($"{link}&commitment={world.Variables}&key=2026-10");
        clerk.Page.QuerySelector(Form).ShouldBeNull();

        await EndAsync(company, world);
        await clerk.OpenAsync($"{link}&commitment={world.Payslips}&key=2026-09");
        await clerk.SendAsync(Form, ("on", "2026-09-28"));
        clerk.Text.ShouldContain("rien de nouveau ne se déclare");
        (await ProofsAsync(company)).Count.ShouldBe(2);

        // They contest for ninety days more, and then no longer.
        pupitre.Clock.Advance(Duration.FromDays(58));
        await clerk.OpenAsync($"{link}&commitment={world.Payslips}&key=2026-09");
        await clerk.SendAsync("#contest form", ("Input.Wish", "OnTime"), ("Input.Reason", "Remis à temps."));
        clerk.Text.ShouldContain("on ne conteste plus rien 90 jours après");
    }

    private Task<List<OccurrenceProof>> ProofsAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<OccurrenceProof>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    // Over on 20 October 2026, and nothing renews it.
    private Task<bool> EndAsync(TestCompany company, HandedOver world) => pupitre.InsideAsync(company, async services =>
    {
        var edit = services.GetRequiredService<EditContract>();
        var input = await edit.PrepareAsync(world.Contract, CancellationToken.None);
        (input.Months, input.Renewal, input.LastDay) = (null, Kernel.Time.Renewal.None, new DateOnly(2026, 10, 20));
        await edit.RunAsync(input, CancellationToken.None);
        return true;
    });

    private async Task<string> LinkAsync(TestBrowser pilot, TestCompany company, HandedOver world)
    {
        var contact = await pupitre.InsideAsync(company, async services =>
        {
            var side = PersonInput.KeyOf(new SubjectRef(Provider.Kind, world.Provider));
            var person = await services.GetRequiredService<NamePerson>().KeepAsync(
                new PersonInput { Name = "Léa Petit", Email = "lea@cabinet.fr", SideKey = side }, CancellationToken.None);
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return person.Id;
        });
        await pilot.OpenAsync($"/{company.Slug}/providers/{world.Provider}/side-link");
        await pilot.SendAsync("main form[method=post]", ("Input.PersonId", contact.ToString()));
        return Regex.Match(pilot.Text, @"/disagreement\?token=[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(10)).Value;
    }
}
