using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Who accepted a version of a commitment for the other side, when, and the paper that shows it.</summary>
public sealed class AcceptanceInput
{
    public Guid CommitmentId { get; set; }

    public int VersionNumber { get; set; }

    public string? By { get; set; }

    public DateOnly? On { get; set; }

    /// <summary>A file that was received already; null when <see cref="File"/> brings one.</summary>
    public Guid? ReceivedFileId { get; set; }

    /// <summary>The signed letter or the provider's mail, sent with the form.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>
/// Writes down that the other side accepted a version, with the paper that shows it: from an internal target it becomes an agreed
/// commitment. Without a paper it would be our own word about somebody else, and is refused.
/// </summary>
public sealed class AcceptCommitment(Db db, FileStore files, IEnumerable<IReceivedFiles> received, Tenant tenant, IClock clock)
{
    /// <summary>What can be chosen as the paper, the newest first.</summary>
    public async Task<IReadOnlyList<ReceivedPaper>> PrepareAsync(CancellationToken token)
    {
        var all = new List<ReceivedPaper>();
        foreach (var source in received)
        {
            all.AddRange(await source.RunAsync(token));
        }

        return [.. all.OrderByDescending(file => file.ReceivedAt)];
    }

    /// <exception cref="Refused">Who, when or the paper is missing, or the day has not come.</exception>
    public async Task RunAsync(AcceptanceInput input, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(input.By) || input.By.Length > CommitmentVersion.MaxPersonLength)
        {
            throw new Refused(Texts.Commitment_AgreedByMissing, nameof(AcceptanceInput.By));
        }

        var on = input.On ?? throw new Refused(Texts.Commitment_AgreedOnMissing, nameof(AcceptanceInput.On));
        if (on > clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly() || !LikelyDays.Contains(on))
        {
            throw new Refused(Texts.Commitment_AgreedOnFuture, nameof(AcceptanceInput.On));
        }

        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == input.CommitmentId, token) ?? throw new NotFound();
        var version = commitment.Versions.SingleOrDefault(row => row.Number == input.VersionNumber) ?? throw new NotFound();
        var paper = await KeepAsync(input, token);
        version.Accept(input.By, on, AcceptedWay.Paper, paper.Name, paper.Hash);
        db.Record("CommitmentAccepted", commitment.Ref, new
        {
            commitment.Name,
            Version = version.Number,
            By = version.AgreedBy,
            On = on.ToString("O", CultureInfo.InvariantCulture),
            File = paper.Name,
            paper.Hash,
        });
        await db.SaveChangesAsync(token);
    }

    // The paper is kept once more under this acceptance: it stays when its first place is emptied.
    private async Task<StoredFile> KeepAsync(AcceptanceInput input, CancellationToken token)
    {
        if (input.File is { Length: > 0 } sent)
        {
            await using var content = sent.OpenReadStream();
            return await files.SaveAsync(content, sent.FileName, sent.ContentType, token);
        }

        if (input.ReceivedFileId is not { } id)
        {
            throw new Refused(Texts.Commitment_AcceptFileMissing, nameof(AcceptanceInput.File));
        }

        var chosen = (await PrepareAsync(token)).FirstOrDefault(file => file.Id == id) ?? throw new Refused(Texts.Commitment_AcceptFileGone, nameof(AcceptanceInput.ReceivedFileId));
        await using var kept = await files.OpenAsync(chosen.Hash, token);
        return await files.SaveAsync(kept, chosen.Name, mediaType: null, token);
    }
}
