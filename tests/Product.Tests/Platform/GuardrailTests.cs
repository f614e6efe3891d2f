using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Gathering.Guardrails;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Sourcing;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A mistake shows while the facts show it; somebody may live with it for a while, and no longer.</summary>
public sealed class GuardrailTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_process_without_a_pilot_shows_until_somebody_pilots_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        await WatchAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/guardrails");
        browser.Text.ShouldContain("2 points sont à reprendre.");
        browser.Text.ShouldContain("Processus confié à l’aveugle");

        await browser.OpenAsync($"/{company.Slug}/processes/{world.Process}/edit");
        await browser.SendAsync(Form, ("Input.Pilot", "Zoé"));
        await WatchAsync(company);

        await browser.OpenAsync($"/{company.Slug}/guardrails");
        browser.Text.ShouldContain("1 point est à reprendre.");
        browser.Text.ShouldContain("1 a été résolu");
        (await RecordAsync(company, "process-without-pilot")).SolvedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_exception_has_a_reason_and_ends_on_its_day()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        var form = $"/{company.Slug}/guardrails/handed-over-blind/{world.Process}/acceptance";
        await browser.OpenAsync(form);
        await browser.SendAsync(Form, ("Input.Reason", ""), ("Input.Until", "2026-12-31"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await browser.SendAsync(Form, ("Input.Reason", "Le cabinet la dessine"), ("Input.Until", "2026-11-25"));
        browser.Text.ShouldContain("Choisissez un jour entre le 26/11/2026");
        await browser.SendAsync(Form, ("Input.Reason", "Le cabinet la dessine"), ("Input.Until", "2026-11-27"));
        browser.Text.ShouldContain("exception jusqu’au 27/11/2026");
        browser.Text.ShouldContain("Camille : Le cabinet la dessine");

        pupitre.Clock.Advance(Duration.FromDays(2));
        try
        {
            await browser.SignInAsync(company);
            (await browser.OpenAsync($"/{company.Slug}/guardrails")).Text.ShouldNotContain("exception jusqu’au");
        }
        finally
        {
            pupitre.Clock.Advance(Duration.FromDays(-2));
        }
    }

    [Fact]
    public async Task What_comes_back_is_open_anew_without_its_old_exception()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/guardrails/process-without-pilot/{world.Process}/acceptance");
        await browser.SendAsync(Form, ("Input.Reason", "Recrutement en cours"), ("Input.Until", "2026-12-31"));
        await browser.OpenAsync($"/{company.Slug}/processes/{world.Process}/edit");
        await browser.SendAsync(Form, ("Input.Pilot", "Zoé"));
        await WatchAsync(company);

        await browser.OpenAsync($"/{company.Slug}/processes/{world.Process}/edit");
        await browser.SendAsync(Form, ("Input.PilotId", ""));
        await WatchAsync(company);

        var record = await RecordAsync(company, "process-without-pilot");
        record.SolvedAt.ShouldBeNull();
        record.AcceptedUntil.ShouldBeNull();
    }

    private Task<bool> WatchAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        await services.GetRequiredService<WatchGuardrails>().RunAsync(TestContext.Current.CancellationToken);
        return true;
    });

    private Task<GuardrailRecord> RecordAsync(TestCompany company, string key) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<GuardrailRecord>().AsNoTracking().SingleAsync(row => row.Key == key));
}
