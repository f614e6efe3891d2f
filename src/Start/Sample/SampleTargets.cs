using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Sources;
using Pupitre.Flows;
using Pupitre.Flows.Doers;
using Pupitre.Flows.Drafts;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;

namespace Pupitre.Start.Sample;

/// <summary>
/// How the sample company's dunning is meant to run, as the accounting firm drew it: reminders only for what stays unpaid. A dispute
/// stands nowhere in it: it is for people to settle. Accounting has a first draft, taken from the flows of supplier invoices. And who pays,
/// which a bank attests and does not say: the company its suppliers, the customers the company.
/// </summary>
internal sealed class SampleTargets(Db db, AttachTarget attach, DiscoverDraft discover, SayDoers say, SampleGuardrails guardrails)
{
    private const string DunningFile = "relances-clients-cible.bpmn";

    public async Task RunAsync(DateOnly today, CancellationToken token)
    {
        await using var content = typeof(SampleTargets).Assembly.GetManifestResourceStream(DunningFile)!;
        await attach.RunAsync(await ProcessAsync(Domain.Dunning, token), new TargetInput(DunningFile, TargetFormat.Bpmn, TargetOrigin.Attached, IsDraft: false), content, token);
        var invoices = await SourceAsync(SampleEvidence.SupplierInvoices, token);
        await say.RunAsync(invoices, [new SaidStep(SampleEvidence.InvoicePaid, Doer.Company)], token);
        await say.RunAsync(await SourceAsync(SampleEvidence.CustomerInvoices, token), [new SaidStep(SampleEvidence.PaymentReceived, Doer.ThirdParty)], token);
        await discover.RunAsync(FlowFilter.OfSource(invoices), DiscoverDraft.UsualNoise, await ProcessAsync(Domain.Accounting, token), token);
        await guardrails.RunAsync(today, token);
    }

    private Task<Guid> SourceAsync(string name, CancellationToken token) => db.Set<EvidenceSource>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync(token);

    private Task<Guid> ProcessAsync(Domain domain, CancellationToken token) => db.Set<Process>().Where(row => row.Domain == domain).Select(row => row.Id).SingleAsync(token);
}
