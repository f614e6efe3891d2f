using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
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
/// stands nowhere in it: it is for people to settle. Before that the owner had listed the steps, which were drawn: there is something to compare. Accounting has a first draft, taken from the flows of supplier invoices. And who pays,
/// which a bank attests and does not say: the company its suppliers, the customers the company.
/// </summary>
internal sealed class SampleTargets(Db db, AttachTarget attach, DrawTarget draw, DiscoverDraft discover, SayDoers say)
{
    private const string DunningFile = "relances-clients-cible.bpmn";
    private const string Company = "Entreprise";
    private const string Firm = "Cabinet comptable";

    // What the owner wrote down before the firm drew it: one reminder, no registered letter.
    private static readonly IReadOnlyList<ProcessStep> _firstIdea =
    [
        new("emise", "Facture émise", Company, [new("echeance")]),
        new("echeance", "Échéance de la facture", Company, [new("relance", null, "impayée"), new("paiement", null, "payée")]),
        new("relance", "Relance 1 envoyée", Firm, [new("paiement")]),
        new("paiement", "Paiement reçu", Company, []),
    ];

    public async Task RunAsync(CancellationToken token)
    {
        var dunning = await ProcessAsync(Domain.Dunning, token);
        await draw.RunAsync(dunning, _firstIdea, token);
        await using var content = typeof(SampleTargets).Assembly.GetManifestResourceStream(DunningFile)!;
        await attach.RunAsync(dunning, new TargetInput(DunningFile, TargetFormat.Bpmn, TargetOrigin.Attached, IsDraft: false), content, token);
        var invoices = await SourceAsync(SampleEvidence.SupplierInvoices, token);
        await say.RunAsync(invoices, [new SaidStep(SampleEvidence.InvoicePaid, Doer.Company)], token);
        await say.RunAsync(await SourceAsync(SampleEvidence.CustomerInvoices, token), [new SaidStep(SampleEvidence.PaymentReceived, Doer.ThirdParty)], token);
        await discover.RunAsync(FlowFilter.OfSource(invoices), DiscoverDraft.UsualNoise, await ProcessAsync(Domain.Accounting, token), token);
    }

    private Task<Guid> SourceAsync(string name, CancellationToken token) => db.Set<EvidenceSource>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync(token);

    private Task<Guid> ProcessAsync(Domain domain, CancellationToken token) => db.Set<Process>().Where(row => row.Domain == domain).Select(row => row.Id).SingleAsync(token);
}
