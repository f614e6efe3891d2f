using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// Says until which day a version is only observed. What the other side accepted is observed for as long as it was told, or longer: a
/// shorter time would bring consequences sooner than it agreed to.
/// </summary>
public sealed class ObserveCommitment(Db db)
{
    /// <exception cref="Refused">The day lies before the version begins, or is sooner than what the other side accepted.</exception>
    public async Task RunAsync(Guid commitmentId, int versionNumber, DateOnly? until, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == commitmentId, token)
            ?? throw new NotFound();
        var version = commitment.Versions.SingleOrDefault(row => row.Number == versionNumber) ?? throw new NotFound();
        var day = Checked(until, version.EffectiveFrom, nameof(until));
        if (!version.IsInternalTarget && version.ObservedUntil is { } known && !(day >= known))
        {
            throw new Refused(Texts.Observed_OnlyLonger, nameof(until));
        }

        if (version.ObservedUntil == day)
        {
            return;
        }

        version.ObserveUntil(day);
        db.Record("ObservationChanged", commitment.Ref, new
        {
            commitment.Name,
            Version = version.Number,
            Until = day?.ToString("O", CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(token);
    }

    internal static DateOnly? Checked(DateOnly? until, DateOnly from, string field) => until is not { } day ? null
        : day >= from && LikelyDays.Contains(day) ? day
        : throw new Refused(Texts.Observed_TooEarly, field);
}
