using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Tables;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>
/// Records the invoices found in a file in the sources that follow them. Each was entered between the two receptions, which Pupitre saw;
/// the later of them is when it was known to be there.
/// </summary>
internal sealed class MatchInvoices(Db db, FindInvoices find, TrustArrivals trust, ReadStopActivity readStop, RecordEvents record)
{
    /// <summary>Transition of the events that a file gives; the source's rule for it says that Pupitre saw them.</summary>
    public const string SeenInFile = Arrivals.SeenInFile;

    /// <summary>Writes them into their sources as seen by Pupitre at the reception: one import each, with the file's hash.</summary>
    public async Task<int> RunAsync(CheckedFile found, CancellationToken token)
    {
        var written = 0;
        foreach (var match in (await find.RunAsync(found, token)).Where(match => !match.IsKept))
        {
            await trust.RunAsync(match.Source, token);
            written += await WriteAsync(found.File, match, token);
        }

        return written;
    }

    private async Task<int> WriteAsync(AccountingFile file, InvoiceMatches match, CancellationToken token)
    {
        var part = file.Parts.OrderBy(item => item.Number).First();
        var activity = await readStop.RunAsync(match.CommitmentId, token);
        var seen = match.Invoices.Select(invoice => new IncomingEvent
        {
            Case = invoice.Case,
            Activity = activity,
            Transition = SeenInFile,
            At = EvidenceTime.Of(file.ReceivedAt),
            Line = (int)Math.Min(invoice.Entry.Line, int.MaxValue),
        });
        await record.RunAsync(match.Source.Id, new EventOrigin(part.Hash, part.Name, part.SizeBytes), seen, import =>
        {
            db.Record("ImportEnded", new SubjectRef(Import.Kind, import.Id), new { State = import.State.ToString(), File = import.FileHash, Name = import.FileName, import.Counts.EventsAdded, import.Digest });
            db.Record("InvoicesSeenInFile", file.Ref, new { file.Name, Source = match.Source.Name, Count = match.Invoices.Count, Import = import.Id, import.Digest });
        }, token);
        return match.Invoices.Count;
    }
}
