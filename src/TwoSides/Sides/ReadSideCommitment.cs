using NodaTime;
using Pupitre.Platform;
using Pupitre.ServiceLevels.Cases;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.TwoSides.Sides;

/// <summary>Which due dates or cases of a provider are wanted.</summary>
internal sealed record SideQuery(Guid ProviderId, Guid CommitmentId, CaseFilter Filter, int Page);

/// <summary>One commitment from the provider's side: its due dates, or a page of its cases.</summary>
public sealed record SideCommitment(
    CommitmentFacts Commitment, string Rule, IReadOnlyList<JudgedOccurrence> Occurrences, CaseListView? Cases, int Page, Instant Now,
        DateTimeZone Zone);

/// <summary>Reads the due dates or the cases of a commitment for the provider that it is agreed with.</summary>
public sealed class ReadSideCommitment(ReadSide side, ReadCaseList cases, ReadCommitments commitments, ReadCompanyFacts readFacts)
{
    /// <exception cref="NotFound">The provider has no such commitment.</exception>
    internal async Task<SideCommitment> RunAsync(SideQuery query, Instant now, CancellationToken token)
    {
        var commitment = await side.CommitmentAsync(query.ProviderId, query.CommitmentId, token) ?? throw new NotFound();
        var line = await commitments.OfAsync(query.CommitmentId, null, token);
        var facts = await readFacts.RunAsync(token);
        return new SideCommitment(
            commitment,
            line?.Sentence.ToString() ?? commitment.Name,
            commitment.IsClock ? [] : await side.OccurrencesAsync(commitment, now, token),
            commitment.IsClock ? await cases.RunAsync(query.CommitmentId, query.Filter, Math.Max(1, query.Page), token) : null,
            Math.Max(1, query.Page),
            now,
            facts.Zone);
    }
}
