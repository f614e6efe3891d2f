using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Tools;

namespace Pupitre.Product.Tests.Processes;

/// <summary>What is kept of the map is what one would read: whatever changes it is shown at once.</summary>
public sealed class KeptMapTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly (string Page, string[] Names)[] _pages =
    [
        ("map", ["Salaires", "Ada Martin", "Classeur"]),
        ("critical", ["Salaires"]),
        ("impact", ["Ada Martin", "Classeur"]),
        ("links", ["Salaires"]),
        ("rekeyings", ["Salaires", "Classeur"]),
        ("decisions", ["Salaires"]),
        ("lots?show=out", ["Salaires"]),
    ];

    [Fact]
    public async Task A_new_name_of_a_process_a_person_or_a_tool_is_shown_at_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var payroll = await HaveMapAsync(company);
        foreach (var (page, names) in _pages)
        {
            await browser.OpenAsync($"/{company.Slug}/processes/{page}");
            names.ShouldAllBe(name => !browser.Text.Contains(name, StringComparison.Ordinal), page);
        }

        await RenameAsync(company, payroll);

        foreach (var (page, names) in _pages)
        {
            await browser.OpenAsync($"/{company.Slug}/processes/{page}");
            names.ShouldAllBe(name => browser.Text.Contains(name, StringComparison.Ordinal), page);
        }
    }

    [Fact]
    public async Task A_link_that_is_taken_away_is_gone_from_the_list_and_from_the_picture()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await HaveMapAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/map");
        browser.Page.QuerySelectorAll("svg.pu-map path.pu-map-line").Length.ShouldBe(1);
        await browser.OpenAsync($"/{company.Slug}/processes/links");
        await browser.OpenAsync(browser.Page.QuerySelector("tbody a[href*='/processes/links/']")!.GetAttribute("href")!);

        await browser.SendAsync("form[action$='/removal']");

        await browser.OpenAsync($"/{company.Slug}/processes/links");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(0);
        await browser.OpenAsync($"/{company.Slug}/processes/map");
        browser.Page.QuerySelectorAll("svg.pu-map path.pu-map-line").Length.ShouldBe(0);
    }

    private Task<int> RenameAsync(TestCompany company, Guid payroll) => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        var db = services.GetRequiredService<Db>();
        var (edit, people) = (services.GetRequiredService<EditProcess>(), services.GetRequiredService<SavePerson>());
        var process = await edit.PrepareAsync(payroll, token);
        process.Name = "Salaires";
        await edit.RunAsync(process, token);
        var ada = await people.PrepareAsync(process.PilotId!.Value, token);
        ada.Name = "Ada Martin";
        await people.EditAsync(ada, token);
        var tools = services.GetRequiredService<SaveTool>();
        var id = await db.Set<Tool>().Where(row => row.Name == "Tableur").Select(row => row.Id).SingleAsync(token);
        var tool = await tools.PrepareAsync(id, token);
        tool.Name = "Classeur";
        await tools.RunAsync(tool, isNew: false, token);
        return 0;
    });

    /// <summary>Payroll of Ada feeds the closing; its hours are typed again.</summary>
    private Task<Guid> HaveMapAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        var create = services.GetRequiredService<CreateProcess>();
        var payroll = await create.RunAsync(new ProcessInput { Name = "Paie", Domain = Domain.Payroll, Pilot = "Ada" }, token);
        var closing = await create.RunAsync(new ProcessInput { Name = "Clôture", Domain = Domain.Accounting }, token);
        var link = new LinkInput { FromId = payroll.Id, ToId = closing.Id, Passes = "journal", DaysUntil = 3 };
        await services.GetRequiredService<SaveLink>().RunAsync(link, isNew: true, token);
        var typed = new RekeyingInput { ProcessId = payroll.Id, FromTool = "Messagerie", ToTool = "Tableur", Fields = "heures" };
        await services.GetRequiredService<SaveRekeying>().RunAsync(typed, isNew: true, token);
        return payroll.Id;
    });
}
