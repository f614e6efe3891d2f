using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Start.Sample;

/// <summary>Opens a person's sample company; the first time, starts to load it in the background.</summary>
public sealed class OpenSampleCompany(CreateSampleCompany create, IServiceScopeFactory scopes)
{
    /// <returns>The address of the company, and the work that loads it when it has just been made.</returns>
    public async Task<OpenedSample> RunAsync(Guid accountId, CancellationToken token)
    {
        var (company, isNew) = await create.RunAsync(accountId, token);
        return new OpenedSample(company.Slug, isNew ? await StartAsync(company, accountId, token) : null);
    }

    // The work belongs to the sample company and not to the one from which it was opened.
    private async Task<Guid> StartAsync(Company company, Guid accountId, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(company, accountId, Roles.PermitsOf(Role.Owner));
        scope.ServiceProvider.GetRequiredService<Db>().Record("SampleCompanyOpened", new SubjectRef("company", company.Id), new { company.Name });
        var run = await scope.ServiceProvider.GetRequiredService<JobQueue>()
            .StartAsync(LoadSampleCompany.JobName, company.Id, FirstRun.FirstRunRoutes.Grid, token);
        return run.Id;
    }
}

/// <summary>A sample company that a person can look at.</summary>
/// <param name="RunId">The work that loads it, or null when it was there already.</param>
public sealed record OpenedSample(string Slug, Guid? RunId);
