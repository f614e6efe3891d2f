using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// What would lose its ground if a version of a commitment went: proofs, statements, corrections that were recorded while it was there.
/// Whoever keeps such things contributes.
/// </summary>
public interface IRestsOnVersion
{
    /// <summary>Whether something was recorded for the commitment since the version was made.</summary>
    Task<bool> AnyAsync(Guid commitmentId, Instant madeAt, CancellationToken token);
}

/// <summary>
/// Takes back a version that was made by mistake, as if it had never been written; the history keeps that it was. Only the last one made, and
/// only while nothing rests on it: neither the other side's agreement nor anything that was recorded since.
/// </summary>
public sealed class TakeBackVersion(Db db, IEnumerable<IRestsOnVersion> keepers)
{
    /// <summary>Why a version has to stay; null when it can be taken back.</summary>
    public async Task<string?> ReasonToKeepAsync(Commitment commitment, CommitmentVersion version, CancellationToken token)
    {
        if (commitment.Versions.Count == 1)
        {
            return Texts.Version_KeepOnly;
        }

        if (version.Number != commitment.Versions.Max(row => row.Number))
        {
            return Texts.Version_KeepNotLast;
        }

        if (version.AgreedBy is not null)
        {
            return Texts.Version_KeepAgreed;
        }

        foreach (var keeper in keepers)
        {
            if (await keeper.AnyAsync(commitment.Id, version.MadeAt, token))
            {
                return Texts.Version_KeepUsed;
            }
        }

        return null;
    }

    /// <exception cref="Refused">Something rests on it, or it is not the last one made.</exception>
    public async Task RunAsync(Guid id, int number, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var version = commitment.Versions.SingleOrDefault(row => row.Number == number) ?? throw new NotFound();
        if (await ReasonToKeepAsync(commitment, version, token) is { } reason)
        {
            throw new Refused(reason);
        }

        db.Remove(version);
        db.Entry(commitment).State = EntityState.Modified;
        db.Record("CommitmentVersionTakenBack", commitment.Ref, new
        {
            commitment.Name,
            Version = version.Number,
            From = version.EffectiveFrom.ToString("O", CultureInfo.InvariantCulture),
            Rule = version.RuleJson,
        });
        await db.SaveChangesAsync(token);
    }
}
