using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>A mailbox of the list.</summary>
internal sealed record MailboxRow(Mailbox Mailbox, MailboxReading Reading, int Taken, int Left);

/// <summary>A mailbox with what it took and left.</summary>
/// <param name="DeclaredBy">Who stated what it is; null when their account is gone.</param>
/// <param name="Left">How many were left, by reason.</param>
/// <param name="Messages">Those of the page that were taken.</param>
/// <param name="Found">How many were taken that the filter keeps.</param>
internal sealed record MailboxView(
    Mailbox Mailbox, MailboxReading Reading, string? DeclaredBy, int Taken, IReadOnlyList<(LeftReason Why, int Count)> Left,
    IReadOnlyList<MailboxMessage> Messages, int Found);

/// <summary>What the list of taken messages is narrowed to and sorted by; all of it is in the address.</summary>
internal sealed record MessageFilter(string? Search, string? Kind, string? Sort, int Page)
{
    public const string Answers = "answers";
    public const string Waiting = "waiting";
    public const string Signed = "signed";
    public const string Unsigned = "unsigned";

    public IQueryable<MailboxMessage> Narrow(IQueryable<MailboxMessage> all)
    {
        var words = (Search ?? "").Trim().Folded();
        var kept = Kind switch
        {
            Answers => all.Where(row => row.Reply != null),
            Waiting => all.Where(row => row.Reply != null && row.Reply != ReplyState.Taken && row.Reply != ReplyState.Late),
            Signed => all.Where(row => row.Dkim == DkimState.Passed),
            Unsigned => all.Where(row => row.Dkim != DkimState.Passed),
            _ => all,
        };
        return words.Length == 0 ? kept : kept.Where(row => row.Folded!.Contains(words));
    }

    public IQueryable<MailboxMessage> Sorted(IQueryable<MailboxMessage> rows) => Sort switch
    {
        "at" => rows.OrderBy(row => row.At).ThenBy(row => row.Id),
        "sender" => rows.OrderBy(row => row.Sender).ThenBy(row => row.Id),
        "-sender" => rows.OrderByDescending(row => row.Sender).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id),
    };
}

/// <summary>Reads the mailboxes, how they stand, and what each took and left.</summary>
internal sealed class ReadMailboxes(Db db)
{
    public const int PageSize = 25;

    /// <summary>Two queries.</summary>
    public async Task<IReadOnlyList<MailboxRow>> ListAsync(CancellationToken token)
    {
        var rows = await (from mailbox in db.Set<Mailbox>().AsNoTracking()
                          join reading in db.Set<MailboxReading>() on mailbox.Id equals reading.MailboxId
                          where mailbox.RemovedAt == null
                          orderby mailbox.Address, mailbox.Folder
                          select new { mailbox, reading }).ToListAsync(token);
        var counts = await db.Set<MailboxMessage>().GroupBy(row => row.MailboxId)
            .Select(group => new { group.Key, Taken = group.Count(row => row.Left == null), Left = group.Count(row => row.Left != null) })
            .ToDictionaryAsync(row => row.Key, token);
        return rows.ConvertAll(row => new MailboxRow(
            row.mailbox, row.reading, counts.GetValueOrDefault(row.mailbox.Id)?.Taken ?? 0,
                counts.GetValueOrDefault(row.mailbox.Id)?.Left ?? 0));
    }

    /// <summary>Four queries.</summary>
    /// <exception cref="NotFound">The company has no such mailbox.</exception>
    public async Task<MailboxView> OneAsync(Guid id, MessageFilter filter, CancellationToken token)
    {
        var found = await (from mailbox in db.Set<Mailbox>().AsNoTracking()
                           join reading in db.Set<MailboxReading>() on mailbox.Id equals reading.MailboxId
                           where mailbox.Id == id && mailbox.RemovedAt == null
                           select new
                           {
                               mailbox,
                               reading,
                               Name = db.Users.Where(user => user.Id == mailbox.DeclaredBy)
                               .Select(user => user.DisplayName).FirstOrDefault()
                           })
            .SingleOrDefaultAsync(token) ?? throw new NotFound();
        var counts = await db.Set<MailboxMessage>().Where(row => row.MailboxId == id).GroupBy(row => row.Left)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(token);
        var kept = filter.Narrow(db.Set<MailboxMessage>().AsNoTracking().Where(row => row.MailboxId == id && row.Left == null));
        var total = await kept.CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return new MailboxView(
            found.mailbox, found.reading, found.Name, counts.Find(row => row.Key is null)?.Count ?? 0,
            [.. counts.Where(row => row.Key is not null).Select(row => (row.Key!.Value, row.Count)).OrderBy(row => row.Value)],
            await filter.Sorted(kept).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(token), total);
    }

    /// <summary>All that a filter keeps of what was taken, to take home.</summary>
    /// <exception cref="NotFound">The company has no such mailbox.</exception>
    public async Task<IResult> ExportAsync(Guid id, MessageFilter filter, string format, DateTimeZone zone, CancellationToken token)
    {
        await SaveMailbox.FindAsync(db.Set<Mailbox>().AsNoTracking(), id, token);
        var rows = await filter.Sorted(filter.Narrow(db.Set<MailboxMessage>().AsNoTracking()
            .Where(row => row.MailboxId == id && row.Left == null)))
            .ToListAsync(token);
        string[] heads = [Texts.Mailbox_At, Texts.Mailbox_Subject, Texts.Mailbox_Sender, Texts.Mailbox_Dkim, Texts.Mailbox_Reply];
        return await new TableExport(Texts.Mailbox_FileName, heads, rows.Select(row => (object?[])
        [
            row.At.InZone(zone).LocalDateTime, row.Subject, row.Sender, MailboxWords.Of(row), row.Reply is { } reply
                ? MailboxWords.Of(reply) : null,
        ])).AnswerAsync(format, token);
    }
}
