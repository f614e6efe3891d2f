using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>
/// Reopens what silence had confirmed where something recorded since says otherwise: that what was waited for was there by the moment at
/// which silence confirmed. It is asked once more, by mail and on the page of today, and silence does not confirm it again.
/// </summary>
internal sealed class ReopenSilenced(Db db, ReadCompanyFacts readFacts, ReadCases readCases, WaitWord word)
{
    private const EventRoles Ends = EventRoles.PauseEnd | EventRoles.Stop;

    /// <summary>The caller saves.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var silenced = await db.Set<WaitQuestion>().Where(row => row.Answer == WaitAnswer.Silence).OrderBy(row => row.Id)
            .ToListAsync(token);
        if (silenced.Count == 0)
        {
            return;
        }

        var facts = await readFacts.RunAsync(token);
        foreach (var question in silenced)
        {
            if (facts.Find(question.CommitmentId) is { } commitment && await IsContradictedAsync(question, commitment, facts.Zone, token))
            {
                await word.ReopenAsync(question, token);
            }
        }
    }

    private async Task<bool> IsContradictedAsync(
        WaitQuestion question, CommitmentFacts commitment, DateTimeZone zone, CancellationToken token)
    {
        var recorded = await CaseAsync(question, token);
        var rules = commitment.Terms.Versions.Select(version => version.Rule.Clock).OfType<ClockRule>().ToList();
        var declarer = question.AskedOf == Party.Company ? SourceClass.Provider : SourceClass.Company;
        return recorded?.Events.Any(item => item.Event.Source != declarer
            && item.Event.Time.Earliest(zone) <= question.AnsweredAt
            && item.Attestations.Any(told => told.IsLive) && item.Attestations.All(told => told.ImportedAt > question.AnsweredAt)
            && rules.Exists(rule => (rule.RolesOf(item.Event, recorded.Attributes) & Ends) != EventRoles.None))
            == true;
    }

    private async Task<RecordedCase?> CaseAsync(WaitQuestion question, CancellationToken token)
    {
        try
        {
            return await readCases.OneAsync(DelayCorrection.CaseOf(question.Obligation)!.Value, token);
        }
        catch (NotFound)
        {
            // Its import was withdrawn: nothing is left that could say otherwise.
            return null;
        }
    }
}
