using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;
using Pupitre.Notices.Escalations;
using Pupitre.Notices.Waits;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Tables;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Sample;

/// <summary>
/// The sample's firm wrote that it waits for something about a supplier's invoice; the company is asked whether it is so, and has not said.
/// Nobody is written to: these people do not exist.
/// </summary>
internal sealed class AskSomeWaits(Db db, ReadCompanyFacts readFacts, ReadRunningCases readCases, RecordEvents record, AskWaits ask)
    : ISampleChapter
{
    private static readonly Duration _since = Duration.FromHours(20);

    public int Order => 238;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var invoices = facts.Commitments.FirstOrDefault(item => item.Row.TemplateNumber == ReadyCommitments.SupplierInvoiceRecorded);
        if (invoices?.Newest.Rule.Clock?.Pause is not { } pause)
        {
            return;
        }

        var running = await readCases.RunAsync(invoices, facts.Stamp.Evidence, token);
        var open = running.Where(item => item.Replay.Verdict.Outcome is Outcome.Pending or Outcome.AtRisk).MaxBy(item => item.Key);
        if (open is not null)
        {
            await SayAsync(open.Case, pause.From.Alternatives[0].Parts[0].Values[0], world.Now - _since, token);
        }

        await ask.EvenBeforeAsync(token);
    }

    // As the firm's next export would have it.
    private async Task SayAsync(string invoice, string waits, Instant at, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().SingleAsync(row => row.Name == SampleTables.SupplierInvoices, token);
        var item = new IncomingEvent { Case = invoice, Activity = waits, At = EvidenceTime.Of(at), Line = 1 };
        var origin = new EventOrigin(Sha256Hex.Of($"{invoice} {waits}"), "complement-du-cabinet.csv", 0);
        await record.RunAsync(source.Id, origin, [item], import => db.Record("ImportEnded", new SubjectRef(Import.Kind, import.Id), new
        {
            State = import.State.ToString(),
            File = import.FileHash,
            Name = import.FileName,
            import.Counts.CasesAdded,
            import.Counts.EventsAdded,
            import.Counts.SeenAgain,
            import.Counts.Rejected,
            import.Digest,
        }), token);
        db.ChangeTracker.Clear();
    }
}
