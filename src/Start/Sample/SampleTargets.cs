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
/// stands nowhere in it: it is for people to settle. Accounting has two drafts: the steps as the owner listed them, and what the flows of supplier invoices
/// show. And who pays, which a bank attests and does not say: the company its suppliers, the customers the company.
/// </summary>
internal sealed class SampleTargets(Db db, AttachTarget attach, DrawTarget draw, DiscoverDraft discover, SayDoers say)
{
    private const string DunningFile = "relances-clients-cible.bpmn";
    private const string Company = "Entreprise";
    private const string Firm = "Cabinet comptable";

    // What the owner wrote down before the events told: a check between recording and paying that nobody makes.
    private static readonly IReadOnlyList<ProcessStep> _firstIdea =
    [
        new("recue", "Facture reçue par courriel", Company, [new("enregistree")]),
        new("enregistree", "Facture enregistrée", Firm, [new("controlee")]),
        new("controlee", "Bon à payer donné", Company, [new("reglee", 90, "d’accord"), new("recue", 10, "à refaire")]),
        new("reglee", "Facture réglée", Company, []),
    ];

    public async Task RunAsync(CancellationToken token)
    {
        await using var content = typeof(SampleTargets).Assembly.GetManifestResourceStream(DunningFile)!;
        await attach.RunAsync(await ProcessAsync(Domain.Dunning, token), new TargetInput(DunningFile, TargetFormat.Bpmn, TargetOrigin.Attached, IsDraft: false), content, token);
        var invoices = await SourceAsync(SampleEvidence.SupplierInvoices, token);
        await say.RunAsync(invoices, [new SaidStep(SampleEvidence.InvoicePaid, Doer.Company)], token);
        await say.RunAsync(await SourceAsync(SampleEvidence.CustomerInvoices, token), [new SaidStep(SampleEvidence.PaymentReceived, Doer.ThirdParty)], token);
        var accounting = await ProcessAsync(Domain.Accounting, token);
        await draw.RunAsync(accounting, _firstIdea, token);
        await discover.RunAsync(FlowFilter.OfSource(invoices), DiscoverDraft.UsualNoise, accounting, token);
    }

    private Task<Guid> SourceAsync(string name, CancellationToken token) => db.Set<EvidenceSource>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync(token);

    private Task<Guid> ProcessAsync(Domain domain, CancellationToken token) => db.Set<Process>().Where(row => row.Domain == domain).Select(row => row.Id).SingleAsync(token);
}
