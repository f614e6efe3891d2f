using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Load;

/// <summary>The grid of 60 commitments over 14 months, 12 of them clocks over 20,000 events.</summary>
internal static class GridOfSixty
{
    private const double MaxMilliseconds = 80;
    private const int Commitments = 60;
    private const int Clocks = 12;
    private const int Events = 20_000;
    private const int Rounds = 30;

    private static readonly int[] _schedules = [1, 2, 3, 6, 7, 8, 9, 13];

    public static async Task MeasureAsync(Figures figures)
    {
        await using var pupitre = await LoadedPupitre.StartAsync();
        var rows = await pupitre.InsideAsync(FillAsync);
        Console.WriteLine($"{rows} commitments, {Events} events");
        var path = $"/{LoadedPupitre.Slug}";
        var first = await pupitre.OpenAsync(path);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await pupitre.OpenAsync(path));
        }

        Console.WriteLine($"first answer {first:0} ms");
        figures.AtMost($"Grid of {rows} commitments x 14 months over {Events:#,0} events, median of {Rounds}", Figures.Median(times), MaxMilliseconds, "ms");
    }

    private static async Task<int> FillAsync(IServiceProvider services)
    {
        var builder = new ServiceBuilder(services);
        var db = services.GetRequiredService<Db>();
        await builder.HandOverAsync(Tile.Accounting, "Cabinet de charge", ServiceBuilder.QuestionsTemplate);
        var known = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
        var provider = await db.Set<Provider>().AsNoTracking().Select(row => row.Id).SingleAsync();
        var clocks = new List<Guid>();
        for (var made = 0; made < Commitments - 1; made++)
        {
            var isClock = made < Clocks;
            db.ChangeTracker.Clear();
            var commitment = await services.GetRequiredService<AdoptTemplate>().RunAsync(
                new TemplateInput
                {
                    TemplateNumber = isClock ? ServiceBuilder.QuestionsTemplate : _schedules[made % _schedules.Length],
                    ProcessId = known.ProcessId,
                    ProviderId = provider,
                    EffectiveFrom = known.Versions.Min(version => version.EffectiveFrom),
                },
                CancellationToken.None);
            if (isClock)
            {
                clocks.Add(commitment.Id);
            }
        }

        foreach (var clock in clocks)
        {
            db.ChangeTracker.Clear();
            await builder.ImportAsync(clock, SourceRules.AllObserved, Cases(Events / Clocks, services.GetRequiredService<IClock>().GetCurrentInstant()), "Questions " + clocks.IndexOf(clock));
        }

        return await db.Set<Commitment>().CountAsync();
    }

    /// <summary>Questions and their answers over the last year, most of them answered within a day.</summary>
    private static IEnumerable<IncomingEvent> Cases(int events, Instant now)
    {
        var random = new Random(events);
        for (var number = 0; number < events / 2; number++)
        {
            var asked = now - Duration.FromMinutes(random.Next(1, 365 * 24 * 60));
            yield return ServiceBuilder.Event("Q" + number, "Question reçue", asked, (2 * number) + 1);
            yield return ServiceBuilder.Event("Q" + number, "Première réponse", asked + Duration.FromMinutes(random.Next(10, 3 * 24 * 60)), (2 * number) + 2);
        }
    }
}
