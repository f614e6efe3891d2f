using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Adds a commitment of the company's own, or a ready one that was adapted. The same form sent twice adds one.</summary>
public sealed class CreateCommitment(Db db, CommitmentChecks checks, RefuseClosedDays closed, IClock clock)
{
    public async Task<Commitment> RunAsync(CommitmentInput input, CancellationToken token)
    {
        if (await db.Set<Commitment>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        var (place, terms) = await checks.RunAsync(input, token);
        await closed.OfContractAsync(place.ContractId, terms.EffectiveFrom, nameof(CommitmentInput.EffectiveFrom), token);
        var commitment = Commitment.Create(input.Id, place, input.Name!, input.TemplateNumber);
        commitment.Adapt();
        commitment.Add(terms with { Reason = null }, clock.GetCurrentInstant());
        db.Add(commitment);
        db.Record("CommitmentCreated", commitment.Ref, new { commitment.Name, Rule = terms.Rule.ToString() });
        await db.SaveChangesAsync(token);
        return commitment;
    }
}
