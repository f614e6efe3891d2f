using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.TwoSides.Contests;

/// <summary>The other side agrees, in its name: from now on the obligation reads as was wished, and the dispute is settled.</summary>
public sealed class AgreeToDispute(Db db, ContestWindow window, IClock clock)
{
    /// <exception cref="Refused">It is settled already, or the time to answer is over.</exception>
    public Task RunAsync(Guid id, Disputant who, CancellationToken token) =>
        DisputeSteps.AddAsync(db, window, new DisputeStepWish(id, DisputeStepKind.Agreed, null, who, clock.GetCurrentInstant()), token);
}

/// <summary>The other side does not agree, with its reason. That settles nothing: the dispute stays, and both figures with it.</summary>
public sealed class RefuseDispute(Db db, ContestWindow window, IClock clock)
{
    /// <exception cref="Refused">The reason is missing, it is settled already, or the time to answer is over.</exception>
    public Task RunAsync(Guid id, string? reason, Disputant who, CancellationToken token) =>
        DisputeSteps.AddAsync(db, window, new DisputeStepWish(id, DisputeStepKind.Refused, reason, who, clock.GetCurrentInstant()), token);
}

/// <summary>Whoever contests takes it back: the computed outcome stands, and the dispute is settled.</summary>
public sealed class WithdrawDispute(Db db, ContestWindow window, IClock clock)
{
    /// <exception cref="Refused">It is settled already.</exception>
    public Task RunAsync(Guid id, Disputant who, CancellationToken token) =>
        DisputeSteps.AddAsync(db, window, new DisputeStepWish(id, DisputeStepKind.Withdrawn, null, who, clock.GetCurrentInstant()), token);
}

/// <summary>What somebody wants to do in a dispute.</summary>
internal sealed record DisputeStepWish(Guid DisputeId, DisputeStepKind Kind, string? Words, Disputant Who, Instant Now);

/// <summary>Adds a step, alone in its company: of two people who answer at once, the second sees what the first did.</summary>
internal static class DisputeSteps
{
    public static async Task AddAsync(Db db, ContestWindow window, DisputeStepWish wish, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var dispute = await db.Set<Dispute>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == wish.DisputeId, token)
            ?? throw new NotFound();
        var commitment = await db.Set<Commitment>().AsNoTracking().SingleAsync(row => row.Id == dispute.CommitmentId, token);
        await CheckAsync(db, dispute, wish, token);
        await window.CheckAsync(commitment, wish.Who.Side, token);
        db.Add(DisputeStep.Create(dispute.Id, wish.Kind, wish.Words, wish.Who, wish.Now));
        var verb = wish.Kind switch
        {
            DisputeStepKind.Agreed => "DisputeAgreed",
            DisputeStepKind.Refused => "DisputeRefused",
            _ => "DisputeWithdrawn",
        };
        db.Record(verb, dispute.Ref, DisputeLine.Of(dispute, commitment.Name, wish.Who, wish.Words?.Trim()));
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }

    private static async Task CheckAsync(Db db, Dispute dispute, DisputeStepWish wish, CancellationToken token)
    {
        // Neither side answers itself, nor takes back what the other contests.
        if (wish.Who.Side != (wish.Kind == DisputeStepKind.Withdrawn ? dispute.Side : dispute.Other))
        {
            throw new Refused(Texts.Dispute_OtherSideOnly);
        }

        if (wish.Kind == DisputeStepKind.Refused
            && (string.IsNullOrWhiteSpace(wish.Words) || wish.Words.Trim().Length > Dispute.MaxReasonLength))
        {
            throw new Refused(
                string.IsNullOrWhiteSpace(wish.Words) ? Texts.Dispute_RefusalMissing : Texts.Dispute_TooLong.With(Dispute.MaxReasonLength),
                "reason");
        }

        if (await db.Set<DisputeStep>().AnyAsync(row => row.DisputeId == dispute.Id && row.Kind != DisputeStepKind.Refused, token))
        {
            throw new Refused(Texts.Dispute_Settled);
        }
    }
}
