using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Names for the lines of the history, as they are when something happens.</summary>
public static class CommitmentNames
{
    public static Task<string?> OfAsync(Db db, Guid id, CancellationToken token) =>
        db.Set<Commitment>().Where(row => row.Id == id).Select(row => row.Name).FirstOrDefaultAsync(token);
}
