using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>Where a question stands.</summary>
public enum WaitState
{
    Asked,
    Confirmed,
    Sent,
    Wrong,
    Silence,
    Dropped,
}

/// <summary>A question with what it is about.</summary>
public sealed record WaitRow(WaitQuestion Question, CommitmentFacts? Commitment, OutgoingMail? Mail)
{
    public string Name => Texts.Dispute_Of.With(Commitment?.Name ?? Texts.Dispute_Archived, Question.CaseName);

    public WaitState State => Question switch
    {
        { Answer: WaitAnswer.Exact } => WaitState.Confirmed,
        { Answer: WaitAnswer.Sent } => WaitState.Sent,
        { Answer: WaitAnswer.Wrong } => WaitState.Wrong,
        { Answer: WaitAnswer.Silence } => WaitState.Silence,
        { DroppedAt: not null } => WaitState.Dropped,
        _ => WaitState.Asked,
    };
}

/// <summary>What the list is narrowed to and sorted by; all of it is in the address.</summary>
internal sealed record WaitFilter(string? Search = null, string? State = null, string? Sort = null)
{
    public bool Keeps(WaitRow row) => (string.IsNullOrEmpty(State) || row.State.ToString() == State)
        && (row.Name + " " + row.Question.What + " " + row.Question.ToName).Folded()
            .Contains((Search ?? "").Trim().Folded(), StringComparison.Ordinal);
}

/// <summary>Lists the waits that one side declared and the other was asked about: one query.</summary>
internal sealed class ReadWaits(Db db, ReadCompanyFacts readFacts, Tenant tenant)
{
    public const int PageSize = 25;

    public async Task<(IReadOnlyList<WaitRow> Rows, IReadOnlyList<WaitRow> All)> RunAsync(WaitFilter filter, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var found = await (from question in db.Set<WaitQuestion>().AsNoTracking()
                           join mail in db.Set<OutgoingMail>() on question.MailId equals (Guid?)mail.Id into mails
                           from mail in mails.DefaultIfEmpty()
                           orderby question.AskedAt descending, question.Id
                           select new { question, mail }).ToListAsync(token);
        var rows = found.ConvertAll(row => new WaitRow(row.question, facts.Find(row.question.CommitmentId), row.mail));
        return ([.. Sorted(rows.Where(filter.Keeps), filter.Sort)], rows);
    }

    public async Task<IResult> ExportAsync(WaitFilter filter, string format, CancellationToken token)
    {
        var (rows, _) = await RunAsync(filter, token);
        return await new TableExport(Texts.Wait_FileName, Headers, rows.Select(Cells)).AnswerAsync(format, token);
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Wait_About, Texts.Wait_What, Texts.Wait_Since, Texts.Wait_AskedOf, Texts.Escalation_To, Texts.Wait_AskedAt, Texts.Wait_Answer,
    ];

    private object?[] Cells(WaitRow row) =>
    [
        row.Name, row.Question.What, row.Question.Since.InZone(tenant.Zone).LocalDateTime, WaitWords.Side(row, tenant), row.Question.ToName,
        row.Question.AskedAt.InZone(tenant.Zone).LocalDateTime, WaitWords.State(row.Question, tenant.Zone),
    ];

    private static IEnumerable<WaitRow> Sorted(IEnumerable<WaitRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Name.Folded(), StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(row => row.Name.Folded(), StringComparer.Ordinal),
        "since" => rows.OrderBy(row => row.Question.Since),
        "-since" => rows.OrderByDescending(row => row.Question.Since),
        "state" => rows.OrderBy(row => row.State),
        "-state" => rows.OrderByDescending(row => row.State),
        "asked" => rows.OrderBy(row => row.Question.AskedAt),
        _ => rows.OrderByDescending(row => row.Question.AskedAt),
    };
}
