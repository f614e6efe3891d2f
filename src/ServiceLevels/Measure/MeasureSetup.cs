using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Gathering.Privacy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Registers the measure, what people say about it, and what it tells the rooms below.</summary>
internal static class MeasureSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<MeasureCache>().AddSingleton<CompanyFactsCache>();
        services.AddScoped<ReadAdjustments>().AddScoped<ReadCompanyFacts>().AddScoped<MeasureCommitment>();
        services.AddScoped<CorrectDelay>().AddScoped<ConfirmWord>();
        services.AddScoped<StateWorkDay>().AddScoped<IStateWorkDay>(provider => provider.GetRequiredService<StateWorkDay>());
        services.AddScoped<WaiveOccurrence>().AddScoped<ExpectNothing>().AddScoped<TakeBackStatement>().AddScoped<ContestWaiver>();
        services.AddSingleton<ImportEffectsCache>().AddScoped<IImportEffects, SourceEffects>();
        services.AddScoped<IPersonalData, PersonalWords>();
        services.AddScoped<IRestsOnVersion, RecordedSinceVersion>();
        services.AddScoped<CompareOutcomes>().AddScoped<IPreviewCommitment, PreviewOnCases>().AddScoped<IPreviewCommitment, PreviewOnDueDates>();
    }
}
