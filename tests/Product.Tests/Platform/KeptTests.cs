using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Product.Tests.Service;
using Pupitre.Product.Tests.Sourcing;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What is kept is what would be computed: nothing less recent, and nothing of somebody else's.</summary>
public sealed class KeptTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task A_line_about_something_else_recomputes_nothing_and_one_about_a_commitment_does()
    {
        var company = await HaveDueDatesAsync();
        var facts = await FactsAsync(company);

        await RecordAsync(company, "CommentWritten", "comment");
        (await FactsAsync(company)).ShouldBeSameAs(facts);

        await RecordAsync(company, "CommitmentChanged", Commitment.SubjectKind);
        (await FactsAsync(company)).ShouldNotBeSameAs(facts);
    }

    [Fact]
    public async Task A_mail_that_was_handed_over_moves_the_figures_that_tell_it()
    {
        var company = await HaveDueDatesAsync();
        var facts = await FactsAsync(company);

        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await LedgerChain.CountAsync(db, company.Id, OutgoingMail.TakenKind, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });

        (await FactsAsync(company)).ShouldNotBeSameAs(facts);
    }

    [Fact]
    public async Task A_kept_list_shows_at_once_what_was_added_and_says_the_same_twice()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers");
        var first = browser.Page.DocumentElement.OuterHtml;
        await browser.OpenAsync($"/{company.Slug}/providers");
        browser.Page.DocumentElement.OuterHtml.ShouldBe(first);

        await browser.OpenAsync($"/{company.Slug}/providers/new");
        await browser.SendAsync("main form[method=post]", ("Input.Name", "Cabinet Durand"));
        await browser.OpenAsync($"/{company.Slug}/providers");

        browser.Text.ShouldContain("Cabinet Durand");
    }

    [Fact]
    public async Task A_kept_list_is_not_shown_once_the_session_has_ended()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers");
        await browser.OpenAsync($"/{company.Slug}/providers");

        await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<AccountSession>().ExecuteDeleteAsync());
        await browser.OpenAsync($"/{company.Slug}/providers");

        browser.Path.ShouldStartWith("/account/sign-in");
    }

    /// <summary>A company with something that falls due.</summary>
    internal static async Task<TestCompany> HaveDueDatesAsync(RunningPupitre pupitre)
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).HandOverAsync(Tile.Payroll, "Paie Conseil", ServiceBuilder.PayslipsTemplate);
            return true;
        });
        return company;
    }

    internal static Task<CompanyFacts> FactsAsync(RunningPupitre pupitre, TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<ReadCompanyFacts>().RunAsync(CancellationToken.None));

    private Task<TestCompany> HaveDueDatesAsync() => HaveDueDatesAsync(pupitre);

    private Task<CompanyFacts> FactsAsync(TestCompany company) => FactsAsync(pupitre, company);

    private Task<int> RecordAsync(TestCompany company, string verb, string kind) => pupitre.InsideAsync(company, services =>
    {
        var db = services.GetRequiredService<Db>();
        db.Record(verb, new SubjectRef(kind, Guid.CreateVersion7()));
        return db.SaveChangesAsync();
    });
}
