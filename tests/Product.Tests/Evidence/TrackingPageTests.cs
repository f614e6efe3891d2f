using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Intake.Settings;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>A tracking sheet fills the grid, says beforehand what it will and will not change, and can be read otherwise afterwards; so does a bank statement.</summary>
public sealed class TrackingPageTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "form:has([name='Input.Columns[0].Commitment'])";
    private const string Sheet = "Suivi du cabinet\n\nMois;Pièces déposées;Banque rapprochée;Café payé le\naoût 2026;04/09/2026;ok;16/09/2026\nseptembre 2026;05/10/2026;non;\noctobre 2026;bientôt;10/11/2026;\nnovembre 2026;01/12/2027;;\n";

    /// <summary>Whose table it is stands above it: ours alone is our word; with the provider's name, or nobody's, it speaks for who does the work.</summary>
    [Theory]
    [InlineData("{0} - suivi du cabinet", SourceClass.Company)]
    [InlineData("Cabinet Orvault - dossier {0}", SourceClass.Provider)]
    [InlineData("Suivi du cabinet", SourceClass.Provider)]
    public async Task A_sheet_is_the_word_of_whoever_it_names(string heading, SourceClass word)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var name = "Atelier " + company.Slug;
        await browser.DropAsync(Drop, [("suivi.csv", Encoding.UTF8.GetBytes(heading.Replace("{0}", name, StringComparison.Ordinal) + "\n\nMois;Situation remise\naoût 2026;09/09/2026\nseptembre 2026;09/10/2026\n"))]);
        await browser.SendAsync(Form);

        (await pupitre.LiveProofsAsync(company)).Where(proof => proof.On is not null).Select(proof => proof.AttestedBy).Distinct().ShouldBe([word]);
    }

    [Fact]
    public async Task A_sheet_says_what_it_changes_fills_the_grid_and_can_be_read_otherwise_later()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("suivi.csv", Encoding.UTF8.GetBytes(Sheet))]);
        var (papers, bank, statement) = (await pupitre.CommitmentAsync(company, 6), await pupitre.CommitmentAsync(company, 8), await pupitre.CommitmentAsync(company, 7));

        browser.Path.ShouldContain("/evidence/tracking/");
        browser.Text.ShouldContain("Chaque ligne est un mois");
        browser.Text.WithPlainSpaces().ShouldContain("« Banque rapprochée » ressemble à « Banque saisie et rapprochée » : 2 mots sur 3");
        browser.Text.ShouldContain("2 datées");
        browser.Text.ShouldContain("1 faite, sans date");
        browser.Text.ShouldContain("B6");
        browser.Text.ShouldContain("bientôt");
        browser.Page.QuerySelector("[role=alert]").ShouldBeNull();
        await browser.SendAsync(Form);

        var live = await pupitre.LiveProofsAsync(company);
        live.Where(proof => proof.CommitmentId == papers).Select(proof => (proof.OccurrenceKey, proof.On)).ShouldBe([("2026-08", new DateOnly(2026, 9, 4)), ("2026-09", new DateOnly(2026, 10, 5))], ignoreOrder: true);
        var banked = live.Where(proof => proof.CommitmentId == bank).ToList();
        banked.Single(proof => proof.OccurrenceKey == "2026-08").IsUpperBound.ShouldBeTrue();
        banked.Single(proof => proof.OccurrenceKey == "2026-10").On.ShouldBe(new DateOnly(2026, 11, 10));
        live.Count.ShouldBe(4);

        // Read again as another commitment: what the column had filled moves, the rest stays.
        await browser.SendAsync(Form, ("Input.Columns[1].Commitment", statement.ToString()));
        live = await pupitre.LiveProofsAsync(company);
        live.Count(proof => proof.CommitmentId == bank).ShouldBe(0);
        live.Where(proof => proof.CommitmentId == statement).Select(proof => proof.OccurrenceKey).ShouldBe(["2026-08", "2026-10"], ignoreOrder: true);
        live.Count(proof => proof.CommitmentId == papers).ShouldBe(2);

        // And back, by the list of readings, which the history leads to.
        await browser.OpenAsync($"/{company.Slug}/history");
        browser.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain(href => (href ?? "").Contains("/evidence/tracking/", StringComparison.Ordinal));
        await browser.OpenAsync(browser.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? "").First(href => href.Contains("/evidence/tracking/", StringComparison.Ordinal)));
        await browser.SendAsync("form:has(button[name=number][value='0'])", ("number", "0"));
        live = await pupitre.LiveProofsAsync(company);
        live.Where(proof => proof.CommitmentId == bank).Select(proof => proof.OccurrenceKey).ShouldBe(["2026-08", "2026-10"], ignoreOrder: true);
        live.Count(proof => proof.CommitmentId == statement).ShouldBe(0);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_a_cell_taken_off_by_hand_stays_off()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("suivi.csv", Encoding.UTF8.GetBytes(Sheet))]);
        await TableWizard.SendAsync(browser, Form, "look", ("Input.Columns[0].Commitment", ""));
        browser.Text.ShouldContain("rien n’est pris");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
        await browser.SendAsync(Form);
        var table = browser.Path.Split('?')[0];
        var proof = (await pupitre.LiveProofsAsync(company))[0];
        await browser.OpenAsync($"/{company.Slug}/due-dates/{proof.CommitmentId}/{proof.OccurrenceKey}");
        await browser.SendAsync("form[action$='/withdrawal']");
        var left = (await pupitre.LiveProofsAsync(company)).Count;

        await browser.OpenAsync(table);
        await browser.SendAsync(Form);

        (await pupitre.LiveProofsAsync(company)).Count.ShouldBe(left);
    }

    [Fact]
    public async Task A_cell_that_something_else_dates_already_is_left_as_it_is()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var papers = await pupitre.CommitmentAsync(company, 6);
        await browser.DropOnAsync(company, papers, "2026-08", "bordereau.bin", Note("août"), ("on", "2026-09-03"));
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync(Drop, [("suivi.csv", Encoding.UTF8.GetBytes(Sheet))]);

        browser.Text.ShouldContain("1 déjà remplie, inchangée");
        await browser.SendAsync(Form);

        (await pupitre.LiveProofsAsync(company)).Where(proof => proof.CommitmentId == papers && proof.OccurrenceKey == "2026-08" && proof.On is not null).ShouldHaveSingleItem().On.ShouldBe(new DateOnly(2026, 9, 3));
    }

    [Fact]
    public async Task Months_without_a_year_ask_one_question()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("suivi.csv", "Document;Août;Septembre\nPièces déposées;04/09;05/10\nBanque rapprochée;x;\n"u8.ToArray())]);

        browser.Text.ShouldContain("De quelle année s’agit-il ?");
        browser.Page.QuerySelectorAll("main select").Length.ShouldBe(1);
        await TableWizard.SendAsync(browser, "form:has([name='Input.Year'])", "look", ("Input.Year", "2026"));
        await browser.SendAsync(Form);

        (await pupitre.LiveProofsAsync(company)).Select(proof => proof.OccurrenceKey).Order().ShouldBe(["2026-08", "2026-08", "2026-09"]);
    }

    [Fact]
    public async Task A_bank_statement_fills_what_rules_know_as_a_third_partys_mark_and_follows_changed_rules()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var (vat, dsn, payslips) = (await pupitre.CommitmentAsync(company, 10), await pupitre.CommitmentAsync(company, 3), await pupitre.CommitmentAsync(company, 2));
        await browser.DropAsync(Drop, [("releve.csv", "Date;Libellé;Débit;Crédit\n05/11/2026;PRLV URSSAF IDF;1234,56;\n20/11/2026;PRLV SEPA DGFIP TVA 102026;2500,00;\n21/11/2026;VIR SEPA CABINET ORVAULT FACT 12;600,00;\n02/11/2026;VIR SALAIRES 10 2026;9000,00;\n22/11/2026;CB RESTAURANT;45,00;\n"u8.ToArray())]);

        browser.Path.ShouldContain("/evidence/bank/");
        browser.Text.ShouldContain("4 reconnues sur 5");
        browser.Text.ShouldContain("Aucun engagement ne l’attend");
        await browser.SendAsync("form[action$='/placement']");
        var live = await pupitre.LiveProofsAsync(company);
        live.Select(proof => (proof.CommitmentId, proof.OccurrenceKey, proof.AttestedBy, proof.IsUpperBound)).ShouldBe([(dsn, "2026-10", SourceClass.Receipt, true), (vat, "2026-10", SourceClass.Receipt, true), (payslips, "2026-10", SourceClass.Receipt, true)], ignoreOrder: true);
        var page = browser.Path.Split('?')[0];

        // The rule of URSSAF goes: what it had placed follows when the statement is read again.
        await browser.OpenAsync($"/{company.Slug}/evidence/settings/bank-rules");
        await browser.SendAsync("form[action*='00000002-'][action$='/removal']");
        (await pupitre.LiveProofsAsync(company)).Count.ShouldBe(3);
        await browser.OpenAsync(page);
        browser.Text.ShouldContain("3 reconnues sur 5");
    }

    [Fact]
    public async Task A_payment_to_a_provider_fills_the_ready_commitment_of_that_provider()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var paid = await pupitre.InsideAsync(company, async services =>
        {
            var place = await services.GetRequiredService<Db>().Set<Commitment>().Where(row => row.TemplateNumber == 6).Select(row => new { row.ProcessId, row.ProviderId, row.ContractId }).SingleAsync(TestContext.Current.CancellationToken);
            var made = await services.GetRequiredService<AdoptTemplate>().RunAsync(
                new TemplateInput { TemplateNumber = ReadyCommitments.ProviderInvoicePaid, ProcessId = place.ProcessId, ProviderId = place.ProviderId, ContractId = place.ContractId, EffectiveFrom = new DateOnly(2026, 1, 1) }, TestContext.Current.CancellationToken);
            return made.Id;
        });

        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync(Drop, [("releve.csv", "Date;Libellé;Montant\n21/11/2026;VIR SEPA CABINET ORVAULT FACT 12;-600,00\n22/11/2026;VIR SEPA BUREAU TALMONT;-200,00\n"u8.ToArray())]);
        await browser.SendAsync("form[action$='/placement']");

        (await pupitre.LiveProofsAsync(company)).Select(proof => (proof.CommitmentId, proof.OccurrenceKey, proof.On, proof.AttestedBy)).ShouldBe([(paid, "2026-10", new DateOnly(2026, 11, 21), SourceClass.Receipt)]);
    }

    [Fact]
    public async Task A_rule_of_ones_own_is_tried_on_the_lines_received_and_wins()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("releve.csv", "Date;Libellé;Montant\n05/11/2026;PRLV LOYER SCI DES LILAS;-900,00\n06/11/2026;PRLV LOYER PARKING;-50,00\n"u8.ToArray())]);
        await browser.OpenAsync($"/{company.Slug}/evidence/settings/bank-rules?rule=new");
        browser.Page.QuerySelector("[role=alert]").ShouldBeNull();
        (string, string)[] rule = [("Input.Words", "loyer"), ("Input.Least", "100"), ("Input.Target", "t6"), ("Input.Shows", "ThatDay"), ("Input.Name", "Loyer")];
        await TableWizard.SendAsync(browser, "form:has([name='Input.Words'])", "look", rule);
        browser.Text.ShouldContain("SCI DES LILAS");
        browser.Text.ShouldNotContain("PARKING");
        await browser.SendAsync("form:has([name='Input.Words'])", rule);

        browser.Text.ShouldContain("Loyer");
        var kept = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSettings>().AsNoTracking().Select(row => row.BankRules).SingleAsync());
        kept.ShouldNotBeNull().ShouldContain("loyer");
    }

    [Fact]
    public async Task A_statement_of_another_company_fills_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("releve.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7630004000031234567890143</IBAN></Id><Ownr><Nm>Autre Société SA</Nm></Ownr></Acct><Ntry><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-05</Dt></BookgDt><AddtlNtryInf>URSSAF</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>"))]);

        browser.Text.ShouldContain("Autre Société SA");
        browser.Page.QuerySelector("form[action$='/placement']").ShouldBeNull();
        using var sent = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, browser.Path));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
    }
}
