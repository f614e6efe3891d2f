using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Reads what people added to the events: confirmed words, corrected delays, disputes.</summary>
public sealed class ReadAdjustments(Db db)
{
    private (string Evidence, Adjustments Adjustments)? _known;

    /// <summary>The same for whoever has the stamp of the evidence: what a page measures several times on is read once.</summary>
    public async Task<Adjustments> RunAsync(string evidence, CancellationToken token)
    {
        if (_known is { } known && known.Evidence == evidence)
        {
            return known.Adjustments;
        }

        var read = await RunAsync(token);
        _known = (evidence, read);
        return read;
    }

    public async Task<Adjustments> RunAsync(CancellationToken token)
    {
        var disputes = await DisputedObligations.ReadAsync(db, token);
        var words = await db.Set<WordConfirmation>().AsNoTracking().OrderBy(row => row.MadeAt).ThenBy(row => row.Id)
            .ToListAsync(token);
        var delays = await db.Set<DelayCorrection>().AsNoTracking().OrderBy(row => row.MadeAt).ThenBy(row => row.Id).ToListAsync(token);
        var events = new HashSet<long>();
        var proofs = new HashSet<Guid>();
        var against = new Dictionary<long, WordAgainst>();
        foreach (var word in words)
        {
            if (word.EventId is { } told)
            {
                against.Remove(told);
                if (word.Denies || word.EndsOn is not null)
                {
                    against[told] = new WordAgainst(word.EndsOn);
                }
            }

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
            Subjects = [.. words.Select(row => (row.CommitmentId, row.Obligation, row.Id)),
                .. delays.Select(row => (row.CommitmentId, row.Obligation, row.Id)), .. disputes.Subjects],
            Disputes = disputes,
            Confirmations = words,
            Against = against,
        };
    }
}
