using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>
/// Opens an accounting file and checks it, in the background: against the official rules, against what the company knows of itself,
/// against the file received before and against the closing of the year before. What it shows is then offered as evidence.
/// </summary>
public sealed class CheckAccountingFile(Db db, FileStore store, Tenant tenant, IClock clock, OfferEvidence offer)
{
    public const string JobKindName = "accounting-file.check";

    public async Task RunAsync(Guid fileId, JobProgress? progress, CancellationToken token)
    {
        // A part that arrives while the others are read belongs to the report: it is made anew, over all of them.
        while (!await CheckAsync(fileId, progress, token))
        {
            db.StartOver();
        }
    }

    private async Task<bool> CheckAsync(Guid fileId, JobProgress? progress, CancellationToken token)
    {
        var file = await db.Set<AccountingFile>().AsNoTracking().Include(row => row.Parts).SingleAsync(row => row.Id == fileId, token);
        var before = await BeforeAsync(file, token);
        var yearBefore = await YearBeforeAsync(file, token);
        var options = await OptionsAsync(file, token);
        FecReport? report = null;
        UnreadableFec? problem = null;
        try
        {
            report = await ReadAsync(file, [.. new[] { before, yearBefore }.OfType<AccountingFile>()], options, progress, token);
        }
        catch (UnreadableFec found)
        {
            problem = found;
        }

        var read = file.Parts.Select(part => (part.Number, part.EvidenceFileId)).ToHashSet();
        await using (var turn = await db.BeginAloneAsync(token))
        {
            // Read again: reading took its time, and somebody may have answered meanwhile, or sent a part.
            file = await db.Set<AccountingFile>().Include(row => row.Parts).SingleAsync(row => row.Id == fileId, token);
            if (!read.SetEquals(file.Parts.Select(part => (part.Number, part.EvidenceFileId))))
            {
                return false;
            }

            await EndAsync(file, report, problem, before?.Id, yearBefore?.Id, token);
            await turn.CommitAsync(token);
        }

        if (report is not null)
        {
            await offer.RunAsync(file, report, before is null, token);
        }

        return true;
    }

    private async Task EndAsync(AccountingFile file, FecReport? report, UnreadableFec? problem, Guid? before, Guid? yearBefore, CancellationToken token)
    {
        if (report is null)
        {
            file.GiveUp(problem!.Message);
            db.Record("AccountingFileUnreadable", file.Ref, new { file.Name });
        }
        else
        {
            var check = AccountingFileCheck.Of(file, report, before, yearBefore, clock.GetCurrentInstant(), tenant.AccountId);
            db.Add(check);
            file.Finish(check, await db.Set<AccountingFileAnswer>().AsNoTracking().Where(row => row.AccountingFileId == file.Id).OrderByDescending(row => row.MadeAt).FirstOrDefaultAsync(token));
            db.Record("AccountingFileChecked", file.Ref, new { file.Name, Verdict = report.Official.Verdict.ToString(), check.Blocking, check.Major, check.Minor });
        }

        await db.SaveChangesAsync(token);
    }

    private async Task<FecReport> ReadAsync(AccountingFile file, IReadOnlyList<AccountingFile> earlier, FecOptions options, JobProgress? progress, CancellationToken token)
    {
        var read = new ReadBytes();
        var work = Task.Run(() => CheckFec.Run(Open(file, read), options, [.. earlier.Select(item => Open(item, read))], token), token);
        var total = earlier.Append(file).Sum(item => item.Parts.Sum(part => part.SizeBytes));
        while (progress is not null && await Task.WhenAny(work, Task.Delay(_every, token)) != work)
        {
            await progress.ReportAsync(Math.Min(read.Count, total) / BytesInKilo, total / BytesInKilo, token);
        }

        return await work;
    }

    private const int BytesInKilo = 1 << 10;

    private static readonly TimeSpan _every = TimeSpan.FromMilliseconds(500);

    private FecFile Open(AccountingFile file, ReadBytes read) =>
        FecFile.Group([.. file.Parts.OrderBy(part => part.Number).Select(part => new FecPart(part.Name, () => new CountedStream(store.OpenRead(part.Hash), read)))])[0];

    /// <summary>The file of the same year that was received last before this one, or null.</summary>
    private async Task<AccountingFile?> BeforeAsync(AccountingFile file, CancellationToken token) => file.Closing is null ? null : await FirstWithLinesAsync(
        Readable().Where(row => row.Prefix == file.Prefix && row.Closing == file.Closing && row.Id != file.Id && row.ReceivedAt < file.ReceivedAt).OrderByDescending(row => row.ReceivedAt), token);

    /// <summary>The last file received of the year before, or null.</summary>
    private async Task<AccountingFile?> YearBeforeAsync(AccountingFile file, CancellationToken token)
    {
        if (file.Closing is not { } closing)
        {
            return null;
        }

        var (from, to) = (closing.AddMonths(-LongestYearMonths), closing.AddMonths(-1));
        return await FirstWithLinesAsync(
            Readable().Where(row => row.Prefix == file.Prefix && row.Closing >= from && row.Closing <= to).OrderByDescending(row => row.Closing).ThenByDescending(row => row.ReceivedAt), token);
    }

    private const int LongestYearMonths = 24;

    // A file that holds its header alone says nothing of the books: nothing is held against it.
    private async Task<AccountingFile?> FirstWithLinesAsync(IQueryable<AccountingFile> ordered, CancellationToken token)
    {
        foreach (var file in await ordered.Take(MostLookedAt).ToListAsync(token))
        {
            var check = await db.Set<AccountingFileCheck>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == file.LastCheckId, token);
            if (check is null || check.Report().Summary.Lines > 0)
            {
                return file;
            }
        }

        return null;
    }

    private const int MostLookedAt = 10;

    private IQueryable<AccountingFile> Readable() => db.Set<AccountingFile>().AsNoTracking().Include(row => row.Parts)
        .Where(row => row.State != AccountingFileState.Unreadable && !db.Set<AccountingFileCheck>().Any(check => check.AccountingFileId == row.Id && check.Verdict == OfficialVerdict.Refused));

    private async Task<FecOptions> OptionsAsync(AccountingFile file, CancellationToken token)
    {
        var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token);
        var figures = await db.Set<FiledFigures>().AsNoTracking().SingleOrDefaultAsync(row => row.Closing == file.Closing, token);
        return new FecOptions
        {
            Siren = tenant.Company.Siren,
            Closing = profile is null || file.Closing is not { } said ? null : ClosingOf(profile, said),
            ReceivedOn = file.ReceivedAt.InZone(tenant.Zone).Date.ToDateOnly(),
            Filed = figures?.Figures,
            Zone = HolidayZones.Parse(tenant.Company.HolidayZone),
        };
    }

    /// <summary>The company's own closing in the fiscal year that the name speaks of.</summary>
    private static DateOnly ClosingOf(CompanyProfile profile, DateOnly said)
    {
        var closing = At(said.Year);
        return closing < said ? At(said.Year + 1) : closing;

        DateOnly At(int year) => new(year, profile.ClosingMonth, Math.Min(profile.ClosingDay, DateTime.DaysInMonth(year, profile.ClosingMonth)));
    }
}

/// <summary>Bytes read so far, by whoever reads and whoever tells of it.</summary>
internal sealed class ReadBytes
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Add(int read) => Interlocked.Add(ref _count, read);
}

/// <summary>A stream that tells how much of it was read.</summary>
internal sealed class CountedStream(Stream inner, ReadBytes read) : ForwardStream
{
    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read.Add(count);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
