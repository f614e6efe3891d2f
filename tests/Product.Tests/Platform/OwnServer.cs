using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A program that is prepared and does not serve, with contributions of a test; with companies and whatever happens in
/// them.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private OwnServer(TestDatabase database, WebApplication program) => (_database, Program) = (database, program);

    public WebApplication Program { get; }

    public TestClock Clock { get; private init; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OwnServer> StartAsync(Action<IServiceCollection> contribute)
    {
        var (database, clock) = (await TestDatabase.CreatePreparedAsync(), new TestClock());
        var program = Server.Build(database.Place, "http://127.0.0.1:0", clock, contribute);
        await Server.PrepareAsync(program, Token);
        return new OwnServer(database, program) { Clock = clock };
    }

    public async Task<Company> HaveCompanyAsync(string slug = "atelier", bool isSample = false)
    {
        await using var scope = Program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var company = Company.Create(slug, slug, "metropole", "Europe/Paris", Clock.Now, isSample);
        db.Companies.Add(company);
        await db.SaveChangesAsync(Token);
        return company;
    }

    public async Task<T> InsideAsync<T>(Company company, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Program.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        return await act(scope.ServiceProvider);
    }

    public Task InsideAsync(Company company, Func<IServiceProvider, Task> act) => InsideAsync(company, async services =>
    {
        await act(services);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await _database.DisposeAsync();
    }
}
