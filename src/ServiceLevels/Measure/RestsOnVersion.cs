using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What was placed on due dates and said of them since a version of their commitment was made, and delays that somebody attributed: it was
/// done with that version in mind.
/// </summary>
internal sealed class RecordedSinceVersion(Db db) : IRestsOnVersion
{
    public Task<bool> AnyAsync(Guid commitmentId, Instant madeAt, CancellationToken token) =>
        db.Set<Commitment>().Where(row => row.Id == commitmentId).AnyAsync(
            row => db.Set<OccurrenceProof>().Any(proof => proof.CommitmentId == row.Id && proof.WithdrawnAt == null && proof.PlacedAt > madeAt)
                || db.Set<OccurrenceStatement>().Any(statement => statement.CommitmentId == row.Id && statement.TakenBackAt == null && statement.MadeAt > madeAt)
                || db.Set<DelayCorrection>().Any(correction => correction.CommitmentId == row.Id && correction.MadeAt > madeAt),
            token);
}
