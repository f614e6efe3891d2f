using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Tray;

/// <summary>Reads the list of everything that was received: each file with where it went, or why it went nowhere.</summary>
internal sealed class ReadTray(Db db, ReadCellChoices readChoices, FindFiles find, OpenedFiles readOpened, Tenant tenant)
{
    public async Task<TrayView> RunAsync(FileFilter filter, CancellationToken token)
    {
        var choices = await readChoices.RunAsync(token);
        var providers = await db.Set<Provider>().AsNoTracking().Include(row => row.Contacts).ThenInclude(contact => contact.Person).OrderBy(row => row.Name).ToListAsync(token);
        var found = await find.RunAsync(filter, choices, providers.Find(row => row.Id == filter.ProviderId), token);
        var files = await TrayFile.Of(db, found.Rows).ToListAsync(token);
        files = found.Order is { } order ? [.. files.OrderBy(row => order.IndexOf(row.File.Id))] : files;
        var ids = files.ConvertAll(row => row.File.Id);
        var proofs = (await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != null && ids.Contains(row.FileId.Value)).OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.FileId!.Value);
        var opened = await readOpened.OfAsync(ids, token);
        var own = new OwnIdentities(tenant.Company);
        return new TrayView(
            filter, found.Counts, found.All, found.Page, found.IsCut,
            files.ConvertAll(row => TrayRow.Of(row, [.. proofs[row.File.Id]], own, choices) with { Opened = opened.GetValueOrDefault(row.File.Id) }),
            choices,
            [.. providers.Where(row => !row.IsArchived || row.Id == filter.ProviderId).Select(row => new Choice(row.Id.ToString(), row.Name))]);
    }
}

/// <summary>What the list of received files shows.</summary>
/// <param name="Counts">How many of those that the filter wants stand where.</param>
/// <param name="All">How many the filter wants, wherever they stand.</param>
/// <param name="IsCut">Whether a search looked at the newest files only.</param>
internal sealed record TrayView(
    FileFilter Filter, IReadOnlyDictionary<FileState, int> Counts, int All, int Page, bool IsCut, IReadOnlyList<TrayRow> Rows, CellChoices Choices, IReadOnlyList<Choice> Providers)
{
    public int Count(FileState state) => Counts.GetValueOrDefault(state);

    /// <summary>Rows over all pages.</summary>
    public int Total => Filter.State is { } state ? Count(state) : All;
}
