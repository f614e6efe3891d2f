using System.Globalization;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;
using Pupitre.Start.Sample.Files;
using Pupitre.Start.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>
/// Fills a sample company as its people would: first what was handed over, then the files, through the operations of every day. It
/// is told in French, whatever the reader's language.
/// </summary>
internal sealed class LoadSampleCompany(Tenant tenant, SampleStart start, SampleEvidence evidence, SampleGaps gaps, SampleTargets targets)
{
    public const string JobName = "sample.load";

    public async Task RunAsync(Func<long, long, Task> report, CancellationToken token)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var world = SampleWorld.At(tenant.Company.CreatedAt);
        var files = SampleFiles.Of(world);
        await report(0, files.Count + 1);
        await start.RunAsync(world.Today, token);
        foreach (var (place, file) in files.Index())
        {
            await report(place + 1, files.Count + 1);
            await evidence.DropAsync(file, token);
        }

        await gaps.RunAsync(token);
        await targets.RunAsync(world.Today, token);
        await report(files.Count + 1, files.Count + 1);
    }

    public static JobKind Job { get; } = new(
        JobName,
        (services, _, progress, token) => ((LoadSampleCompany)services.GetService(typeof(LoadSampleCompany))!)
            .RunAsync((done, total) => progress.ReportAsync(done, total, token), token),
        () => Texts.Sample_Job);
}
