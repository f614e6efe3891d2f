using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Tools;
using Pupitre.Processes.ToolUses;

namespace Pupitre.Product.Tests.Processes;

/// <summary>A tool leaves the list: when nothing uses it, or into another one.</summary>
public sealed class ToolTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Merge = "form[action$='/merge']";
    private const string Removal = "form[action$='/removal']";

    [Fact]
    public async Task Where_a_tool_is_used_is_shown_before_it_is_merged_and_then_deleted()
    {
        var (company, tools) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/tools/{tools["Excel"]}");
        browser.Text.WithPlainSpaces().ShouldContain("Étapes faites avec lui : 0. Ressaisies : 1.");
        browser.Page.QuerySelector(Removal).ShouldBeNull("What is used is not deleted.");

        await browser.SendAsync(Merge, ("into", tools["Tableur"].ToString()));

        browser.Path.ShouldEndWith(tools["Tableur"].ToString());
        browser.Text.WithPlainSpaces().ShouldContain("Ressaisies : 1.");
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Outil « Excel » fusionné dans « Tableur »");
        (await browser.OpenAsync($"/{company.Slug}/processes/tools/{tools["Excel"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync($"/{company.Slug}/processes/tools/{tools["Inutile"]}");
        await browser.SendAsync(Removal);
        browser.Path.ShouldEndWith("/tools");
        browser.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ShouldBe(["Paie en ligne", "Tableur"]);
    }

    [Fact]
    public async Task A_merge_that_would_retype_from_a_tool_into_itself_is_refused_with_the_process()
    {
        var (company, tools) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/tools/{tools["Excel"]}");

        await browser.SendAsync(Merge, ("into", tools["Paie en ligne"].ToString()));

        browser.Text.ShouldContain("Dans « Paie »");
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Tool>().CountAsync())).ShouldBe(4);
        await browser.OpenAsync($"/{company.Slug}/processes/tools/{tools["Excel"]}");
        await browser.SendAsync(Merge);
        browser.Text.ShouldContain("Choisissez l’outil qui reste");
        await pupitre.InsideAsync(company, async services =>
        {
            await Should.ThrowAsync<Kernel.Refused>(() => services.GetRequiredService<RemoveTool>()
                .RunAsync(tools["Excel"], CancellationToken.None));
            return true;
        });
    }

    private async Task<(TestCompany Company, Dictionary<string, Guid> Tools)> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        return (company, await pupitre.InsideAsync(company, async services =>
        {
            var save = services.GetRequiredService<SaveTool>();
            foreach (var name in new[] { "Tableur", "Excel", "Inutile", "Paie en ligne" })
            {
                await save.RunAsync(new ToolInput { Name = name }, isNew: true, CancellationToken.None);
            }

            var process = await services.GetRequiredService<CreateProcess>()
                .RunAsync(new ProcessInput { Name = "Paie", Domain = Domain.Payroll }, CancellationToken.None);
            var typed = new RekeyingInput { ProcessId = process.Id, FromTool = "Excel", ToTool = "Paie en ligne", Fields = "heures" };
            await services.GetRequiredService<SaveRekeying>().RunAsync(typed, isNew: true, CancellationToken.None);
            return await services.GetRequiredService<Db>().Set<Tool>().ToDictionaryAsync(row => row.Name, row => row.Id);
        }));
    }
}
