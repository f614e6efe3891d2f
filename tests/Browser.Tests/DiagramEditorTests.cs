using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Processes.Targets;

namespace Pupitre.Browser.Tests;

/// <summary>A target is edited by the keyboard and saved as a version of its own; what was not saved is offered again.</summary>
public sealed class DiagramEditorTests(Chromium chromium, SampledPupitre sample)
{
    private const int PatienceMs = 20_000;
    private const int PauseMs = 250;

    [Fact]
    public async Task A_step_is_created_by_keys_kept_by_the_browser_and_saved_and_the_editor_has_no_barrier()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);
        var problems = new List<string>();
        visitor.Page.Console += (_, message) => problems.AddRange(message.Type is "error" ? [message.Text] : []);
        visitor.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        var address = await AddressAsync();
        await visitor.OpenAsync(address + "/edit");
        await visitor.Page.Locator("[data-ready]:visible").WaitForAsync(new() { Timeout = PatienceMs });
        await visitor.FindNoBarrierAsync();

        await MoveAStepAsync(visitor);
        await visitor.OpenAsync(address + "/edit");
        await visitor.Page.Locator("[data-kept] button[value=take]").ClickAsync(new() { Timeout = PatienceMs });
        await visitor.Page.Locator("button[value=save]:enabled").ClickAsync(new() { Timeout = PatienceMs });
        await visitor.Page.WaitForURLAsync(url => !url.EndsWith("/edit", StringComparison.Ordinal), new() { Timeout = PatienceMs });

        (await visitor.Page.Locator("#about").InnerTextAsync()).ShouldContain("modifié ici");
        problems.ShouldBeEmpty();
    }

    private static async Task MoveAStepAsync(Visitor visitor)
    {
        await visitor.Page.Locator(".djs-element.djs-shape[data-element-id^='Step_']").First.ClickAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Locator("[data-changed]:visible").WaitForAsync(new() { Timeout = PatienceMs });

        // It is kept a moment after the last change; a function that is waited for may give no promise.
        const string kept = """
            () => new Promise(done => {
              const open = indexedDB.open('pupitre-drawings');
              open.onsuccess = () => {
                const all = open.result.transaction('kept').objectStore('kept').count();
                all.onsuccess = () => { open.result.close(); done(all.result > 0); };
              };
            })
            """;
        var started = Stopwatch.GetTimestamp();
        while (!await visitor.Page.EvaluateAsync<bool>(kept))
        {
            Stopwatch.GetElapsedTime(started).TotalMilliseconds.ShouldBeLessThan(PatienceMs, "Nothing is kept in the browser.");
            await Task.Delay(PauseMs, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> AddressAsync()
    {
        var target = await sample.Pupitre.InsideAsync(sample.Company, services => services.GetRequiredService<Db>().Set<ProcessTarget>()
            .Where(row => row.Origin == TargetOrigin.Drawn).OrderBy(row => row.Id)
            .Select(row => new { row.ProcessId, row.Number }).FirstAsync());
        return $"/{sample.Company.Slug}/processes/{target.ProcessId}/targets/{target.Number}";
    }
}
