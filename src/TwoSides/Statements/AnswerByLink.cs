using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// The provider's word about a month, through the link of its mail and without an account. Looking changes nothing; the link works
/// until the month is closed.
/// </summary>
public sealed class AnswerByLink(OpenLink open)
{
    /// <summary>What the link's month says; nothing when it does not work, with why.</summary>
    internal async Task<(LinkState State, AskedMonth? Asked)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(StatementMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            return (opened.State, null);
        }

        return await MonthAsync(opened, token) is { IsClosed: false } row
            ? (LinkState.Good,
                new AskedMonth(
                    opened.Company!.Name,
                    await opened.Get<ReadMonthStatement>().RunAsync(row.ContractId, row.Month, row.Number, token)))
            : (LinkState.Used, null);
    }

    /// <summary>
    /// Notes what the provider says, and that it agrees where it pressed that button; then, when the company agreed too, closes.
    /// </summary>
    /// <exception cref="Refused">The link does not work any more, or neither a word nor an agreement came.</exception>
    public async Task RunAsync(string? secret, MonthAnswerInput input, CancellationToken token)
    {
        await using var opened = await open.RunAsync(StatementMail.Purpose, secret, token);
        if (opened.State != LinkState.Good || await MonthAsync(opened, token) is not { IsClosed: false } row)
        {
            throw new Refused(Texts.Statement_LinkNoLonger);
        }

        var (db, now) = (opened.Get<Db>(), opened.Get<IClock>().GetCurrentInstant());
        var name = string.IsNullOrWhiteSpace(input.Name) ? throw new Refused(Texts.Statement_NameMissing, nameof(input.Name))
            : input.Name.Trim() is { Length: <= StatementComment.MaxNameLength } said ? said
            : throw new Refused(Texts.Statement_NameTooLong.With(StatementComment.MaxNameLength), nameof(input.Name));
        if (!input.Agrees || !string.IsNullOrWhiteSpace(input.Comment))
        {
            db.Add(StatementComment.Create(row.Id, Party.Provider, "contact", name, null, AnswerMonth.Checked(input.Comment), now));
            db.Record("MonthCommented", row.Ref,
                new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), row.ContractId, Side = nameof(Party.Provider) });
        }

        if (input.Agrees)
        {
            row.AgreeForProvider(now, name);
            db.Record("MonthAgreed", row.Ref,
                new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), row.ContractId, Side = nameof(Party.Provider) });
        }

        await db.SaveChangesAsync(token);
        if (row.IsAgreed)
        {
            await opened.Get<CloseMonth>().RunAsync(row, now, token);
        }
    }

    private static Task<MonthStatement?> MonthAsync(OpenedLink opened, CancellationToken token)
    {
        var id = opened.Link!.SubjectId;
        return opened.Get<Db>().Set<MonthStatement>().SingleOrDefaultAsync(row => row.Id == id, token);
    }
}

/// <summary>What the page of a link shows.</summary>
internal sealed record AskedMonth(string Company, StatementView View);

/// <summary>What somebody of the provider answers.</summary>
public sealed class MonthAnswerInput
{
    /// <summary>Value of the button that was pressed.</summary>
    public string? How { get; set; }

    public string? Name { get; set; }

    public string? Comment { get; set; }

    internal bool Agrees => How == Agreed;

    public const string Agreed = "agreed";
    public const string Said = "said";
}
