using Microsoft.AspNetCore.Http;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Contests;

/// <summary>
/// Contests how a due date or a case came out, for one side, with its reason and papers. The computed outcome stays: it is printed as
/// contested from now on.
/// </summary>
public sealed class OpenDispute(Db db, FileStore files, FindContested find, ContestWindow window, IClock clock)
{
    /// <exception cref="Refused">
    /// It has not come out yet, is contested already, would not read otherwise, the reason is missing, or the time to contest is over.
    /// </exception>
    public async Task<Dispute> RunAsync(Contested contested, DisputeInput input, Disputant who, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var thing = await find.RunAsync(contested, token) ?? throw new NotFound();
        var wish = Check(thing, input);
        await window.CheckAsync(thing.Commitment.Row, who.Side, token);
        var now = clock.GetCurrentInstant();
        var dispute = Dispute.Open(contested, wish, input.Reason!, who, now);
        db.Add(dispute);
        await KeepAsync(dispute, input.Papers, now, token);
        db.Record("DisputeOpened", dispute.Ref, DisputeLine.Of(dispute, thing.Commitment.Name, who, dispute.Reason));
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return dispute;
    }

    private static DisputeWish Check(ContestedThing thing, DisputeInput input)
    {
        if (thing.Disputed is not null)
        {
            throw new Refused(Texts.Dispute_Already);
        }

        if (!thing.CanBeContested)
        {
            throw new Refused(thing.Commitment.Row.ProviderId is null ? Texts.Dispute_NoOtherSide : Texts.Dispute_NotYet);
        }

        if (input.Wish is not { } wish || !thing.Wishes.Contains(wish))
        {
            throw new Refused(Texts.Dispute_WishMissing, nameof(input.Wish));
        }

        if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Trim().Length > Dispute.MaxReasonLength)
        {
            throw new Refused(
                string.IsNullOrWhiteSpace(input.Reason) ? Texts.Dispute_ReasonMissing : Texts.Dispute_TooLong.With(Dispute.MaxReasonLength),
                nameof(input.Reason));
        }

        var papers = input.Papers;
        return papers.Count > Dispute.MaxFiles || papers.Any(paper => paper.Length > Dispute.MaxFileBytes)
            ? throw new Refused(Texts.Dispute_Files.With(Dispute.MaxFiles, Dispute.MaxFileBytes >> 20), nameof(input.Files))
            : wish;
    }

    private async Task KeepAsync(Dispute dispute, IReadOnlyList<IFormFile> papers, Instant now, CancellationToken token)
    {
        foreach (var paper in papers)
        {
            await using var content = paper.OpenReadStream();
            var stored = await files.SaveAsync(content, paper.FileName, paper.ContentType, token);
            db.Add(DisputeFile.Create(dispute.Id, stored.Hash, stored.Name, stored.Size, now));
        }
    }
}

/// <summary>What is contested about it, and why.</summary>
public sealed class DisputeInput
{
    public DisputeWish? Wish { get; set; }

    public string? Reason { get; set; }

    /// <summary>Papers that show it.</summary>
    public IReadOnlyList<IFormFile>? Files { get; set; }

    internal IReadOnlyList<IFormFile> Papers => [.. (Files ?? []).Where(file => file.Length > 0)];
}

/// <summary>What the history keeps of a step in a dispute.</summary>
internal static class DisputeLine
{
    public static object Of(Dispute dispute, string? commitment, Disputant who, string? reason) => new
    {
        dispute.CommitmentId,
        Commitment = commitment,
        dispute.Obligation,
        Side = who.Side.ToString(),
        Wish = dispute.Wish.ToString(),
        Reason = string.IsNullOrEmpty(reason) ? null : reason,
    };
}
