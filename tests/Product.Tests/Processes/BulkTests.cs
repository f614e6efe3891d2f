using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Bulk;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Inventory;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Several processes are changed at once: seen first, done, put back.</summary>
public sealed class BulkTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Apply = "form:has(input[name='Confirmed.Digest'])";
    private const string Undo = "form:has(input[name='Undo.Rows'])";

    [Fact]
    public async Task What_changes_is_shown_for_each_row_then_done_and_put_back()
    {
        var (company, ids) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes");
        browser.Page.QuerySelectorAll("input[type=checkbox][name=process][form=chosen]").Length.ShouldBe(3);
        var address = Address(company, ids) + $"&pilot={await EveAsync(company)}&domain=Legal&data=Bank";

        await browser.OpenAsync(address);

        browser.Text.WithPlainSpaces().ShouldContain("2 processus sur 2 changeraient. Rien n’est encore fait.");
        browser.Text.WithPlainSpaces().ShouldContain("Pilote : Ada → Eve");
        (await DomainsAsync(company)).ShouldNotContain(Domain.Legal);
        await browser.SendAsync(Apply);
        browser.Text.WithPlainSpaces().ShouldContain("2 processus modifiés.");
        (await DomainsAsync(company)).Count(domain => domain == Domain.Legal).ShouldBe(2);
        await browser.SendAsync(Undo);
        browser.Text.ShouldContain("tout est comme avant");
        (await DomainsAsync(company)).ShouldNotContain(Domain.Legal);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().LedgerEntries
            .CountAsync(row => row.Verb == "ProcessEdited"))).ShouldBe(4, "A line for each change of each process.");
    }

    [Fact]
    public async Task More_than_an_address_has_room_for_are_refused_and_none_is_left_out_without_a_word()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync(Address(company, [.. Enumerable.Range(0, BulkInput.MaxProcesses + 1).Select(_ => Guid.CreateVersion7())]));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("150 processus au plus");
    }

    [Fact]
    public async Task What_somebody_changed_since_stays_as_they_left_it_and_is_named()
    {
        var (company, ids) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync(Address(company, ids) + "&state=archive&criticality=Vital");
        await browser.SendAsync(Apply);
        await pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<RestoreProcess>().RunAsync(ids[0], CancellationToken.None);
            return true;
        });

        await browser.SendAsync(Undo);

        browser.Text.WithPlainSpaces().ShouldContain("sauf pour 1 que quelqu’un a changé depuis");
        browser.Text.ShouldContain("Paie");
        var rows = await RowsAsync(company);
        rows.Single(row => row.Id == ids[0]).Criticality.ShouldBe(Criticality.Vital);
        rows.Single(row => row.Id == ids[1]).Criticality.ShouldBe(Criticality.Normal);
        rows.ShouldAllBe(row => !row.IsArchived);
    }

    [Fact]
    public async Task What_moved_since_it_was_shown_is_not_done_and_nobody_stands_in_for_themselves()
    {
        var (company, ids) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync(Address(company, ids) + "&criticality=Low");
        await pupitre.InsideAsync(company, async services =>
        {
            var edit = services.GetRequiredService<EditProcess>();
            var input = await edit.PrepareAsync(ids[0], CancellationToken.None);
            input.Purpose = "Payer juste";
            return await edit.RunAsync(input, CancellationToken.None);
        });

        await browser.SendAsync(Apply);

        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        (await RowsAsync(company)).ShouldAllBe(row => row.Criticality == Criticality.Normal);
        var ada = (await RowsAsync(company)).Single(row => row.Id == ids[0]).PilotId;
        await browser.OpenAsync(Address(company, [ids[0]]) + "&deputy=" + ada);
        browser.Page.QuerySelector(Apply).ShouldBeNull();
        (await browser.OpenAsync(Address(company, [Guid.CreateVersion7()]) + "&criticality=Low")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync(Address(company, ids) + "&criticality=Terrible")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void What_is_put_back_travels_as_text_without_loss()
    {
        var undo = new BulkUndo(Guid.CreateVersion7(), 7,
            new BulkState(Domain.Dunning, Criticality.High, Guid.CreateVersion7(), null, SensitiveData.Bank | SensitiveData.Health,
            IsArchived: true));

        BulkUndo.Read(undo.Write()).ShouldBe(undo);
        BulkUndo.Read("1|2|3").ShouldBeNull();
        BulkUndo.Read(undo.Write().Replace("|12|", "|64|", StringComparison.Ordinal)).ShouldBeNull();
    }

    private static string Address(TestCompany company, IEnumerable<Guid> ids) =>
        $"/{company.Slug}/processes/bulk?{string.Join('&', ids.Select(id => "process=" + id))}";

    private async Task<IReadOnlyList<Domain>> DomainsAsync(TestCompany company) =>
        [.. (await RowsAsync(company)).Select(row => row.Domain)];

    private Task<List<Process>> RowsAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Process>().AsNoTracking().ToListAsync());

    private Task<Guid> EveAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<Person>().Where(row => row.Name == "Eve").Select(row => row.Id)
            .SingleAsync());

    private async Task<(TestCompany Company, Guid[] Ids)> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        return (company, await pupitre.InsideAsync(company, async services =>
        {
            var create = services.GetRequiredService<CreateProcess>();
            var payroll = await create.RunAsync(new ProcessInput { Name = "Paie", Domain = Domain.Payroll, Pilot = "Ada" },
                CancellationToken.None);
            var claims = await create.RunAsync(new ProcessInput { Name = "Notes de frais", Domain = Domain.Accounting, Pilot = "Ada" },
                CancellationToken.None);
            await create.RunAsync(new ProcessInput { Name = "Courrier", Domain = Domain.Administration, Pilot = "Eve" },
                CancellationToken.None);
            return new[] { payroll.Id, claims.Id };
        }));
    }
}
