using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.ProofRequests;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>What a file proves, and what people say where no file can: seen on the grid and on the page of a due date.</summary>
public sealed class ProofTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Past = "2026-08";
    private const string Drop = "file-drop form";

    [Fact]
    public async Task A_wall_of_old_cells_awaits_its_first_proof_and_accuses_nobody()
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        browser.Page.QuerySelector($"table a[href$='/due-dates/{commitment}/{Past}']")!.GetAttribute("title")!.ShouldEndWith("pas encore de preuve");
        browser.Text.ShouldContain("échéances n’est encore renseignée");
        browser.Text.ShouldContain("attendent d’abord vos fichiers");
        browser.Text.ShouldNotContain("Rien n’était dû");
        browser.Page.QuerySelectorAll("table .pu-mark-none").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("note.txt", "bonjour")]
    [InlineData("bulletins août.bin", "\u0001\u0002\u0003")]
    public async Task A_file_dropped_on_a_past_cell_says_by_when_it_was_here_and_not_when_it_was_done(string name, string content)
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await DropAsync(company, commitment, name, content + company.Slug);

        browser.Text.ShouldContain("Fait, date inconnue");
        browser.Text.ShouldContain("Reçu au plus tard le jeudi 26 novembre 2026");
        browser.Text.ShouldContain("date de remise inconnue");
        browser.Text.ShouldContain("Savez-vous quand ?");
        browser.Text.ShouldNotContain("retard du prestataire");
        browser.Text.ShouldNotContain("Hors délai");
    }

    [Theory]
    [InlineData("2026-08-10", "À l’heure, saisi par nous seuls")]
    [InlineData("2026-09-20", "Hors délai, selon votre saisie")]
    public async Task A_stated_day_dates_the_work_and_says_whose_word_it_is(string day, string expected)
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await DropAsync(company, commitment, "note.txt", "bonjour " + company.Slug);

        await browser.SendAsync("form:has([name='Day.On'])", ("Day.On", day));
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{Past}");

        browser.Text.ShouldContain(expected);
        browser.Text.ShouldContain("fait, date inconnue, reçu au plus tard");
        browser.Text.ShouldContain("Jour de remise saisi");
    }

    [Theory]
    [InlineData("2026-11-27", "Ce jour n’est pas encore passé")]
    [InlineData("2030-01-01", "Ce jour n’est pas encore passé")]
    public async Task A_stated_day_in_the_future_is_refused(string day, string expected)
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await DropAsync(company, commitment, "note.txt", "bonjour " + company.Slug);

        await browser.SendAsync("form:has([name='Day.On'])", ("Day.On", day));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task A_stated_day_after_the_arrival_is_refused_and_one_before_the_period_is_asked_again()
    {
        var (company, commitment) = await HavePayslipsAsync();
        var cell = new OccurrenceCell(commitment, Past).ToString();
        var (refused, questioned, stated, again) = await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).ProveAsync(commitment, Past, ProofMoment.NoLaterThan(Instant.FromUtc(2026, 9, 10, 8, 0)), SourceClass.Observed);
            var state = services.GetRequiredService<StateWorkDay>();
            Task<StatedDays> RunAsync(int month, int day, bool confirmed = false) => state.RunAsync(new WorkDayInput { Cells = [cell], On = new DateOnly(2026, month, day), Confirmed = confirmed }, CancellationToken.None);
            var refusal = await Should.ThrowAsync<Refused>(() => RunAsync(9, 11));
            return (refusal, await RunAsync(7, 30), await RunAsync(7, 30, confirmed: true), await RunAsync(9, 10));
        });

        refused.Message.ShouldContain("10/09/2026");
        (questioned.Count, questioned.IsQuestioned).ShouldBe((0, true));
        (stated.Count, again.Count).ShouldBe((1, 1));
        (await ProofsAsync(company)).Count(proof => proof is { StatesDay: true, WithdrawnAt: null }).ShouldBe(1);
    }

    [Fact]
    public async Task Many_cells_are_answered_at_once_from_one_page()
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/due-dates/selection?show=NotYetProven&all=1");
        var listed = browser.Page.QuerySelectorAll("input[name='Input.Cells']").Length;

        await browser.SendAsync("form:has([name='Input.Reason'])", ("Input.Reason", "Aucun salarié avant septembre"), ("Input.How", "waive"));
        var answer = browser.Text;
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{Past}");

        listed.ShouldBeGreaterThan(5);
        answer.ShouldContain($"{listed} échéances mises à jour");
        browser.Text.ShouldContain("Rien à faire");
        browser.Text.ShouldContain("dit le 26/11/2026");
        browser.Text.ShouldContain("par Camille : Aucun salarié avant septembre");
    }

    [Fact]
    public async Task A_waiver_needs_its_reason_may_be_contested_and_is_taken_back()
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/due-dates/selection?show=NotYetProven&all=1");
        await browser.SendAsync("form:has([name='Input.Reason'])", ("Input.How", "waive"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Indiquez pourquoi il n’y avait rien à faire");

        await browser.SendAsync("form:has([name='Input.Reason'])", ("Input.Reason", "Congés"), ("Input.How", "waive"));
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{Past}");
        await browser.SendAsync("form[action$='/contest']", ("words", "Nous avions envoyé les bulletins."));
        browser.Text.ShouldContain("contesté par l’autre partie");
        await browser.SendAsync("form[action$='/withdrawal']");

        browser.Text.ShouldContain("Pas encore de preuve");
        browser.Text.ShouldContain("« Rien à faire » retiré");
    }

    [Fact]
    public async Task What_nothing_will_come_for_is_without_a_trace_until_it_is_taken_back()
    {
        var (company, commitment) = await HavePayslipsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/due-dates/selection?show=NotYetProven&all=1");

        await browser.SendAsync("form:has([name='Input.Reason'])", ("Input.How", "nothing"));
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{Past}");
        browser.Text.ShouldContain("Sans trace");
        await browser.OpenAsync($"/{company.Slug}/due-dates");
        browser.Page.QuerySelector("a[href$='/proof-requests/new']").ShouldBeNull();
        browser.Text.ShouldContain("Renseignée : 0 échéance sur");
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{Past}");
        await browser.SendAsync("form[action$='/withdrawal']");

        browser.Text.ShouldContain("Pas encore de preuve");
    }

    [Fact]
    public async Task The_mail_asks_for_days_apart_from_proofs_and_lists_what_was_waived()
    {
        var (company, commitment) = await HavePayslipsAsync();
        var body = await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).ProveAsync(commitment, Past, ProofMoment.NoLaterThan(Instant.FromUtc(2026, 11, 20, 8, 0)), SourceClass.Observed);
            await services.GetRequiredService<WaiveOccurrence>().RunAsync(new WaiverInput { Cells = [new OccurrenceCell(commitment, "2026-07").ToString()], Reason = "Aucun salarié" }, CancellationToken.None);
            return (await services.GetRequiredService<AskForProofs>().PrepareAsync(null, withInternal: null, CancellationToken.None))!.Input.Body!;
        });

        body.ShouldContain("sans savoir quand elles ont été remises");
        body.ShouldContain("rien à faire");
        body.ShouldContain("Aucun salarié");
        body.ShouldNotContain("pas encore de trace indépendante");
    }

    [Fact]
    public async Task No_rate_is_printed_once_unknown_dates_outnumber_the_known_ones()
    {
        var (company, commitment) = await HavePayslipsAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.ProveAsync(commitment, "2026-05", ProofMoment.Of(new DateOnly(2026, 5, 20)), SourceClass.Receipt);
            await builder.ProveAsync(commitment, "2026-06", ProofMoment.NoLaterThan(Instant.FromUtc(2026, 11, 20, 8, 0)), SourceClass.Observed);
            await builder.ProveAsync(commitment, "2026-07", ProofMoment.NoLaterThan(Instant.FromUtc(2026, 11, 20, 8, 0)), SourceClass.Observed);
            return 0;
        });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}");

        browser.Text.ShouldContain("Pas de taux : 2 faits, date inconnue, pour 1 à date connue.");
        browser.Text.ShouldContain("+ 2 faits, date inconnue");
    }

    [Fact]
    public async Task Whatever_counts_moves_the_key_of_the_figures_and_nothing_else_does()
    {
        var (company, commitment) = await HavePayslipsAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var builder = new ServiceBuilder(services);
            var cell = new OccurrenceCell(commitment, Past).ToString();
            var last = await CompanyStamp.ReadAsync(new KindHeads(db), CancellationToken.None);
            async Task<CompanyStamp> MovedAsync(Func<Task> act)
            {
                await act();
                db.ChangeTracker.Clear();
                var now = await CompanyStamp.ReadAsync(new KindHeads(db), CancellationToken.None);
                now.ShouldNotBe(last);
                return last = now;
            }

            await MovedAsync(() => builder.ProveAsync(commitment, Past, ProofMoment.NoLaterThan(Instant.FromUtc(2026, 11, 20, 8, 0)), SourceClass.Observed));
            await MovedAsync(() => services.GetRequiredService<StateWorkDay>().RunAsync(new WorkDayInput { Cells = [cell], On = new DateOnly(2026, 8, 20) }, CancellationToken.None));
            await MovedAsync(() => services.GetRequiredService<WaiveOccurrence>().RunAsync(new WaiverInput { Cells = [cell], Reason = "Congés" }, CancellationToken.None));
            var waiver = await db.Set<OccurrenceStatement>().Select(row => row.Id).SingleAsync();
            await MovedAsync(() => services.GetRequiredService<TakeBackStatement>().RunAsync(waiver, CancellationToken.None));
            var terms = last.Terms;
            var evidence = last.Evidence;
            await MovedAsync(() => services.GetRequiredService<CorrectDelay>().RunAsync(commitment, Past, new DelayInput { Whose = Imputation.Company, Reason = "Variables en retard" }, CancellationToken.None));
            last.Terms.ShouldBe(terms);
            last.Evidence.ShouldNotBe(evidence);
            db.Record("MailDescribed", new SubjectRef("evidence-settings", company.Id));
            await db.SaveChangesAsync();
            (await CompanyStamp.ReadAsync(new KindHeads(db), CancellationToken.None)).ShouldBe(last);
            return 0;
        });
    }

    private async Task<TestBrowser> DropAsync(TestCompany company, Guid commitment, string name, string content)
    {
        var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync(Drop, [(name, System.Text.Encoding.UTF8.GetBytes(content))], ("commitment", commitment.ToString()), ("occurrence", Past));
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{Past}");
        return browser;
    }

    private Task<List<OccurrenceProof>> ProofsAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OccurrenceProof>().AsNoTracking().ToListAsync());

    /// <summary>Payslips that were handed over long ago, entered here today, and of which nothing was placed yet.</summary>
    private async Task<(TestCompany Company, Guid Commitment)> HavePayslipsAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        var commitment = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Payroll, "Paie Conseil", ServiceBuilder.PayslipsTemplate);
            return (await builder.CommitmentAsync(ServiceBuilder.PayslipsTemplate)).Id;
        });
        return (company, commitment);
    }
}
