using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>The ladder of a commitment as its page shows it.</summary>
internal sealed record LadderView(CommitmentFacts Commitment, CommitmentLadder? Own, string? Silence)
{
    public LadderTarget TargetsOf(Rung rung) =>
        (Own?[rung] ?? CommitmentLadder.Usual(Commitment.Row.Performer, rung)) & CommitmentLadder.Allowed(Commitment.Row);

    public string Term(Rung rung)
    {
        var text = EscalationWords.Of(rung, Commitment.IsClock);
        return char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
    }
}

/// <summary>Reads whom a commitment's levels write to, and what keeps them silent now.</summary>
internal sealed class ReadLadder(ReadCompanyFacts readFacts, ReadLadderSettings readSettings, IClock clock)
{
    /// <returns>Null for a commitment that is archived: nothing of it is measured.</returns>
    public async Task<LadderView?> RunAsync(Guid commitmentId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (facts.Find(commitmentId) is not { } commitment)
        {
            return null;
        }

        var settings = await readSettings.RunAsync(token);
        var today = clock.GetCurrentInstant().InZone(facts.Zone).Date.ToDateOnly();
        return new LadderView(commitment, settings.Own.GetValueOrDefault(commitmentId), SilenceOf(commitment, settings, today));
    }

    private static string? SilenceOf(CommitmentFacts commitment, LadderSettings settings, DateOnly today) =>
        settings.IsAllOff ? Texts.Escalation_AllOff
        : settings.IsOff(commitment.Id) ? Texts.Escalation_SilentOff
        : CommitmentLadder.Allowed(commitment.Row) == CommitmentLadder.Ours || commitment.Newest.HasConsequencesOn(today) ? null
        : commitment.Newest.IsInternalTarget ? Texts.Escalation_SilentInternal
        : Texts.Escalation_SilentObserved;
}
