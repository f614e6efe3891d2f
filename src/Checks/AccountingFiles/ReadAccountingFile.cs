using Microsoft.EntityFrameworkCore;
using Pupitre.Deliverables.Fec;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Jobs;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Reads an accounting file with what its last check said, and what the check before said.</summary>
internal sealed class ReadAccountingFile(Db db)
{
    /// <summary>The file with its parts and its last report.</summary>
    /// <exception cref="NotFound">No such file in this company.</exception>
    public async Task<CheckedFile> RunAsync(Guid id, CancellationToken token)
    {
        var file = await db.Set<AccountingFile>().AsNoTracking().Include(row => row.Parts).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var check = file.LastCheckId is { } last ? await db.Set<AccountingFileCheck>().AsNoTracking().SingleAsync(row => row.Id == last, token) : null;
        return new CheckedFile(file, check, check?.Report());
    }

    /// <summary>The file with a report; a file without one has no such page.</summary>
    public async Task<CheckedFile> CheckedAsync(Guid id, CancellationToken token) => await RunAsync(id, token) is { Report: not null } found ? found : throw new NotFound();

    /// <summary>All that the page of the report shows.</summary>
    public async Task<AccountingFileView> ViewAsync(Guid id, CancellationToken token)
    {
        var found = await RunAsync(id, token);
        var provider = found.File.ProviderId is { } key ? await db.Set<Provider>().Where(row => row.Id == key).Select(row => row.Name).SingleOrDefaultAsync(token) : null;
        var job = found.File is { State: AccountingFileState.Checking, JobId: { } jobId } ? await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == jobId, token) : null;
        if (found.Check is null || job is not null)
        {
            return new AccountingFileView(found, provider, null, [], job);
        }

        var before = await BeforeAsync(found.Check, token);
        var answers = await (
            from answer in db.Set<AccountingFileAnswer>().AsNoTracking()
            where answer.AccountingFileId == id
            join outgoing in db.Set<OutgoingMail>().AsNoTracking() on answer.MailId equals (Guid?)outgoing.Id into mails
            from mail in mails.DefaultIfEmpty()
            orderby answer.MadeAt descending
            select new AnswerWithMail(answer, mail)).ToListAsync(token);
        return new AccountingFileView(found, provider, before is null ? null : FindingsCompared.Of(before.Report(), found.Report!), answers, null);
    }

    /// <summary>The check that the last one is held against: that of the file received before, else the one before of the same file.</summary>
    private async Task<AccountingFileCheck?> BeforeAsync(AccountingFileCheck check, CancellationToken token) => await db.Set<AccountingFileCheck>().AsNoTracking()
        .Where(row => check.PreviousFileId != null ? row.AccountingFileId == check.PreviousFileId : row.AccountingFileId == check.AccountingFileId && row.Number < check.Number)
        .OrderByDescending(row => row.Number).FirstOrDefaultAsync(token);
}

/// <summary>A file with its last check; both are null before the first check is done.</summary>
public sealed record CheckedFile(AccountingFile File, AccountingFileCheck? Check, FecReport? Report);

/// <summary>What the page of a file shows.</summary>
/// <param name="Compared">Against the check before; null when there is none.</param>
/// <param name="Job">The work that is under way; null when none is.</param>
public sealed record AccountingFileView(CheckedFile Found, string? Provider, FindingsCompared? Compared, IReadOnlyList<AnswerWithMail> Answers, JobRun? Job)
{
    public AccountingFile File => Found.File;

    public FecReport? Report => Found.Report;
}

/// <summary>An answer, and the mail that says whether it left; null when it has none.</summary>
public sealed record AnswerWithMail(AccountingFileAnswer Answer, OutgoingMail? Mail);

/// <summary>What became of the findings since the check before; what is only worth knowing is left out.</summary>
public sealed record FindingsCompared(IReadOnlyList<ControlFinding> Solved, IReadOnlyList<ControlFinding> New, IReadOnlyList<ControlFinding> Still)
{
    public static FindingsCompared Of(FecReport before, FecReport now)
    {
        var old = Asked(before).ToDictionary(Key);
        var current = Asked(now).ToDictionary(Key);
        return new FindingsCompared(
            [.. old.Where(pair => !current.ContainsKey(pair.Key)).Select(pair => pair.Value)],
            [.. current.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => pair.Value)],
            [.. current.Where(pair => old.ContainsKey(pair.Key)).Select(pair => pair.Value)]);
    }

    private static IEnumerable<ControlFinding> Asked(FecReport report) => report.Controls.Where(finding => finding.Severity != ControlSeverity.Info).DistinctBy(Key);

    private static (string Rule, string Variant) Key(ControlFinding finding) => (finding.Rule, finding.Variant);
}
