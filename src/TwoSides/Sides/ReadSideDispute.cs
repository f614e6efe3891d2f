using Pupitre.Platform;
using Pupitre.TwoSides.Contests;

namespace Pupitre.TwoSides.Sides;

/// <summary>Reads one dispute for the provider that it is with.</summary>
public sealed class ReadSideDispute(ReadDisputeList list)
{
    /// <exception cref="NotFound">There is none of that key, or it is with another provider.</exception>
    internal async Task<DisputeRow> RunAsync(Guid providerId, Guid disputeId, CancellationToken token) =>
        await list.OneAsync(disputeId, token) is { } row && row.Commitment?.Row.ProviderId == providerId ? row : throw new NotFound();
}
