using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>
/// Answers through a link, without an account. Looking changes nothing; the link is used up by the answer, and by nothing else. What was
/// accepted is kept as a file, which shows it as a signed letter would.
/// </summary>
public sealed class GiveAcceptance(OpenLink open)
{
    /// <summary>What is asked, and of whom; nothing when the link does not work, with why.</summary>
    public async Task<(LinkState State, AskedAcceptance? Asked)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(AcceptanceMail.Purpose, secret, token);
        return opened.State != LinkState.Good ? (opened.State, null)
            : await RequestAsync(opened, token) is { Answer: AcceptanceAnswer.Waiting } request
                ? (LinkState.Good, new AskedAcceptance(opened.Company!.Name, request))
                : (LinkState.Revoked, null);
    }

    /// <exception cref="Refused">The link does not work any more, a remark is missing, or the version is gone or accepted
    /// already.</exception>
    public async Task RunAsync(string? secret, AcceptanceAnswerInput input, CancellationToken token)
    {
        var remark = string.IsNullOrWhiteSpace(input.Remark) ? null : input.Remark.Trim();
        if ((!input.IsAccepted && remark is null) || remark?.Length > AcceptanceRequest.MaxRemarkLength)
        {
            throw new Refused(
                remark is null ? Texts.Acceptance_RemarkMissing
                    : Texts.Input_TooLong.With(Texts.Acceptance_Remark, AcceptanceRequest.MaxRemarkLength),
                nameof(input.Remark));
        }

        await using var opened = await open.RunAsync(AcceptanceMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            throw new Refused(Texts.Acceptance_NoLonger);
        }

        var db = opened.Get<Db>();
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var request = await RequestAsync(opened, token);
        if (request?.Answer != AcceptanceAnswer.Waiting || !await opened.Get<UseLink>().RunAsync(opened.Link!, token))
        {
            throw new Refused(Texts.Acceptance_NoLonger);
        }

        var now = opened.Get<IClock>().GetCurrentInstant();
        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleAsync(row => row.Id == request.CommitmentId, token);
        if (input.IsAccepted)
        {
            await AcceptAsync(opened.Get<FileStore>(), opened.Get<Tenant>(), commitment, (request, AcceptedWay.Link, now), token);
        }

        request.Give(input.IsAccepted ? AcceptanceAnswer.Accepted : AcceptanceAnswer.Remarked, remark, now);
        db.Record(
            input.IsAccepted ? "CommitmentAcceptedByLink" : "AcceptanceRemarked", commitment.Ref,
            new { commitment.Name, Version = request.Number, By = request.PersonName, request.Hash });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }

    /// <summary>Makes the version an agreed one, with a file of what was accepted.</summary>
    internal static async Task AcceptAsync(
        FileStore store, Tenant tenant, Commitment commitment, (AcceptanceRequest Asked, AcceptedWay Way, Instant At) answer,
        CancellationToken token)
    {
        var request = answer.Asked;
        var version = commitment.Versions.SingleOrDefault(row => row.Id == request.VersionId);
        if (version is not { IsInternalTarget: true })
        {
            throw new Refused(Texts.Acceptance_NoLonger);
        }

        var day = answer.At.InZone(tenant.Zone).Date.ToDateOnly();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(request.Content));
        var name = Texts.Acceptance_FileName.With(request.Number.ToString(CultureInfo.InvariantCulture));
        var file = await store.SaveAsync(content, name, "text/plain; charset=utf-8", token);
        version.Accept(request.PersonName, day, answer.Way, file.Name, file.Hash);
    }

    private static Task<AcceptanceRequest?> RequestAsync(OpenedLink opened, CancellationToken token)
    {
        var id = opened.Link!.SubjectId;
        return opened.Get<Db>().Set<AcceptanceRequest>().SingleOrDefaultAsync(row => row.Id == id, token);
    }
}

/// <summary>What the page of a link shows.</summary>
public sealed record AskedAcceptance(string Company, AcceptanceRequest Request);

/// <summary>An answer.</summary>
public sealed class AcceptanceAnswerInput
{
    public const string Accepted = "accepted";
    public const string Remarked = "remarked";

    /// <summary>Value of the button that was pressed.</summary>
    public string? How { get; set; }

    public string? Remark { get; set; }

    internal bool IsAccepted => How == Accepted;
}
