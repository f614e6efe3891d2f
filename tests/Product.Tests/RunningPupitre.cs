using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.App;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests;

/// <summary>The whole program, started once for a class of tests on a database of its own and answered over HTTP.</summary>
public sealed class RunningPupitre : IAsyncLifetime
{
    public const string Password = "un mot de passe assez long";

    /// <summary>A password is made slow to guess. Nobody guesses here, and each test makes an account or signs in: that alone would be a tenth of a second each time.</summary>
    public const int PasswordIterations = 1_000;

    private TestDatabase _database = null!;
    private WebApplication? _server;

    public Uri Address { get; private set; } = null!;

    /// <summary>The program's "now": move it to see what another day looks like.</summary>
    public TestClock Clock { get; } = new();

    public IServiceProvider Services => _server!.Services;

    public DataPlace Place => _database.Place;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreatePreparedAsync();
        _server = Server.Build(_database.Place, "http://127.0.0.1:0", Clock, Adjust);
        await Server.PrepareAsync(_server, TestContext.Current.CancellationToken);
        await _server.StartAsync();
        Address = new Uri(_server.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            return;
        }

        await _server.StopAsync();
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A company with one person in it, made straight in the database; its name is unique in this run.</summary>
    public async Task<TestCompany> HaveCompanyAsync(Role role = Role.Owner, bool isSample = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var slug = "t" + Guid.CreateVersion7().ToString("N")[16..];
        var company = Company.Create("Atelier " + slug, slug, "metropole", "Europe/Paris", now, isSample);
        var account = new Account { UserName = slug + "@exemple.fr", Email = slug + "@exemple.fr", DisplayName = "Camille", CreatedAt = now };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        db.Companies.Add(company);
        db.Memberships.Add(Membership.Create(account.Id, company, role, now));
        await db.SaveChangesAsync();
        return new TestCompany(company.Slug, company.Id, account.Email);
    }

    /// <summary>Does something in the database as the program, inside a company.</summary>
    public async Task<T> InsideAsync<T>(TestCompany company, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var row = await db.Companies.SingleAsync(candidate => candidate.Id == company.Id);
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(row);
        return await act(scope.ServiceProvider);
    }

    /// <summary>A browser without JavaScript: keeps cookies, follows redirects, posts forms as they stand in the page.</summary>
    public TestBrowser Browser(string language = "fr") => new(Address, language);

    private static void Adjust(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordIterations);

        // What the program does by itself now and then, a test asks for: nothing is written between two of its looks.
        services.Remove(services.Single(service => service.ImplementationType == typeof(Rounds)));
    }

    internal static Task<IDocument> ParseAsync(string html, string address) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(address));
}

/// <summary>What a test needs to know of the company that it works in.</summary>
public sealed record TestCompany(string Slug, Guid Id, string Email);
