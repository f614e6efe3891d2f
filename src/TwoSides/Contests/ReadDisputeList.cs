using Microsoft.AspNetCore.Http;
using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Contests;

/// <summary>Which disputes are wanted; all of it is in the address.</summary>
internal sealed record DisputeFilter(string? Search = null, Guid? ContractId = null, string? State = null, string? Sort = null)
{
    public const string WaitsOnUs = "us";
    public const string WaitsOnThem = "them";

    internal bool Keeps(DisputeRow row) =>
        (ContractId is null || row.Contract?.Id == ContractId)
        && State switch
        {
            null or "" => true,
            WaitsOnUs => row.Record.WaitsOn == Party.Company,
            WaitsOnThem => row.Record.WaitsOn == Party.Provider,
            _ => row.Record.State.ToString() == State,
        }
        && (row.Name + " " + row.Record.Dispute.Reason).Folded().Contains((Search ?? "").Trim().Folded(), StringComparison.Ordinal);
}

/// <summary>A dispute with what it is about.</summary>
/// <param name="Commitment">Null for a commitment that is archived.</param>
/// <param name="Thing">How it came out; null for what is measured no more.</param>
public sealed record DisputeRow(DisputeRecord Record, CommitmentFacts? Commitment, ContestedThing? Thing, Contract? Contract)
{
    /// <summary>"Bulletins de paie, mai 2026".</summary>
    public string Name => Texts.Dispute_Of.With(
        Commitment?.Name ?? Texts.Dispute_Archived,
        Thing?.Name ?? (DelayCorrection.CaseOf(Record.Dispute.Obligation) is null
            ? Sourcing.Commitments.PeriodWords.Of(Record.Dispute.Obligation) : Texts.Dispute_ACase));

    public string Provider => Commitment?.Provider ?? Texts.Party_Provider;
}

/// <summary>The disputes of a company with what they are about; and how long each side took to answer.</summary>
internal sealed record DisputeList(
    IReadOnlyList<DisputeRow> Rows, IReadOnlyList<DisputeRow> All, IReadOnlyList<Choice> Contracts, IReadOnlyList<string> Paces,
        BusinessDays Days)
{
    public int Open => All.Count(row => row.Record.IsOpen);

    public int WaitOnUs => All.Count(row => row.Record.WaitsOn == Party.Company);
}

/// <summary>Lists disputes, or one contract's, for the company.</summary>
public sealed class ReadDisputeList(ReadDisputes read, FindContested find, ReadCompanyFacts readFacts, Tenant tenant)
{
    public const int PageSize = 25;

    internal async Task<DisputeList> RunAsync(DisputeFilter filter, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var all = await RowsAsync(await read.RunAsync(null, token), facts, token);
        var days = BusinessDays.For(facts.HolidayZone);
        var ofContract = all.Where(row => filter.ContractId is null || row.Contract?.Id == filter.ContractId).ToList();
        return new DisputeList(
            [.. Sorted(all.Where(filter.Keeps), filter.Sort)], ofContract,
            [.. all.Select(row => row.Contract).OfType<Contract>().DistinctBy(row => row.Id)
                .OrderBy(row => row.Title.Folded(), StringComparer.Ordinal).Select(row => new Choice(row.Id.ToString(), row.Title))],
            [.. PacesOf(ofContract, days)], days);
    }

    /// <summary>One dispute; null when there is none of that key.</summary>
    internal async Task<DisputeRow?> OneAsync(Guid id, CancellationToken token) =>
        await read.OneAsync(id, token) is { } record ? (await RowsAsync([record], await readFacts.RunAsync(token), token))[0] : null;

    internal async Task<IResult> ExportAsync(DisputeFilter filter, string format, CancellationToken token)
    {
        var list = await RunAsync(filter, token);
        return await new TableExport(Texts.Dispute_FileName, Headers, list.Rows.Select(row => Cells(row, list.Days)))
            .AnswerAsync(format, token);
    }

    /// <summary>The disputes with what they are about.</summary>
    public async Task<IReadOnlyList<DisputeRow>> RowsAsync(IReadOnlyList<DisputeRecord> records, CompanyFacts facts,
        CancellationToken token)
    {
        var things = await find.AllAsync([.. records.Select(record => record.Contested)], token);
        return [.. records.Select(record => RowOf(record, facts, things.GetValueOrDefault(record.Contested)))];
    }

    private static DisputeRow RowOf(DisputeRecord record, CompanyFacts facts, ContestedThing? thing)
    {
        var commitment = facts.Find(record.Dispute.CommitmentId);
        return new DisputeRow(record, commitment, thing, facts.Contracts.FirstOrDefault(row => row.Id == commitment?.Row.ContractId));
    }

    private IEnumerable<string> PacesOf(IReadOnlyList<DisputeRow> rows, BusinessDays days)
    {
        if (AnswerPace.Of(rows.Select(row => row.Record), Party.Company, days, tenant.Zone).Said(tenant.Company.Name) is { } ours)
        {
            yield return ours;
        }

        foreach (var group in rows.GroupBy(row => row.Provider).OrderBy(group => group.Key, StringComparer.CurrentCulture))
        {
            if (AnswerPace.Of(group.Select(row => row.Record), Party.Provider, days, tenant.Zone).Said(group.Key) is { } theirs)
            {
                yield return theirs;
            }
        }
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Grid_RowHead, Texts.Dispute_About, Texts.Dispute_OpenedOn, Texts.Dispute_Side, Texts.Dispute_Computed, Texts.Dispute_Wish,
        Texts.Dispute_Reason, Texts.Dispute_State, Texts.Dispute_AnsweredInDays, Texts.Dispute_SettledOn,
    ];

    private object?[] Cells(DisputeRow row, BusinessDays days)
    {
        var (dispute, sides) = (row.Record.Dispute, new DisputeSides(tenant.Company.Name, row.Provider));
        return
        [
            row.Commitment?.Name, row.Thing?.Name ?? dispute.Obligation, dispute.OpenedAt.InZone(tenant.Zone).LocalDateTime,
            sides.NameOf(dispute.Side), row.Thing?.Standing.Text(row.Thing.Delay), dispute.Wish.Text(), dispute.Reason,
            DisputeWords.State(row.Record, Party.Company, sides),
            row.Record.Answer is { } answer ? DisputeWords.DaysBetween(dispute.OpenedAt, answer.At, days, tenant.Zone) : null,
            row.Record.SettledAt?.InZone(tenant.Zone).LocalDateTime,
        ];
    }

    private static IEnumerable<DisputeRow> Sorted(IEnumerable<DisputeRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name.Folded(), StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(row => row.Name.Folded(), StringComparer.Ordinal),
        "state" => rows.OrderBy(row => row.Record.State),
        "-state" => rows.OrderByDescending(row => row.Record.State),
        "answer" => rows.OrderBy(Answered),
        "-answer" => rows.OrderByDescending(Answered),
        "opened" => rows.OrderBy(row => row.Record.Dispute.OpenedAt),
        _ => rows.OrderByDescending(row => row.Record.Dispute.OpenedAt),
    };

    private static Duration Answered(DisputeRow row) => row.Record.Answer is { } answer ? answer.At - row.Record.Dispute.OpenedAt
        : Duration.MaxValue;
}
