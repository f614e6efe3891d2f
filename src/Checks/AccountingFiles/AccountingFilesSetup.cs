using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Jobs;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Registers what is done with the documents that providers owe.</summary>
internal static class AccountingFilesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<OpenAccountingFiles>().AddScoped<IOpenDropped>(provider => provider.GetRequiredService<OpenAccountingFiles>());
        services.AddScoped<CheckAccountingFile>().AddScoped<StartCheck>().AddScoped<OfferEvidence>().AddScoped<FindInvoices>().AddScoped<TrustArrivals>().AddScoped<ReadStopActivity>().AddScoped<MatchInvoices>();
        services.AddScoped<ReadAccountingFile>().AddScoped<ReadBookLines>().AddScoped<ReadFindingsOverTime>();
        services.AddScoped<ISearch, SearchAccountingFiles>().AddScoped<AnswerAccountingFile>().AddScoped<TypeFiledFigures>().AddScoped<CheckPapers>();
        services.AddSingleton(new JobKind(
            CheckAccountingFile.JobKindName,
            (scope, payload, progress, token) => scope.GetRequiredService<CheckAccountingFile>().RunAsync(JsonSerializer.Deserialize<CheckPayload>(payload)!.AccountingFileId, progress, token),
            () => Texts.Books_Job));
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => AccountingFileRoutes.Map(routes);
}
