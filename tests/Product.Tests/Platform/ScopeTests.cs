using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Product.Tests.Sourcing;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Who is limited to a provider sees what belongs to it, and nothing that nobody has declared.</summary>
public sealed class ScopeTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    /// <summary>Kinds of rows of which a limited person sees those that belong to their provider. Adding one is letting outsiders see it.</summary>
    private static readonly string[] _declared =
    [
        "Absence", "CalendarVersion", "Commitment", "CommitmentVersion", "CompanyCalendar", "Contract", "ContractFile", "ContractProcess", "ContractRenewal", "GuardrailRecord", "LedgerDetail", "LedgerEntry", "LedgerKindHead",
        "Person", "Process", "ProcessDuty", "ProcessStep", "ProcessTarget", "Provider", "ProviderContact", "TakenProcess", "Tool",
    ];

    [Fact]
    public async Task Only_what_is_stated_here_can_be_seen_under_a_scope()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);

        var seen = await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var rules = new ScopeRules(db);
            foreach (var module in services.GetServices<Pupitre.Platform.Extension.Module>())
            {
                module.DeclareScope(rules, db);
            }

            foreach (var entity in db.Model.GetEntityTypes().Where(entity => typeof(ICompanyOwned).IsAssignableFrom(entity.ClrType) && !entity.IsOwned()))
            {
                entity.GetDeclaredQueryFilters().Count.ShouldBe(2, entity.ClrType.Name);
            }

            return await Task.FromResult(rules.Declared.Select(type => type.Name).Order(StringComparer.Ordinal).ToList());
        });

        seen.ShouldBe(_declared);
    }

    [Fact]
    public async Task A_reader_of_one_provider_sees_it_and_no_other_by_list_search_address_export_or_history()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        var hidden = await pupitre.InsideAsync(company, async services =>
            (await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = "Cabinet Caché" }, TestContext.Current.CancellationToken)).Id);
        using var browser = await pupitre.Browser().SignInAsync(await HaveReaderAsync(company, world.Provider));

        await browser.OpenAsync($"/{company.Slug}");

        browser.Path.ShouldBe($"/{company.Slug}/providers/{world.Provider}");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("Cabinet Martin");
        (await browser.OpenAsync($"/{company.Slug}/providers")).Text.ShouldNotContain("Cabinet Caché");
        (await browser.OpenAsync($"/{company.Slug}/search?q=cabinet")).Text.ShouldNotContain("Cabinet Caché");
        (await browser.OpenAsync($"/{company.Slug}/providers/{hidden}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/{company.Slug}/due-dates")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldNotContain("Cabinet Caché");
        browser.Text.ShouldContain("Cabinet Martin");
        foreach (var page in new[] { "contracts", "commitments", "processes", $"contracts/{world.Contract}", $"commitments/{world.Payslips}", $"processes/{world.Process}", "people", "calendars", "guardrails" })
        {
            (await browser.OpenAsync($"/{company.Slug}/{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
            browser.Page.QuerySelectorAll("main a.btn-primary").Length.ShouldBe(0, page);
        }

        // What is computed over the whole map would be half of it: it does not exist for them, and neither do tabs that lead there.
        foreach (var page in new[]
        {
            "map", "links", "rekeyings", "critical", "impact", "decisions", "lots", "agreements", "file", "file.pdf", "file.zip",
        })
        {
            (await browser.OpenAsync($"/{company.Slug}/processes/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        await browser.OpenAsync($"/{company.Slug}/processes");
        browser.Page.QuerySelectorAll(".pu-tabs a").Length.ShouldBe(1);
        (await browser.OpenAsync($"/{company.Slug}/guardrails")).Text.ShouldNotContain("à l’aveugle");
        await browser.OpenAsync($"/{company.Slug}/processes/{world.Process}");
        browser.Page.QuerySelectorAll("#links, #readiness, #agreements, #comments, #file").Length.ShouldBe(0);
        browser.Page.QuerySelectorAll("#roles").Length.ShouldBe(1);

        using var export = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/history/export.csv"));
        (await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Cabinet Caché");
    }

    [Fact]
    public async Task A_limited_access_writes_nothing_is_only_for_readers_and_comes_back_limited()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        var reader = await HaveReaderAsync(company, world.Provider);
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var account = await db.Users.Where(row => row.Email == reader.Email).Select(row => row.Id).SingleAsync();
            await Should.ThrowAsync<Kernel.Refused>(() => services.GetRequiredService<ChangeMemberRole>().RunAsync(account, Role.Pilot, new SubjectRef(Provider.Kind, world.Provider), CancellationToken.None));
            await services.GetRequiredService<RemoveMember>().RunAsync(account, CancellationToken.None);
            await services.GetRequiredService<RestoreMember>().RunAsync(account, CancellationToken.None);
            (await db.Memberships.AsNoTracking().Where(row => row.AccountId == account).Select(row => row.ScopeId).SingleAsync()).ShouldBe(world.Provider);
            return true;
        });
        using var browser = await pupitre.Browser().SignInAsync(reader);
        await browser.OpenAsync($"/{company.Slug}/providers/new");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<TestCompany> HaveReaderAsync(TestCompany company, Guid provider) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var email = $"limite.{Guid.CreateVersion7():N}@exemple.fr";
        var account = new Account { UserName = email, Email = email, DisplayName = "Dominique", CreatedAt = pupitre.Clock.Now };
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        db.Memberships.Add(Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == company.Id), Role.Reader, pupitre.Clock.Now));
        await db.SaveChangesAsync();
        await services.GetRequiredService<ChangeMemberRole>().RunAsync(account.Id, Role.Reader, new SubjectRef(Provider.Kind, provider), CancellationToken.None);
        return company with { Email = email };
    });
}
