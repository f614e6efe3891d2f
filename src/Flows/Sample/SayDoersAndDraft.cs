using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Sources;
using Pupitre.Flows.Doers;
using Pupitre.Flows.Drafts;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Flows.Sample;

/// <summary>
/// Says who pays, which a bank attests and does not say: the company its suppliers, the customers the company. Accounting gets a first
/// draft of how it is meant to run, taken from the flows of supplier invoices.
/// </summary>
internal sealed class SayDoersAndDraft(Db db, DiscoverDraft discover, SayDoers say) : ISampleChapter
{
    public int Order => 250;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var invoices = await SourceAsync(SampleTables.SupplierInvoices, token);
        await say.RunAsync(invoices, [new SaidStep(SampleTables.InvoicePaid, Doer.Company)], token);
        var dunning = await SourceAsync(SampleTables.CustomerInvoices, token);
        await say.RunAsync(dunning, [new SaidStep(SampleTables.PaymentReceived, Doer.ThirdParty)], token);
        var accounting = await db.Set<Process>().Where(row => row.Domain == Domain.Accounting).Select(row => row.Id).SingleAsync(token);
        await discover.RunAsync(FlowFilter.OfSource(invoices), DiscoverDraft.UsualNoise, accounting, token);
    }

    private Task<Guid> SourceAsync(string name, CancellationToken token) =>
        db.Set<EvidenceSource>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync(token);
}
