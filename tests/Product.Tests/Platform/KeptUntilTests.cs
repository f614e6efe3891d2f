using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What is kept, when time passes. It moves the clock of its program, which no other test shares.</summary>
public sealed class KeptUntilTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task A_grid_is_judged_again_once_the_clock_has_passed_a_due_date()
    {
        var company = await KeptTests.HaveDueDatesAsync(pupitre);
        var grid = await GridAsync(company);
        (await GridAsync(company)).ShouldBeSameAs(grid);
        var judged = grid.Rows.SelectMany(row => row.Cells).Select(cell => cell.Occurrence).OfType<JudgedOccurrence>();
        var zone = (await KeptTests.FactsAsync(pupitre, company)).Zone;
        var turn = JudgedOccurrence.SameUntil(judged, zone, pupitre.Clock.Now);

        pupitre.Clock.Advance(turn - pupitre.Clock.Now + Duration.FromMilliseconds(1));

        (await GridAsync(company)).ShouldNotBeSameAs(grid);
    }

    private Task<GridView> GridAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<ReadGrid>().RunAsync(GridFilter.Parse(null, null), TestContext.Current.CancellationToken));
}
