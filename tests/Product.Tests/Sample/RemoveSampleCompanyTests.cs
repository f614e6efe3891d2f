using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Start.Sample;

namespace Pupitre.Product.Tests.Sample;

public sealed class RemoveSampleCompanyTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Leaves_no_row_of_a_sample_and_every_row_of_the_others()
    {
        var sample = await pupitre.HaveCompanyAsync(isSample: true);
        var other = await pupitre.HaveCompanyAsync();
        await HaveProcessAsync(sample);
        await HaveProcessAsync(other);

        await RemoveAsync(sample);

        (await CountAsync(other, db => db.Companies.CountAsync(company => company.Id == sample.Id))).ShouldBe(0);
        (await CountAsync(other, db => db.Memberships.CountAsync(membership => membership.CompanyId == sample.Id))).ShouldBe(0);
        (await CountAsync(other, db => db.Set<Process>().IgnoreQueryFilters().CountAsync(process => process.CompanyId == sample.Id))).ShouldBe(0);
        (await CountAsync(other, db => db.LedgerEntries.CountAsync())).ShouldBe(1);
        (await CountAsync(other, db => db.Set<Process>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_any_other_company()
    {
        var company = await pupitre.HaveCompanyAsync();

        (await Should.ThrowAsync<Refused>(() => RemoveAsync(company))).Message.ShouldContain("Seule une entreprise d’exemple");
    }

    private Task<bool> RemoveAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        await ActivatorUtilities.CreateInstance<RemoveSampleCompany>(services).RunAsync(TestContext.Current.CancellationToken);
        return true;
    });

    private Task<Process> HaveProcessAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<CreateProcess>().RunAsync(new ProcessInput { Name = "Paie", Domain = Domain.Payroll }, TestContext.Current.CancellationToken));

    private Task<int> CountAsync(TestCompany company, Func<Db, Task<int>> count) =>
        pupitre.InsideAsync(company, services => count(services.GetRequiredService<Db>()));
}
