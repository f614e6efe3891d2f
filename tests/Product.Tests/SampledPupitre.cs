using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Deciding.Costs;
using Pupitre.Intake.Files;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Product.Tests.Architecture;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.Sample;

namespace Pupitre.Product.Tests;

/// <summary>The running program with the sample company in it, loaded once; for tests that read it and leave it as it is.</summary>
public sealed class SampledPupitre : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(6);

    public RunningPupitre Pupitre { get; } = RunningPupitre.Fresh();

    public TestCompany Company { get; private set; } = null!;

    /// <summary>An address with real values in it for each page of the company, as following its links finds them.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Pupitre.InitializeAsync();
        var owner = await Pupitre.HaveCompanyAsync();
        var runId = await LoadAsync(owner);
        await WaitAsync(runId);
        using var browser = Pupitre.Browser();
        await browser.SignInAsync(Company);
        Addresses = await PageWalk.FindAddressesAsync(
            browser, Company.Slug, ["", "/search?q=orvault", "/first-run", "/evidence/acceptance", "/evidence/choice", "/processes/bulk", "/sample/files", $"/jobs/{runId}", $"/evidence/tables/{await DropTableAsync("demandes.csv", "Dossier;Demande;Réponse\nA-1;04/05/2026;05/05/2026\nA-2;06/05/2026;\n"u8.ToArray())}", $"/evidence/tracking/{await DropTableAsync("suivi.csv", "Mois;Pièces déposées;Remarque\naoût 2026;04/09/2026;\nseptembre 2026;ok;à revoir\n"u8.ToArray())}", $"/evidence/bank/{await DropTableAsync("releve.csv", "Date;Libellé;Montant\n05/11/2026;PRLV URSSAF;-1234,56\n06/11/2026;CARTE;-12,00\n"u8.ToArray())}", await AskForProofsAsync(browser), await CommentAsync(browser), await CostsAsync(), .. await ToAgreeAsync()]);
    }

    public ValueTask DisposeAsync() => Pupitre.DisposeAsync();

    /// <summary>The address of a page, or a failure that says that no link leads there.</summary>
    public string AddressOf(string template) => Addresses.TryGetValue(template, out var address)
        ? address
        : throw new ShouldAssertException($"No link leads to {template} from the first page of the sample company.");

    /// <summary>As a person does: the work that loads it runs in the background, and is a page of its own afterwards.</summary>
    private async Task<Guid> LoadAsync(TestCompany owner)
    {
        await using var scope = Pupitre.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var account = await db.Users.SingleAsync(row => row.Email == owner.Email);
        var opened = await scope.ServiceProvider.GetRequiredService<OpenSampleCompany>().RunAsync(account.Id, CancellationToken.None);
        var company = await db.Companies.SingleAsync(row => row.Slug == opened.Slug);
        Company = new TestCompany(company.Slug, company.Id, owner.Email);
        return opened.RunId!.Value;
    }

    /// <summary>A table that nothing is known about yet: it waits to be told what its lines are.</summary>
    private Task<Guid> DropTableAsync(string name, byte[] content) => Pupitre.InsideAsync(Company, async services =>
    {
        using var table = new MemoryStream(content);
        return (await services.GetRequiredService<ReceiveFile>().RunAsync(table, name, null, keepContent: true, place: null, CancellationToken.None)).Id;
    });

    /// <summary>What two sides have yet to agree on: a contract that ends unless both renew it, and a commitment that only one side wrote down. The walk looks at two of a kind, and may meet others.</summary>
    private Task<IReadOnlyList<string>> ToAgreeAsync() => Pupitre.InsideAsync(Company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var provider = await db.Set<Provider>().OrderBy(row => row.Id).Select(row => row.Id).FirstAsync();
        var contract = await services.GetRequiredService<CreateContract>().RunAsync(
            new ContractInput { ProviderId = provider, Title = "Assistance ponctuelle", Start = new DateOnly(2026, 1, 1), Months = 12, Renewal = Renewal.Express, NoticeMonths = 1 }, CancellationToken.None);
        var target = await db.Set<Commitment>().Where(row => row.ArchivedAt == null && row.Versions.All(version => version.AcceptedHash == null)).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync();
        return (IReadOnlyList<string>)[$"/contracts/{contract.Id}", $"/commitments/{target}"];
    });

    private async Task<string> AskForProofsAsync(TestBrowser owner)
    {
        await owner.OpenAsync($"/{Company.Slug}/proof-requests/new");
        await owner.SendAsync("main form[method=post]");
        return owner.Path[(Company.Slug.Length + 1)..];
    }

    /// <summary>Who looks has something of their own to change: comments of others are not.</summary>
    private async Task<string> CommentAsync(TestBrowser owner)
    {
        await owner.OpenAsync($"/{Company.Slug}/processes");
        var process = owner.Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        await owner.OpenAsync(process + "/comments/new");
        await owner.SendAsync("main form[method=post]", ("Input.Text", "À revoir avant l’été."));
        return process[(Company.Slug.Length + 1)..];
    }

    /// <summary>The costs that an offer stands beside: the walk looks at two of a kind, and may meet others.</summary>
    private Task<string> CostsAsync() => Pupitre.InsideAsync(Company, async services =>
    {
        var offer = await services.GetRequiredService<Db>().Set<CostOffer>().OrderBy(row => row.Id).FirstAsync();
        return $"/processes/{offer.ProcessId}/costs";
    });

    private async Task WaitAsync(Guid runId)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var run = await Pupitre.InsideAsync(Company, services => services.GetRequiredService<Db>().Set<JobRun>().AsNoTracking().SingleAsync(row => row.Id == runId));
            if (run.State == JobState.Done)
            {
                return;
            }

            run.State.ShouldBeOneOf(JobState.Waiting, JobState.Running);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(_patience, "The sample company takes too long to load.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
