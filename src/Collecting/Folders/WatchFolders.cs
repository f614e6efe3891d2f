using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Folders;

/// <summary>Looks into every folder of every company now and then, while the program serves; never where the installation allows
/// none.</summary>
internal sealed partial class WatchFolders(IServiceScopeFactory scopes, FolderPlace place, ILogger<WatchFolders> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every);
        while (place.IsAllowed && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                Missed(problem);
            }
        }
    }

    private async Task RoundAsync(CancellationToken token)
    {
        await using var outer = scopes.CreateAsyncScope();
        foreach (var company in await outer.ServiceProvider.GetRequiredService<Db>().Companies.AsNoTracking().ToListAsync(token))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
            using var spoken = InLanguage.Speak(InLanguage.French);
            foreach (var id in await scope.ServiceProvider.GetRequiredService<Db>().Set<WatchedFolder>().Where(row => row.PausedAt == null)
                .Select(row => row.Id).ToListAsync(token))
            {
                await scope.ServiceProvider.GetRequiredService<LookIntoFolder>().RunAsync(id, token);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A look into folders was broken off, and begins again at the next round")]
    private partial void Missed(Exception problem);
}
