using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// A closed month for the provider, by the link of the mail that says that it is closed: to download for a year, whatever became of the
/// contract and without an account.
/// </summary>
public sealed class ClosedByLink(OpenLink open)
{
    /// <summary>What the link is good for.</summary>
    public const string Purpose = "closed-month";

    /// <summary>How long it works.</summary>
    public const int Days = 365;

    /// <summary>What was closed; nothing when the link does not work, with why.</summary>
    internal async Task<(LinkState State, ClosedMonthShown? Shown)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(Purpose, secret, token);
        if (opened.State != LinkState.Good || await FindAsync(opened, token) is not { Hash: not null } row)
        {
            return (opened.State, null);
        }

        var title = await opened.Get<Db>().Set<Contract>().Where(item => item.Id == row.ContractId).Select(item => item.Title)
            .SingleAsync(token);
        return (LinkState.Good, new ClosedMonthShown(
            opened.Company!.Name, Texts.Statement_About.With(StatementWords.Month(row.Month), title), row,
            opened.Get<Tenant>().Zone));
    }

    /// <exception cref="NotFound">The link does not work, or there is no such form.</exception>
    internal async Task<IResult> DownloadAsync(string? secret, string format, CancellationToken token)
    {
        await using var opened = await open.RunAsync(Purpose, secret, token);
        return opened.State == LinkState.Good
            ? await opened.Get<StatementFiles>().AnswerAsync(await FindAsync(opened, token), format, token)
            : throw new NotFound();
    }

    private static Task<MonthStatement?> FindAsync(OpenedLink opened, CancellationToken token)
    {
        var id = opened.Link!.SubjectId;
        return opened.Get<Db>().Set<MonthStatement>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token);
    }
}

/// <summary>What the page of the link shows.</summary>
internal sealed record ClosedMonthShown(string Company, string About, MonthStatement Row, DateTimeZone Zone);
