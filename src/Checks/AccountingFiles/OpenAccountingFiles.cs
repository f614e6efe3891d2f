using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Opens the accounting files among what was just dropped, alone, in mails or in archives; parts that belong together become one.</summary>
public sealed class OpenAccountingFiles(Db db, StartCheck startCheck, Tenant tenant) : IOpenDropped
{
    /// <summary>A further part (<c>_2</c>) joins the first when it arrives within this time; later it is another delivery.</summary>
    private static readonly Duration _togetherWithin = Duration.FromHours(24);

    /// <summary>Ready commitments that are kept by an accounting file: whoever performs them keeps the books.</summary>
    private static readonly int[] _templates = [ReadyCommitments.AccountingFileDelivered, ReadyCommitments.BankReconciled, ReadyCommitments.StatementDelivered];

    /// <summary>One accounting file leads to its report, several to their list; what was meant as one and is none is told there.</summary>
    public async Task<string?> OpenAsync(Dropped dropped, CancellationToken token)
    {
        var books = await RunAsync([.. dropped.Files.Select(file => file.Id)], token);
        if (dropped.HasPlace)
        {
            return null;
        }

        if (books.Count > 0 && dropped.Files.Count <= books.Sum(file => file.Parts.Count))
        {
            return books is [var only] ? tenant.Path("accounting-files", only.Id) : tenant.Path("deliverables") + "#files";
        }

        return books.Count == 0 && dropped.Files.FirstOrDefault(file => NotAccountingFile.IsExpected(file.Name, dropped.Fields.GetValueOrDefault(NotAccountingFile.WantedField))) is { } other
            ? tenant.Path("deliverables") + $"?notOpened={other.Id}#files"
            : null;
    }

    public async Task<IReadOnlyDictionary<Guid, OpenedFile>> OpenedAsync(IReadOnlyCollection<Guid> files, CancellationToken token) =>
        (await db.Set<AccountingFilePart>().AsNoTracking().Where(part => files.Contains(part.EvidenceFileId)).Select(part => new { part.EvidenceFileId, part.AccountingFileId }).ToListAsync(token))
            .DistinctBy(part => part.EvidenceFileId).ToDictionary(part => part.EvidenceFileId, part => new OpenedFile(tenant.Path("accounting-files", part.AccountingFileId), Texts.File_Checked));

    /// <param name="received">Dropped files; what they held is looked at too.</param>
    /// <returns>The accounting files among them: new ones, whose check has begun, and those that were there already.</returns>
    public async Task<IReadOnlyList<AccountingFile>> RunAsync(IReadOnlyCollection<Guid> received, CancellationToken token)
    {
        var known = await KnownAsync(received, token);
        var opened = await AddAsync(received, token);
        foreach (var file in opened.OrderBy(file => file.ReceivedAt))
        {
            await startCheck.RunAsync(file.Id, token);
        }

        return [.. opened, .. known.Where(file => opened.All(other => other.Id != file.Id))];
    }

    /// <summary>Writes them down without starting the check; for work that runs it itself.</summary>
    public async Task<IReadOnlyList<AccountingFile>> AddAsync(IReadOnlyCollection<Guid> received, CancellationToken token)
    {
        var dropped = await UnopenedAsync(received, token);
        if (dropped.Count == 0)
        {
            return [];
        }

        var provider = await ProviderAsync(token);
        var opened = new List<AccountingFile>();
        foreach (var item in dropped)
        {
            var said = FecName.Parse(item.Name);
            var file = await WaitingForAsync(said, item.CountsFrom, opened, token);
            if (file is null)
            {
                file = AccountingFile.Receive(item, said, provider);
                db.Add(file);
                db.Record("AccountingFileReceived", file.Ref, new { file.Name, item.Hash, Size = item.SizeBytes });
            }

            file.Add(AccountingFilePart.Of(file.Id, said?.PartNumber ?? 1, item));
            if (!opened.Contains(file))
            {
                opened.Add(file);
            }
        }

        await db.SaveChangesAsync(token);
        return opened;
    }

    private async Task<List<EvidenceFile>> UnopenedAsync(IReadOnlyCollection<Guid> received, CancellationToken token)
    {
        var within = await WithinAsync(received, token);
        return await db.Set<EvidenceFile>().AsNoTracking()
            .Where(row => within.Contains(row.Id) && row.Recognised == RecognisedKind.AccountingFile && row.ContentKept)
            .Where(row => !db.Set<AccountingFilePart>().Any(part => part.EvidenceFileId == row.Id))
            .OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(token);
    }

    private async Task<List<AccountingFile>> KnownAsync(IReadOnlyCollection<Guid> received, CancellationToken token) =>
        await db.Set<AccountingFile>().AsNoTracking().Include(row => row.Parts).Where(row => row.Parts.Any(part => received.Contains(part.EvidenceFileId))).ToListAsync(token);

    /// <summary>The dropped files and all that they hold: archives of mails, mails, attachments.</summary>
    private async Task<List<Guid>> WithinAsync(IReadOnlyCollection<Guid> received, CancellationToken token)
    {
        List<Guid> all = [.. received], level = all;
        while (level.Count > 0)
        {
            level = await db.Set<EvidenceFile>().Where(row => row.ParentId != null && level.Contains(row.ParentId.Value)).Select(row => row.Id).ToListAsync(token);
            all = [.. all, .. level];
        }

        return all;
    }

    private async Task<Guid?> ProviderAsync(CancellationToken token) => await db.Set<Commitment>()
        .Where(row => row.ArchivedAt == null && row.ProviderId != null && row.TemplateNumber != null && _templates.Contains(row.TemplateNumber.Value))
        .OrderByDescending(row => row.TemplateNumber).Select(row => row.ProviderId).FirstOrDefaultAsync(token);

    /// <summary>The file of which this is a further part, or null.</summary>
    private async Task<AccountingFile?> WaitingForAsync(FecName? said, Instant receivedAt, List<AccountingFile> opened, CancellationToken token)
    {
        if (said is not { PartNumber: { } number, Closing: { } closing })
        {
            return null;
        }

        var since = receivedAt - _togetherWithin;
        return opened.Find(file => file.Prefix == said.Prefix && file.Closing == closing && Lacks(file, number))
            ?? (await db.Set<AccountingFile>().Include(row => row.Parts)
                .Where(row => row.Prefix == said.Prefix && row.Closing == closing && row.ReceivedAt >= since && row.State != AccountingFileState.Accepted && row.State != AccountingFileState.SentBack)
                .OrderByDescending(row => row.ReceivedAt).ToListAsync(token)).Find(file => Lacks(file, number));
    }

    private static bool Lacks(AccountingFile file, int number) => file.Parts.Count < AccountingFile.MaxParts && FecName.Parse(file.Name)?.PartNumber is not null && file.Parts.All(part => part.Number != number);
}

/// <summary>What the background work of a check needs.</summary>
internal sealed record CheckPayload(Guid AccountingFileId);
