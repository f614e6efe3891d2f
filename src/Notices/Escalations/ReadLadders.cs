using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>Reads every open obligation of the company with its ladder, as things stand now.</summary>
internal sealed class ReadLadders(ReadCompanyFacts readFacts, ReadLadderSettings readSettings, ReadRunningCases readCases, IClock clock)
{
    /// <summary>Due dates of so many months back are looked at, as the grid shows them; and of so many ahead.</summary>
    private const int PastMonths = 12;

    private const int ComingMonths = 2;

    public async Task<Ladders> RunAsync(CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var settings = await readSettings.RunAsync(token);
        var (now, known) = (clock.GetCurrentInstant(), new List<LadderObligation>());
        var (judge, find) = (new JudgeOccurrences(facts, now), new FindLadder(settings.Quiet, facts.Zone, now));
        var month = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        foreach (var commitment in facts.Commitments)
        {
            var found = commitment.IsClock
                ? (await readCases.RunAsync(commitment, facts.Stamp.Evidence, token)).Select(item => find.Of(commitment, item))
                : judge.Run(commitment, month - PastMonths, month + ComingMonths).Select(find.Of).OfType<LadderObligation>();
            known.AddRange(settings.IsOff(commitment.Id) ? found.Select(item => item with { Silence = LadderSilence.SwitchedOff }) : found);
        }

        return new Ladders(facts, settings, known, now);
    }
}

/// <summary>The ladders of a company as they stand.</summary>
internal sealed record Ladders(CompanyFacts Facts, LadderSettings Settings, IReadOnlyList<LadderObligation> Obligations, Instant Now)
{
    public DateOnly Today => Now.InZone(Facts.Zone).Date.ToDateOnly();

    public Instant Since(CommitmentFacts commitment) => Settings.Since(commitment);

    public LadderTarget TargetsOf(LadderObligation item, Rung rung) => Settings.TargetsOf(item, rung, Today);
}
