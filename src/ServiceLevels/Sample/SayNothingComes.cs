using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Sample;

/// <summary>Says of the due dates of which the sample's files tell nothing that nothing will come: its people have looked through what they had.</summary>
internal sealed class SayNothingComes(ReadCompanyFacts readFacts, ExpectNothing expect, IClock clock) : ISampleChapter
{
    private const int MonthsBack = 36;

    public int Order => 230;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        var gaps = facts.Commitments.Where(commitment => !commitment.IsClock).SelectMany(commitment => judge.Run(commitment, current - MonthsBack, current))
            .Where(item => item.Standing == Standing.NotYetProven).Select(item => item.Cell.ToString()).ToList();
        foreach (var some in gaps.Chunk(OccurrenceCell.MaxAtOnce))
        {
            await expect.RunAsync(some, token);
        }
    }
}
