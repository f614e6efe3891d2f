using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.Sourcing.Commitments;
using Pupitre.TwoSides.Contests;

namespace Pupitre.TwoSides.Sides;

/// <summary>One thing that happened, as the other side reads it: when, what, and on which side's word.</summary>
public sealed record SideEvent(EventTime Time, string What, string Who);

/// <summary>A due date or a case with what it stands on and what is contested about it.</summary>
public sealed record SideThing(
    ContestedThing Thing, string Rule, string? Due, IReadOnlyList<SideEvent> Events, IReadOnlyList<DisputeRecord> Disputes,
    bool CanDeclare);

/// <summary>Reads one due date or case of a provider: no file, and nobody of the company by name.</summary>
public sealed class ReadSideThing(FindContested find, ReadDisputes readDisputes, ReadCases readCases, ReadCommitments commitments,
    ReadCompanyFacts readFacts)
{
    /// <exception cref="NotFound">The provider has nothing of that key.</exception>
    internal async Task<SideThing> RunAsync(Guid providerId, Contested key, Instant now, CancellationToken token)
    {
        var thing = await find.RunAsync(key, token) is { } found && found.Commitment.Row.ProviderId == providerId ? found
            : throw new NotFound();
        var line = await commitments.OfAsync(key.CommitmentId, null, token);
        var facts = await readFacts.RunAsync(token);
        var item = thing.Commitment.IsClock ? null : new JudgeOccurrences(facts, now).One(thing.Commitment, key.Obligation);
        return new SideThing(
            thing,
            line?.Sentence.ToString() ?? thing.Commitment.Name,
            item is null ? null : OccurrenceWords.Due(item, facts.Zone),
            item is null ? await CaseAsync(key, token) : [.. item.Proofs.Select(proof => new SideEvent(
                proof.At is { } at ? EventTime.At(at) : EventTime.On(proof.On!.Value), Texts.Side_Proof, proof.AttestedBy.Text()))],
            await readDisputes.AboutAsync(key, token),
            item is not null && DeclareDone.IsOpen(item));
    }

    private async Task<IReadOnlyList<SideEvent>> CaseAsync(Contested key, CancellationToken token)
    {
        var recorded = await readCases.OneAsync(DelayCorrection.CaseOf(key.Obligation)!.Value, token);
        return recorded.MeasuredBy.Contains(key.CommitmentId)
            ? [.. recorded.Events.Select(item => new SideEvent(item.Event.Time, item.Event.What(), item.Event.Source.Text()))]
            : throw new NotFound();
    }
}
