using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.App;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Load;

/// <summary>The program in this process on an empty SQLite folder, with one company and a signed-in owner.</summary>
internal sealed class LoadedPupitre : IAsyncDisposable
{
    public const string Slug = "charge";

    private const int AskAgainMs = 100;
    private const string Email = "charge@exemple.fr";
    private const string Password = "un mot de passe assez long";

    private readonly WebApplication _server;
    private readonly string _folder;

    private LoadedPupitre(WebApplication server, string folder)
    {
        _server = server;
        _folder = folder;
    }

    public HttpClient Http { get; private set; } = null!;

    public static async Task<LoadedPupitre> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pupitre-load-").FullName;
        var server = Server.Build(new DataPlace(folder, null), "http://127.0.0.1:0");
        await Server.PrepareAsync(server, CancellationToken.None);
        await server.StartAsync();
        var pupitre = new LoadedPupitre(server, folder);
        await pupitre.MakeCompanyAsync();
        pupitre.Http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(server.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
        await pupitre.SignInAsync();
        return pupitre;
    }

    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var company = await scope.ServiceProvider.GetRequiredService<Db>().Companies.SingleAsync(row => row.Slug == Slug);
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        return await act(scope.ServiceProvider);
    }

    /// <summary>Opens a page and returns how long its answer took, to the last byte, in milliseconds.</summary>
    public async Task<double> OpenAsync(string path) => await Figures.TimeAsync(async () =>
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    });

    /// <summary>Opens a page of flows and, where it says that the log is still opening, again until it is there.</summary>
    /// <param name="rest">What its address has behind that of the map.</param>
    /// <returns>Milliseconds until the first answer, and until what was asked for.</returns>
    public async Task<(double First, double Whole)> OpenFlowAsync(string rest)
    {
        var isThere = false;
        var first = await Figures.TimeAsync(AskAsync);
        var more = 0.0;
        while (!isThere)
        {
            await Task.Delay(AskAgainMs);
            more += AskAgainMs + await Figures.TimeAsync(AskAsync);
        }

        return (first, first + more);

        async Task AskAsync() => isThere = !(await Http.GetStringAsync(new Uri($"/{Slug}/flows{rest}", UriKind.Relative))).Contains("<job-progress", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MakeCompanyAsync()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var company = Company.Create("Charge", Slug, "metropole", "Europe/Paris", now, isSample: false);
        var account = new Account { UserName = Email, Email = Email, DisplayName = "Camille", CreatedAt = now };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(made.ToString());
        }

        db.Companies.Add(company);
        db.Memberships.Add(Membership.Create(account.Id, company, Role.Owner, now));
        await db.SaveChangesAsync();
    }

    private async Task SignInAsync()
    {
        var html = await Http.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        var form = (IHtmlFormElement)page.QuerySelector("main form")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden").ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        fields["Input.Email"] = Email;
        fields["Input.Password"] = Password;
        using var answer = await Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields));
        answer.EnsureSuccessStatusCode();
    }
}
