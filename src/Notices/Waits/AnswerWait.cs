using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>
/// The other side says whether a wait is so: what it agrees to is proof, with both names. Neither side answers for the other, and
/// nothing is
/// answered twice but what silence had confirmed.
/// </summary>
internal sealed class AnswerWait(Db db, Tenant tenant, WaitWord word, IClock clock)
{
    /// <summary>Of a signed-in person, for the company.</summary>
    /// <exception cref="NotFound">The company has no such question.</exception>
    /// <exception cref="Refused">The provider is asked, or it was answered; the day is missing or cannot be.</exception>
    public async Task RunAsync(Guid id, string? how, string? on, CancellationToken token)
    {
        var question = await db.Set<WaitQuestion>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (question.AskedOf != Party.Company)
        {
            throw new Refused(Texts.Wait_NotOurs);
        }

        var name = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.DisplayName).SingleOrDefaultAsync(token);
        await SaveAsync(question, how, on, name ?? tenant.Company.Name, token);
    }

    /// <summary>Of whoever has the link of a mail that asks.</summary>
    public async Task ByMailAsync(Guid mailId, Guid id, string? how, string? on, CancellationToken token)
    {
        var question = await db.Set<WaitQuestion>().SingleOrDefaultAsync(row => row.Id == id && row.MailId == mailId, token)
            ?? throw new NotFound();
        await SaveAsync(question, how, on, question.ToName, token);
    }

    private async Task SaveAsync(WaitQuestion question, string? how, string? on, string by, CancellationToken token)
    {
        if (!Enum.TryParse<WaitAnswer>(how, out var answer) || answer is not (WaitAnswer.Exact or WaitAnswer.Sent or WaitAnswer.Wrong))
        {
            throw new Refused(Texts.Wait_Unclear);
        }

        if (!question.IsOpen)
        {
            throw new Refused(Texts.Wait_Answered);
        }

        var day = answer == WaitAnswer.Sent ? Checked(question, on) : (DateOnly?)null;
        await word.SettleAsync(question, answer, day, by, by, token);
        await db.SaveChangesAsync(token);
    }

    private DateOnly Checked(WaitQuestion question, string? on)
    {
        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new Refused(Texts.WorkDay_Missing, nameof(on));
        }

        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        return day > today ? throw new Refused(Texts.WorkDay_Future, nameof(on)) : day;
    }
}

/// <summary>The answers by the link of a mail, without an account. Looking changes nothing.</summary>
public sealed class AnswerWaitByMail(OpenLink open)
{
    /// <summary>What the mail of the link asked; nothing when the link does not work, with why.</summary>
    internal async Task<(LinkState State, AskedWaits? Asked)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(WaitMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            return (opened.State, null);
        }

        var mail = opened.Link!.SubjectId;
        var rows = await opened.Get<Db>().Set<WaitQuestion>().AsNoTracking().Where(row => row.MailId == mail).OrderBy(row => row.Since)
            .ThenBy(row => row.Id).ToListAsync(token);
        var facts = await opened.Get<ReadCompanyFacts>().RunAsync(token);
        return (LinkState.Good, new AskedWaits(
            opened.Company!.Name, facts.Zone, [.. rows.Select(row => new WaitRow(row, facts.Find(row.CommitmentId), null))]));
    }

    /// <exception cref="Refused">The link does not work any more, or the answer is none.</exception>
    public async Task RunAsync(string? secret, Guid id, string? how, string? on, CancellationToken token)
    {
        await using var opened = await open.RunAsync(WaitMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            throw new Refused(Texts.Escalation_LinkNoLonger);
        }

        await opened.Get<AnswerWait>().ByMailAsync(opened.Link!.SubjectId, id, how, on, token);
    }
}

/// <summary>What the page of a mail's link shows.</summary>
internal sealed record AskedWaits(string Company, DateTimeZone Zone, IReadOnlyList<WaitRow> Rows);
