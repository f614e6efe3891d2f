using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests;

/// <summary>
/// The whole program, answered over HTTP: lent to a class of tests, with whatever companies of earlier classes are in it. What an
/// installation must not have yet is asked of one of its own (<see cref="Fresh"/>).
/// </summary>
public sealed class RunningPupitre : IAsyncLifetime
{
    public const string Password = "un mot de passe assez long";

    /// <summary>
    /// A password is made slow to guess. Nobody guesses here, and each test makes an account or signs in: that alone would be a tenth of a
    /// second each time.
    /// </summary>
    public const int PasswordIterations = 1_000;

    private readonly Programs? _programs;
    private ServingProgram? _program;

    public RunningPupitre(Programs programs) => _programs = programs;

    private RunningPupitre()
    {
    }

    public Uri Address => Program.Address;

    /// <summary>The program's "now": move it to see what another day looks like.</summary>
    public TestClock Clock => Program.Clock;

    public IServiceProvider Services => Program.Services;

    public DataPlace Place => Program.Place;

    private ServingProgram Program => _program ?? throw new InvalidOperationException("It is not started.");

    /// <summary>One of its own, in which there is nothing yet.</summary>
    public static RunningPupitre Fresh() => new();

    public async ValueTask InitializeAsync() =>
        _program = await (_programs is null ? ServingProgram.StartAsync() : _programs.TakeAsync());

    public async ValueTask DisposeAsync()
    {
        if (_program is null)
        {
            return;
        }

        await (_programs?.GiveBackAsync(_program) ?? _program.DisposeAsync());
        _program = null;
    }

    /// <summary>A company with one person in it, made straight in the database; its name is unique in this run.</summary>
    public async Task<TestCompany> HaveCompanyAsync(Role role = Role.Owner, bool isSample = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var slug = "t" + Guid.CreateVersion7().ToString("N")[16..];
        var company = Company.Create("Atelier " + slug, slug, "metropole", "Europe/Paris", now, isSample);
        var email = slug + "@exemple.fr";
        var account = new Account { UserName = email, Email = email, DisplayName = "Camille", CreatedAt = now };
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

    internal static Task<IDocument> ParseAsync(string html, string address) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(address));
}

/// <summary>What a test needs to know of the company that it works in.</summary>
public sealed record TestCompany(string Slug, Guid Id, string Email);
