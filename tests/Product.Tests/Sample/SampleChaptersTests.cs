using Microsoft.Extensions.DependencyInjection;
using Pupitre.Sample;

namespace Pupitre.Product.Tests.Sample;

/// <summary>The sample company is told by the modules, each by what it does every day.</summary>
[Collection(SampledCollection.Name)]
public sealed class SampleChaptersTests(SampledPupitre sample)
{
    [Fact]
    public async Task Each_chapter_has_a_place_of_its_own_and_most_modules_tell_one()
    {
        var told = await sample.Pupitre.InsideAsync(sample.Company, services => Task.FromResult(services.GetServices<ISampleChapter>().ToList()));
        var chapters = told.ConvertAll(chapter => (chapter.Order, Module: chapter.GetType().Assembly.GetName().Name!));

        chapters.Select(chapter => chapter.Order).ShouldBeUnique();
        chapters.Select(chapter => chapter.Module["Pupitre.".Length..]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe([
                "Checks", "Collecting", "ContractLife", "Deciding", "Evidence", "Flows", "Intake", "Notices", "Processes", "ServiceLevels",
                "Sourcing", "Start", "TwoSides",
            ]);
    }
}
