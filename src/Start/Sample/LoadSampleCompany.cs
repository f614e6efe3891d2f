using System.Globalization;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>
/// Fills a sample company as its people would, through the operations of every day: each module tells its own chapters, and this only
/// runs them in their order. It is told in French, whatever the reader's language.
/// </summary>
internal sealed class LoadSampleCompany(Tenant tenant, IEnumerable<ISampleChapter> chapters)
{
    public const string JobName = "sample.load";

    public async Task RunAsync(Func<long, long, Task> report, CancellationToken token)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var world = SampleWorld.At(tenant.Company.CreatedAt);
        var story = chapters.OrderBy(chapter => chapter.Order).ToList();
        for (var told = 0; told < story.Count; told++)
        {
            await report(told, story.Count);
            await story[told].TellAsync(world, token);
        }

        await report(story.Count, story.Count);
    }

    public static JobKind Job { get; } = new(
        JobName,
        (services, _, progress, token) => ((LoadSampleCompany)services.GetService(typeof(LoadSampleCompany))!)
            .RunAsync((done, total) => progress.ReportAsync(done, total, token), token),
        () => Texts.Sample_Job);
}
