using Microsoft.AspNetCore.Http;
using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Notices.Escalations;

/// <summary>What the list is narrowed to and sorted by; all of it is in the address.</summary>
internal sealed record EscalationFilter(string? Search = null, Guid? CommitmentId = null, string? State = null, string? Sort = null)
{
    public bool Keeps(EscalationRow row) => (CommitmentId is null || row.CommitmentId == CommitmentId)
        && (string.IsNullOrEmpty(State) || row.State.ToString() == State)
        && (row.Name + " " + string.Join(' ', row.To.Select(to => to.Recipient.Name))).Folded()
            .Contains((Search ?? "").Trim().Folded(), StringComparison.Ordinal);
}

/// <summary>The notices of a company.</summary>
internal sealed record EscalationList(IReadOnlyList<EscalationRow> Rows, IReadOnlyList<EscalationRow> All, Ladders Ladders)
{
    public IReadOnlyList<Choice> Commitments =>
        [.. All.DistinctBy(row => row.CommitmentId).OrderBy(row => row.Commitment, StringComparer.CurrentCulture)
            .Select(row => new Choice(row.CommitmentId.ToString(), row.Commitment))];
}

/// <summary>Lists what went out, what should have, and what is silent and why.</summary>
internal sealed class ReadEscalations(ReadLadders read, ReadNotices readNotices)
{
    public const int PageSize = 25;

    internal async Task<EscalationList> RunAsync(EscalationFilter filter, CancellationToken token)
    {
        var ladders = await read.RunAsync(token);
        var open = ladders.Obligations.Select(item => item.Name).ToHashSet();
        var rows = (await readNotices.AllAsync(ladders.Facts, open, token)).ToList();
        var known = rows.Select(row => (row.CommitmentId, row.Obligation, row.Rung)).ToHashSet();
        rows.AddRange(ladders.Obligations.SelectMany(item => Silent(item, ladders))
            .Where(row => !known.Contains((row.CommitmentId, row.Obligation, row.Rung))));
        return new EscalationList([.. Sorted(rows.Where(filter.Keeps), filter.Sort)], rows, ladders);
    }

    internal async Task<IResult> ExportAsync(EscalationFilter filter, string format, CancellationToken token)
    {
        var list = await RunAsync(filter, token);
        return await new TableExport(Texts.Escalation_FileName, Headers, list.Rows.Select(row => Cells(row, list.Ladders.Facts.Zone)))
            .AnswerAsync(format, token);
    }

    // The highest level that was reached and that nothing is written about: because of what the obligation is, or of whom it would be for.
    private static IEnumerable<EscalationRow> Silent(LadderObligation item, Ladders ladders)
    {
        var since = ladders.Since(item.Commitment);
        var reached = item.Rungs.Where(moment => moment.At <= Instant.Min(item.KnownUntil, ladders.Now) && moment.At >= since).ToList();
        if (reached.Count == 0)
        {
            yield break;
        }

        var why = item.Silence is { } silence ? EscalationWords.Of(silence)
            : ladders.TargetsOf(item, reached[^1].Rung) != LadderTarget.Nobody ? null
            : item.Version.IsInternalTarget ? Texts.Escalation_SilentInternal
            : !item.Version.HasConsequencesOn(ladders.Today) ? Texts.Escalation_SilentObserved
            : Texts.Escalation_SilentNobody;
        if (why is not null)
        {
            yield return new EscalationRow(
                item.Commitment.Id, item.Commitment.Name, item.Key,
                EscalationWords.Name(item.Commitment.Name, item.Key, item.CaseName), item.CaseName is not null, reached[^1].Rung,
                reached[^1].At, item.Due, null, [], EscalationState.Silent, why)
            {
                IsOpen = true,
            };
        }
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Grid_RowHead, Texts.Escalation_About, Texts.Escalation_Due, Texts.Escalation_Level, Texts.Escalation_ReachedAt,
        Texts.Escalation_State, Texts.Escalation_To, Texts.Escalation_WrittenAt, Texts.Escalation_AnsweredAt,
        Texts.Escalation_AnsweredBy, Texts.Escalation_Why,
    ];

    private static object?[] Cells(EscalationRow row, DateTimeZone zone) =>
    [
        row.Commitment, row.Name, row.DueAt.InZone(zone).LocalDateTime, EscalationWords.Of(row.Rung, row.IsClock),
        row.ReachedAt.InZone(zone).LocalDateTime, EscalationWords.Of(row.State), string.Join(", ", row.To.Select(to => to.Recipient.Name)),
        row.Notice?.At.InZone(zone).LocalDateTime, row.Notice?.AnsweredAt?.InZone(zone).LocalDateTime,
        row.Notice is { AnsweredAt: not null } answered ? EscalationWords.Answerer(answered) : null, EscalationWords.Why(row),
    ];

    private static IEnumerable<EscalationRow> Sorted(IEnumerable<EscalationRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name.Folded(), StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(row => row.Name.Folded(), StringComparer.Ordinal),
        "due" => rows.OrderBy(row => row.DueAt),
        "-due" => rows.OrderByDescending(row => row.DueAt),
        "level" => rows.OrderBy(row => row.Rung),
        "-level" => rows.OrderByDescending(row => row.Rung),
        "state" => rows.OrderBy(row => row.State),
        "-state" => rows.OrderByDescending(row => row.State),
        "at" => rows.OrderBy(row => row.At),
        _ => rows.OrderByDescending(row => row.At),
    };
}
