using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>
/// Answers through a link, without an account. Looking changes nothing; the link is used up by the answer, and by nothing else.
/// </summary>
public sealed class GiveAgreement(OpenLink open)
{
    /// <summary>What is asked, and of whom; nothing when the link does not work, with why.</summary>
    public async Task<(LinkState State, AskedAgreement? Asked)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(AgreementMail.Purpose, secret, token);
        return opened.State != LinkState.Good ? (opened.State, null)
            : await AgreementAsync(opened, token) is { Answer: AgreementAnswer.Waiting } agreement
                ? (LinkState.Good, new AskedAgreement(opened.Company!.Name, agreement, await TargetAsync(opened, agreement, token)))
                : (LinkState.Revoked, null);
    }

    /// <exception cref="Refused">The link does not work any more, or a remark is missing.</exception>
    public async Task RunAsync(string? secret, AnswerInput input, CancellationToken token)
    {
        if (!input.IsAgreed && string.IsNullOrWhiteSpace(input.Remark))
        {
            throw new Refused(Texts.Agreement_RemarkMissing, nameof(input.Remark));
        }

        await using var opened = await open.RunAsync(AgreementMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            throw new Refused(Texts.Agreement_NoLonger);
        }

        var db = opened.Get<Db>();
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var agreement = await AgreementAsync(opened, token);
        if (agreement?.Answer != AgreementAnswer.Waiting || !await opened.Get<UseLink>().RunAsync(opened.Link!, token))
        {
            throw new Refused(Texts.Agreement_NoLonger);
        }

        var remark = string.IsNullOrWhiteSpace(input.Remark) ? null : input.Remark.Trim();
        var now = opened.Get<IClock>().GetCurrentInstant();
        agreement.Give(input.IsAgreed ? AgreementAnswer.Agreed : AgreementAnswer.Remarked, remark, now);
        var subject = agreement.ProcessId is { } process ? new SubjectRef(Process.Kind, process) : agreement.Ref;
        db.Record(
            input.IsAgreed ? "AgreementGiven" : "AgreementRemarked", subject, new { Name = agreement.About, Who = agreement.PersonName });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }

    // The version that was published when it was asked, known by its number and hash; a later one is another question.
    private static async Task<AskedTarget?> TargetAsync(OpenedLink opened, Agreement agreement, CancellationToken token)
    {
        if (agreement.ProcessId is null || MapSnapshot.Read(agreement.Content).Target is not var (number, hash))
        {
            return null;
        }

        var version = await opened.Get<Db>().Set<ProcessTarget>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ProcessId == agreement.ProcessId && row.Number == number && row.Hash == hash, token);
        return version is not null && await opened.Get<ReadTargetDiagram>().RunAsync(version, token) is { } diagram
            ? new AskedTarget(version, diagram)
            : null;
    }

    private static Task<Agreement?> AgreementAsync(OpenedLink opened, CancellationToken token)
    {
        var id = opened.Link!.SubjectId;
        return opened.Get<Db>().Set<Agreement>().SingleOrDefaultAsync(row => row.Id == id, token);
    }
}

/// <summary>What the page of a link shows.</summary>
/// <param name="Target">The target as it was published then; null without one, or where it holds no drawing.</param>
public sealed record AskedAgreement(string Company, Agreement Agreement, AskedTarget? Target);

/// <summary>A version of a target with its drawings.</summary>
public sealed record AskedTarget(ProcessTarget Version, TargetDiagram Diagram);

/// <summary>An answer.</summary>
public sealed class AnswerInput
{
    /// <summary>Value of the button that was pressed.</summary>
    public string? How { get; set; }

    [StringLength(
        Agreement.MaxRemarkLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Remark { get; set; }

    internal bool IsAgreed => How == Agreed;

    public const string Agreed = "agreed";
    public const string Remarked = "remarked";
}
