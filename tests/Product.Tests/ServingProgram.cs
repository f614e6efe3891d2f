using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;
using Pupitre.Collecting.Folders;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Platform.Data;
using Pupitre.Platform.Recurring;

namespace Pupitre.Product.Tests;

/// <summary>The program as it serves, on a database of its own and with a clock that a test holds.</summary>
public sealed class ServingProgram : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _server;

    private ServingProgram(TestDatabase database, WebApplication server, TestClock clock)
    {
        (_database, _server, Clock) = (database, server, clock);
        Address = new Uri(server.Urls.First());
    }

    public Uri Address { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => _server.Services;

    public DataPlace Place => _database.Place;

    public static async Task<ServingProgram> StartAsync()
    {
        var (database, clock) = (await TestDatabase.CreatePreparedAsync(), new TestClock());
        var server = Server.Build(database.Place, "http://127.0.0.1:0", clock, Adjust);
        await Server.PrepareAsync(server, CancellationToken.None);
        await server.StartAsync();
        return new ServingProgram(database, server, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static void Adjust(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = RunningPupitre.PasswordIterations);

        // What the program does by itself now and then, a test asks for: nothing is written between two of its looks.
        services.Remove(services.Single(service => service.ImplementationType == typeof(Rounds)));
        services.Remove(services.Single(service => service.ImplementationType == typeof(WatchMailboxes)));
        services.Remove(services.Single(service => service.ImplementationType == typeof(WatchFolders)));
    }
}
