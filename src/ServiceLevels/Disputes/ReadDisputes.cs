using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>How a dispute stands.</summary>
public enum DisputeState
{
    /// <summary>The other side has not answered.</summary>
    Waiting,

    /// <summary>The other side refused, which settles nothing: it goes on.</summary>
    Refused,

    /// <summary>The other side agreed: the obligation reads as was wished.</summary>
    Agreed,

    /// <summary>Whoever contested took it back.</summary>
    Withdrawn,
}

/// <summary>A dispute with all that followed, the oldest first.</summary>
public sealed record DisputeRecord(Dispute Dispute, IReadOnlyList<DisputeStep> Steps, IReadOnlyList<DisputeFile> Files)
{
    private DisputeStep? End => Steps.FirstOrDefault(step => step.Kind != DisputeStepKind.Refused);

    public DisputeState State => End?.Kind switch
    {
        DisputeStepKind.Agreed => DisputeState.Agreed,
        DisputeStepKind.Withdrawn => DisputeState.Withdrawn,
        _ => Steps.Count > 0 ? DisputeState.Refused : DisputeState.Waiting,
    };

    /// <summary>Neither agreed to nor taken back: the obligation is printed <em>en désaccord</em>, with both figures.</summary>
    public bool IsOpen => End is null;

    /// <summary>The first answer of the other side; null while there is none.</summary>
    public DisputeStep? Answer => Steps.FirstOrDefault(step => step.Side == Dispute.Other);

    /// <summary>When it was settled; null while it is open.</summary>
    public Instant? SettledAt => End?.At;

    /// <summary>The side whose turn it is; null when it is settled, or refused and left to both.</summary>
    public Party? WaitsOn => State == DisputeState.Waiting ? Dispute.Other : null;

    public Contested Contested => new(Dispute.CommitmentId, Dispute.Obligation);
}

/// <summary>Reads disputes, the newest first, open and settled ones: three queries.</summary>
public sealed class ReadDisputes(Db db)
{
    private const int MostRead = 5_000;

    /// <summary>The disputes of these commitments; of all of them without any.</summary>
    public Task<IReadOnlyList<DisputeRecord>> RunAsync(IReadOnlyCollection<Guid>? commitments, CancellationToken token) =>
        OfAsync(db.Set<Dispute>().Where(row => commitments == null || commitments.Contains(row.CommitmentId)), token);

    /// <summary>The disputes about one due date or case.</summary>
    public Task<IReadOnlyList<DisputeRecord>> AboutAsync(Contested contested, CancellationToken token) =>
        OfAsync(db.Set<Dispute>().Where(row => row.CommitmentId == contested.CommitmentId && row.Obligation == contested.Obligation),
            token);

    /// <summary>One dispute; null when there is none of that key.</summary>
    public async Task<DisputeRecord?> OneAsync(Guid id, CancellationToken token) =>
        await OfAsync(db.Set<Dispute>().Where(row => row.Id == id), token) is [var only, ..] ? only : null;

    private async Task<IReadOnlyList<DisputeRecord>> OfAsync(IQueryable<Dispute> wanted, CancellationToken token)
    {
        var rows = await wanted.AsNoTracking().OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Id).Take(MostRead)
            .ToListAsync(token);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = wanted.Select(row => row.Id);
        var steps = (await db.Set<DisputeStep>().AsNoTracking().Where(row => ids.Contains(row.DisputeId)).OrderBy(row => row.At)
            .ThenBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.DisputeId);
        var files = (await db.Set<DisputeFile>().AsNoTracking().Where(row => ids.Contains(row.DisputeId)).OrderBy(row => row.Id)
            .ToListAsync(token)).ToLookup(row => row.DisputeId);
        return rows.ConvertAll(row => new DisputeRecord(row, [.. steps[row.Id]], [.. files[row.Id]]));
    }
}
