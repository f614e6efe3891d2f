using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// Changes a commitment: what is asked becomes a new version from a date; obligations that began before keep theirs. A version that
/// is effective in the past needs a reason.
/// </summary>
public sealed class ChangeCommitment(Db db, CommitmentChecks checks, RefuseClosedDays closed, Tenant tenant, IClock clock)
{
    public async Task<CommitmentInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var commitment = await FindAsync(id, token);
        var version = commitment.InForce(Today);
        var input = CommitmentInput.Of(commitment, version, Today);
        (input.Id, input.Version) = (commitment.Id, commitment.Version);
        input.Opened = MergeEdits.Snapshot(CommitmentFields.All, input);
        return input;
    }

    /// <exception cref="Refused">It would be effective in the past and no reason is given, or it waits for itself.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the commitment since the form was opened.</exception>
    public async Task<Commitment> RunAsync(CommitmentInput input, CancellationToken token)
    {
        var commitment = await FindAsync(input.Id, token);
        if (commitment.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException("The commitment was saved since the form was opened.");
        }

        var (place, terms) = await checks.RunAsync(input, token);
        var before = commitment.InForce(terms.EffectiveFrom);
        commitment.Describe(place, input.Name!);
        if (!IsSame(before, terms))
        {
            if (terms.EffectiveFrom < Today && string.IsNullOrWhiteSpace(terms.Reason))
            {
                throw new Refused(Texts.Commitment_ReasonMissing, nameof(CommitmentInput.Reason));
            }

            await closed.OfContractAsync(commitment.ContractId, terms.EffectiveFrom, nameof(CommitmentInput.EffectiveFrom), token);
            commitment.Adapt();
            commitment.Add(terms, clock.GetCurrentInstant());
        }

        db.Entry(commitment).State = EntityState.Modified;
        db.Record("CommitmentChanged", commitment.Ref, new { commitment.Name, Versions = commitment.Versions.Count, From = terms.EffectiveFrom.ToString("O", System.Globalization.CultureInfo.InvariantCulture), terms.Reason });
        await db.SaveChangesAsync(token);
        return commitment;
    }

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private static bool IsSame(CommitmentVersion before, CommitmentTerms terms) =>
        before.RuleJson == terms.Rule.ToString() && before.CalendarId == terms.CalendarId && before.Action == terms.Action
        && before.UnitOne == terms.UnitOne && before.UnitMany == terms.UnitMany && before.TargetPercent == terms.TargetPercent;

    private async Task<Commitment> FindAsync(Guid id, CancellationToken token) =>
        await db.Set<Commitment>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
}
