using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Reads what people added to the events: confirmed words and corrected delays.</summary>
public sealed class ReadAdjustments(Db db)
{
    internal async Task<Adjustments> RunAsync(CancellationToken token)
    {
        var words = await db.Set<WordConfirmation>().AsNoTracking().OrderBy(row => row.MadeAt).ThenBy(row => row.Id)
            .ToListAsync(token);
        var delays = await db.Set<DelayCorrection>().AsNoTracking().OrderBy(row => row.MadeAt).ThenBy(row => row.Id).ToListAsync(token);
        var events = new HashSet<long>();
        var proofs = new HashSet<Guid>();
        foreach (var word in words)
        {
            _ = (word.EventId, word.ProofId, word.Confirms) switch
            {
                ({ } id, _, true) => events.Add(id),
                ({ } id, _, false) => events.Remove(id),
                (_, { } id, true) => proofs.Add(id),
                (_, { } id, false) => proofs.Remove(id),
                _ => false,
            };
        }

        var last = new Dictionary<(Guid, string), DelayCorrection>();
        foreach (var delay in delays)
        {
            last[(delay.CommitmentId, delay.Obligation)] = delay;
        }

        return new Adjustments(events, proofs, last)
        {
            Subjects = [.. words.Select(row => (row.CommitmentId, row.Obligation, row.Id)), .. delays.Select(row => (row.CommitmentId, row.Obligation, row.Id))],
            Confirmations = words,
        };
    }
}
