using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pupitre.Flows.Map;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows.Logs;

/// <summary>
/// Opens large logs aside from the pages that ask for them, once however many ask: leaving the page does not stop it, and who comes back
/// finds the log in memory. The end of the program does.
/// </summary>
public sealed partial class FlowOpenings(IServiceScopeFactory scopes, LayOutGraph layOut, IHostApplicationLifetime program, ILogger<FlowOpenings> logger)
{
    /// <summary>Logs that wait to be opened over all companies; one is read at a time.</summary>
    private const int MaxAtOnce = 20;

    private readonly ConcurrentDictionary<string, FlowOpening> _running = new(StringComparer.Ordinal);
    private readonly Lock _starting = new();

    public FlowOpening? Find(Guid companyId, Guid id) => _running.Values.FirstOrDefault(opening => opening.Id == id && opening.CompanyId == companyId);

    /// <summary>Begins to open a log, or joins who is at it.</summary>
    /// <returns>Null when too many are waiting.</returns>
    public FlowOpening? Begin(string key, Company company, IReadOnlyList<FlowSource> sources, StepNames steps, string? attribute)
    {
        lock (_starting)
        {
            if (_running.TryGetValue(key, out var known))
            {
                return known;
            }

            if (_running.Count >= MaxAtOnce)
            {
                return null;
            }

            var opening = new FlowOpening(company.Id, sources.Sum(source => (long)source.Events));
            var culture = CultureInfo.CurrentUICulture;
            opening.Work = Task.Run(() => RunAsync(key, opening, company, sources, steps, attribute, culture));
            return _running[key] = opening;
        }
    }

    private async Task<FlowLog> RunAsync(string key, FlowOpening opening, Company company, IReadOnlyList<FlowSource> sources, StepNames steps, string? attribute, CultureInfo culture)
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

            // The first drawing compiles much; the disk and the other processor have time for it now.
            var drawing = Task.Run(() => layOut.Prepare(program.ApplicationStopping));
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
            var log = await scope.ServiceProvider.GetRequiredService<ReadFlowLog>().RunAsync(sources, steps, attribute, opening.Add, program.ApplicationStopping);
            await drawing;
            return log;
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // Whoever is still on the page gets it too; nobody may be.
            Broke(defect, company.Slug);
            throw;
        }
        finally
        {
            lock (_starting)
            {
                _running.TryRemove(key, out _);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Opening a log of {Company} broke")]
    private partial void Broke(Exception defect, string company);
}
