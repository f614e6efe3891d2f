using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;
using Pupitre.TwoSides.Credits;
using Pupitre.TwoSides.Statements;

namespace Pupitre.Product.Tests.Service;

/// <summary>
/// Credits are tried on past months, claimed on the closed one, and owed once the provider has agreed; invoices stand beside the price.
/// </summary>
public sealed class CreditsTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]:has([name^='Input.'])";

    private static readonly Instant _september15 = Instant.FromUtc(2026, 9, 15, 8, 0);
    private static readonly Instant _october20 = Instant.FromUtc(2026, 10, 20, 8, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_is_tried_then_claimed_with_the_closing_and_owed_when_the_provider_agrees_by_link()
    {
        var world = await HaveAsync(isAgreed: true);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        (await browser.OpenAsync(world.Credits)).Text.ShouldContain("Aucune règle d’avoir");

        await PlanAsync(browser, world);

        browser.Text.ShouldContain("Simulé seulement : sur les douze derniers mois entiers, ces règles auraient donné 50,00 €.");
        pupitre.Clock.Now = _september15;
        await browser.OpenAsync(world.Credits);
        await browser.SendAsync("form[action$='/credits/claim']");
        browser.Text.ShouldContain("Demandés à partir de septembre 2026");
        await CloseSeptemberAsync(browser, world);
        await browser.OpenAsync(world.Credits);
        browser.Text.ShouldContain("pas encore accepté");
        var claim = (await ClaimsAsync(world)).ShouldHaveSingleItem();
        claim.Amount.ShouldBe(50m);
        await VerifiesAsync(browser, world, claim);

        var link = await LinkAsync(browser, world);
        using var provider = pupitre.Browser();
        (await provider.OpenAsync(link)).Text.ShouldContain("50,00 €");
        await provider.SendAsync("form[action='/disagreement/credit']");

        provider.Text.ShouldContain("dû : accepté le");
        (await browser.OpenAsync(world.Credits)).Text.ShouldContain("par Léa Petit");
        browser.Page.QuerySelectorAll("#settle form").Length.ShouldBe(0);
        (await browser.OpenAsync($"/{world.Company.Slug}/history")).Text.ShouldContain("accepté par le prestataire");
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task What_was_not_accepted_is_simulated_and_claims_nothing()
    {
        var world = await HaveAsync(isAgreed: false);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await PlanAsync(browser, world);
        browser.Text.ShouldContain("50,00 €");
        browser.Text.ShouldContain("objectif interne, ou encore en observation");
        pupitre.Clock.Now = _september15;
        await browser.OpenAsync(world.Credits);
        await browser.SendAsync("form[action$='/credits/claim']");

        await CloseSeptemberAsync(browser, world);

        (await ClaimsAsync(world)).ShouldBeEmpty();
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task A_claim_is_owed_too_once_the_procedure_has_run_and_only_with_its_day_and_reason()
    {
        var world = await HaveAsync(isAgreed: true);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await PlanAsync(browser, world);
        var id = await pupitre.InsideAsync(world.Company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var claim = CreditClaim.Ask(world.Contract, (2026 * 12) + 8, new string('a', 64), 12.5m, pupitre.Clock.Now);
            db.Add(claim);
            await db.SaveChangesAsync(Token);
            return claim.Id;
        });
        await browser.OpenAsync(world.Credits);

        await browser.SendAsync(Form, ("Input.ClaimId", id.ToString()), ("Input.Way", "Procedure"), ("Input.On", "2099-01-01"),
            ("Input.Reason", "Mise en demeure."));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("entre la demande et aujourd’hui");
        await browser.SendAsync(Form, ("Input.Way", "Procedure"), ("Input.On", "2026-11-26"), ("Input.Reason", "Mise en demeure."));

        browser.Path.ShouldBe(world.Credits);
        (await ClaimsAsync(world)).Single().IsOwed.ShouldBeTrue();
    }

    [Fact]
    public async Task Rules_that_make_no_sense_are_refused_with_the_commitment_that_they_are_of()
    {
        var world = await HaveAsync(isAgreed: false);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await browser.OpenAsync(world.Credits + "/edit");

        await browser.SendAsync(Form, ("Input.AtRiskPercent", "10"), ("Input.Lines[0].Allocation", "50"),
            ("Input.Lines[0].Steps", "90 : 50 ; 95 : 20"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Palier 2");
        await browser.SendAsync(Form, ("Input.Lines[0].Steps", "n’importe quoi"));
        browser.Text.ShouldContain("écrivez les paliers ainsi");
        await browser.SendAsync(Form, ("Input.Lines[0].Steps", ""), ("Input.Lines[0].Allocation", ""));
        browser.Text.ShouldContain("Donnez une part à un engagement au moins.");
    }

    [Fact]
    public async Task An_invoice_stands_beside_the_price_of_the_contract_and_its_index()
    {
        var world = await HaveAsync(isAgreed: false);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        var page = $"/{world.Company.Slug}/contracts/{world.Contract}/invoices";
        await EnterAsync(browser, page, "F-9", "2026-09", "1020");

        browser.Text.ShouldContain("1 mois s’écarte du prix du contrat, pour 20,00 € en tout.");
        await EnterAsync(browser, page, "F-9", "2026-10", "1000");
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("La facture F-9 est déjà saisie");
        await browser.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}/indexation");
        await browser.SendAsync(Form,
            ("Input.Name", "ICHT-rev-TS"), ("Input.Source", "INSEE 001565183"), ("Input.BaseMonth", "2025-01"), ("Input.BaseValue", "125"),
            ("Input.Values[0].Month", "2026-01"), ("Input.Values[0].Value", "127.5"));

        browser.Path.ShouldBe(page);
        browser.Text.ShouldContain("1 000,00 € × 127,5 ÷ 125 = 1 020,00 €");
        browser.Text.ShouldContain("Toutes les factures saisies sont au prix du contrat.");
        await browser.SendAsync("form[action$='/removal']");
        browser.Text.ShouldContain("Aucune facture saisie");
        (await browser.OpenAsync($"/{world.Company.Slug}/history")).Text.ShouldContain("Facture F-9 retirée");
    }

    private static async Task EnterAsync(TestBrowser browser, string page, string number, string month, string amount)
    {
        await browser.OpenAsync(page + "/new");
        await browser.SendAsync(Form,
            ("Input.Month", month), ("Input.Number", number), ("Input.Date", month + "-30"), ("Input.Amount", amount));
    }

    private static async Task PlanAsync(TestBrowser browser, World world)
    {
        await browser.OpenAsync(world.Credits + "/edit");
        await browser.SendAsync(Form,
            ("Input.AtRiskPercent", "10"), ("Input.Lines[0].Allocation", "50"), ("Input.Lines[0].Steps", "95 : 20 ; 90 : 100"));
        browser.Path.ShouldBe(world.Credits);
    }

    private async Task CloseSeptemberAsync(TestBrowser browser, World world)
    {
        await browser.OpenAsync($"/{world.Company.Slug}/statements/new");
        await browser.SendAsync("main form[method='post']", ("Input.ContractId", world.Contract.ToString()),
            ("Input.FirstMonth", "2026-09"));
        foreach (var now in new[] { _october20, _october20 + Duration.FromDays(9) })
        {
            pupitre.Clock.Now = now;
            await pupitre.InsideAsync(world.Company, async services =>
            {
                await services.GetRequiredService<KeepStatements>().RunAsync(Token);
                return true;
            });
        }
    }

    private async Task VerifiesAsync(TestBrowser browser, World world, CreditClaim claim)
    {
        var row = await pupitre.InsideAsync(world.Company, services =>
            services.GetRequiredService<Db>().Set<MonthStatement>().SingleAsync(item => item.Hash == claim.StatementHash, Token));
        using var answer = await browser.RawAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/{world.Company.Slug}/statements/{row.Id}/statement.json"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        VerifyStatement.Run(bytes, row.Hash).IsValid.ShouldBeTrue();
        Encoding.UTF8.GetString(bytes).ShouldContain("\"total\":\"50\"");
        var more = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"total\":\"50\"", "\"total\":\"60\"",
            StringComparison.Ordinal));
        VerifyStatement.Run(more).Differences.ShouldContain(difference => difference.Field == "/statement/credits/result/total");
    }

    private static async Task<string> LinkAsync(TestBrowser browser, World world)
    {
        await browser.OpenAsync($"/{world.Company.Slug}/providers/{world.Provider}/side-link");
        await browser.SendAsync("main form[method=post]", ("Input.PersonId", world.Contact.ToString()));
        return Regex.Match(browser.Text, @"/disagreement\?token=[0-9a-f]+[^ ]*", RegexOptions.None, TimeSpan.FromSeconds(10)).Value;
    }

    private Task<List<CreditClaim>> ClaimsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<CreditClaim>().AsNoTracking().ToListAsync(Token));

    private async Task<World> HaveAsync(bool isAgreed)
    {
        var company = await pupitre.HaveCompanyAsync();

        // Entered a year ago: what fell due before it was entered stands in no base.
        pupitre.Clock.Now = TestClock.Start - Duration.FromDays(365);
        var world = await pupitre.InsideAsync(company, async services =>
        {
            var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            await builder.ImportAsync(questions.Id, new SourceRules(SourceClass.Receipt, []), Questions(questions.Versions[0].Rule.Clock!));
            var contract = await db.Set<Contract>().Select(row => row.Id).SingleAsync(Token);
            var edit = services.GetRequiredService<EditContract>();
            var input = await edit.PrepareAsync(contract, Token);
            (input.Price, input.PricePeriod) = (1000m, PricePeriod.Month);
            await edit.RunAsync(input, Token);
            if (isAgreed)
            {
                await AgreeAsync(services, questions, contract);
            }

            var provider = await db.Set<Provider>().SingleAsync(Token);
            var person = await services.GetRequiredService<NamePerson>().KeepAsync(
                new PersonInput { Name = "Léa Petit", Email = "lea@morel.fr", SideKey = PersonInput.KeyOf(provider.Ref) }, Token);
            await db.SaveChangesAsync(Token);
            return new World(company, contract, provider.Id, person.Id);
        });
        pupitre.Clock.Now = TestClock.Start;
        return world;
    }

    private static async Task AgreeAsync(IServiceProvider services, Commitment questions, Guid contract)
    {
        var version = questions.Versions[0];
        await services.GetRequiredService<ObserveCommitment>().RunAsync(questions.Id, version.Number, null, Token);
        await services.GetRequiredService<AttachContractFile>()
            .RunAsync(contract, new MemoryStream("lettre"u8.ToArray()), "lettre.txt", "text/plain", Token);
        var paper = await services.GetRequiredService<Db>().Set<ContractFile>().Select(row => row.Id).SingleAsync(Token);
        await services.GetRequiredService<AcceptCommitment>().RunAsync(
            new AcceptanceInput
            {
                CommitmentId = questions.Id,
                VersionNumber = version.Number,
                By = "Léa Petit",
                On = new DateOnly(2025, 11, 1),
                ReceivedFileId = paper,
            },
            Token);
    }

    // Twenty questions of September: sixteen answered within the hour, four a week later.
    private static IEnumerable<IncomingEvent> Questions(ClockRule clock)
    {
        var (asking, answering) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
        var asked = Instant.FromUtc(2026, 9, 22, 8, 0);
        for (var i = 0; i < 20; i++)
        {
            yield return ServiceBuilder.Event($"Q{i}", asking, asked, 2 + (2 * i));
            yield return ServiceBuilder.Event(
                $"Q{i}", answering, asked + (i < 4 ? Duration.FromDays(7) : Duration.FromHours(1)), 3 + (2 * i), "mail");
        }
    }

    private sealed record World(TestCompany Company, Guid Contract, Guid Provider, Guid Contact)
    {
        public string Credits => $"/{Company.Slug}/contracts/{Contract}/credits";
    }
}
