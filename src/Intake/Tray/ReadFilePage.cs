using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Preview;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Tray;

/// <summary>Reads one received file for its page: what it is, what it shows, where it stands, and what came inside it.</summary>
internal sealed class ReadFilePage(Db db, ReadCellChoices readChoices, ReadPreview preview, OpenedFiles readOpened, Tenant tenant)
{
    private const int MaxParts = 200;

    /// <param name="page">Page of a paper, from 1.</param>
    /// <param name="sheet">Sheet of a workbook, or null.</param>
    public async Task<FilePageView> RunAsync(Guid id, int page, string? sheet, CancellationToken token)
    {
        var files = db.Set<EvidenceFile>().AsNoTracking();
        var found = await TrayFile.Of(db, files.Where(row => row.Id == id || files.Any(file => file.Id == id && file.ParentId == row.Id))).ToListAsync(token);
        var own = found.Find(row => row.File.Id == id) ?? throw new NotFound();
        var shown = await preview.RunAsync(own.File, page, sheet, token);
        var hashes = shown.Inside.Select(inner => inner.Hash).OfType<string>().ToList();
        var parts = await files.Where(row => row.ParentId == id || (row.Id != id && hashes.Contains(row.Hash))).OrderBy(row => row.Id).Take(MaxParts).ToListAsync(token);
        var choices = await readChoices.RunAsync(token);
        var proofs = await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId == id).OrderBy(row => row.Id).ToListAsync(token);
        var row = TrayRow.Of(own with { Parts = parts.Count }, proofs, new OwnIdentities(tenant.Company), choices) with { Opened = (await readOpened.OfAsync([id], token)).GetValueOrDefault(id) };
        var parent = found.Find(other => other.File.Id == own.File.ParentId)?.File;
        return new FilePageView(row, parent, PartsOf(parts, shown, id), shown, choices);
    }

    // As they lie in it; what was not kept, or is not opened for a page, as it came.
    private static IReadOnlyList<FilePart> PartsOf(List<EvidenceFile> known, FilePreview shown, Guid id)
    {
        var named = shown.Inside.Select(inner => new FilePart(inner.Name, inner.Size, known.Find(row => row.Hash == inner.Hash), false)).ToList();
        var rest = known.Where(row => named.TrueForAll(part => part.File?.Id != row.Id)).Select(row => new FilePart(row.Name, row.SizeBytes, row, false));
        return [.. named.Concat(rest).Select(part => part with { CameBefore = part.File is { } file && file.ParentId != id })];
    }
}

/// <summary>What the page of a file shows.</summary>
/// <param name="Parent">The mail or archive that it came in.</param>
public sealed record FilePageView(TrayRow Row, EvidenceFile? Parent, IReadOnlyList<FilePart> Parts, FilePreview Preview, CellChoices Choices)
{
    public EvidenceFile File => Row.File;
}

/// <summary>A file inside another.</summary>
/// <param name="File">As it is known here; null when it was not taken.</param>
/// <param name="CameBefore">It was here before, by itself or in another mail.</param>
public sealed record FilePart(string Name, long Size, EvidenceFile? File, bool CameBefore);
