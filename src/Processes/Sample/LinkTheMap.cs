using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>
/// What passes between the sample company's processes, as its pilot would say it; of some, nobody knows how long it takes until the
/// follower hurts. A quarrel about an invoice leads back to invoicing: a circle, as life has them. Three things are typed twice.
/// </summary>
internal sealed class LinkTheMap(Db db, SaveLink link, SaveRekeying rekey) : ISampleChapter
{
    // What the company handed over has no key of the catalogue: it is named by its domain.
    private const string Payroll = "=Payroll";
    private const string Accounting = "=Accounting";
    private const string Dunning = "=Dunning";

    private static readonly IReadOnlyList<(string From, string To, string Passes, LinkKind Kind, int? Days)> _links =
    [
        ("incoming-mail", "supplier-invoices", "factures reçues par courrier", LinkKind.Document, 3),
        ("incoming-mail", "contract-follow-up", "avis d’échéance; lettres recommandées", LinkKind.Document, 10),
        ("supplier-invoices", "month-documents", "factures approuvées", LinkKind.Document, 10),
        ("supplier-invoices", "cash-forecast", "bons à payer", LinkKind.Data, 7),
        ("customer-invoicing", "receipts", "factures émises", LinkKind.Document, 30),
        ("customer-invoicing", "month-documents", "factures de vente", LinkKind.Document, 10),
        ("customer-invoicing", Dunning, "factures échues", LinkKind.Data, 30),
        ("receipts", Dunning, "encaissements de la semaine", LinkKind.Data, 7),
        ("receipts", "cash-forecast", "encaissements de la semaine", LinkKind.Data, 7),
        ("receipts", "disputes", "paiements partiels à expliquer", LinkKind.Data, 15),
        ("disputes", "customer-invoicing", "avoirs à établir", LinkKind.Document, null),
        ("expense-claims", "month-documents", "notes de frais", LinkKind.Document, 20),
        ("month-documents", Accounting, "pièces du mois", LinkKind.Document, 5),
        (Accounting, "vat-return", "balance", LinkKind.Data, 5),
        (Accounting, "monthly-closing", "balance", LinkKind.Data, 5),
        (Payroll, "monthly-closing", "journal de paie", LinkKind.Document, 10),
        ("absences", Payroll, "arrêts de travail", LinkKind.Document, 2),
        ("leave", Payroll, "compteurs de congés", LinkKind.Data, 5),
        ("hiring", Payroll, "dossier du salarié", LinkKind.Document, 5),
        ("leaving", Payroll, "date et motif du départ", LinkKind.Data, 2),
        ("hiring", "access-rights", "accès à ouvrir", LinkKind.Data, 1),
        ("leaving", "access-rights", "accès à fermer", LinkKind.Data, 1),
        ("monthly-closing", "annual-closing", "situations des douze mois", LinkKind.Document, 30),
        ("annual-closing", "general-meeting", "comptes annuels", LinkKind.Document, 60),
        ("general-meeting", "beneficial-owners", "procès-verbal", LinkKind.Document, null),
        ("contract-follow-up", "insurance", "préavis à envoyer", LinkKind.Data, 30),
        ("contract-follow-up", "processing-register", "clauses des sous-traitants", LinkKind.Document, null),
    ];

    public int Order => 262;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var ids = await IdsAsync(token);
        foreach (var (from, to, passes, kind, days) in _links)
        {
            var input = new LinkInput { FromId = ids[from], ToId = ids[to], Passes = passes, Kind = kind, DaysUntil = days };
            await link.RunAsync(input, isNew: true, token);
        }

        await RekeyAsync(ids, token);
    }

    private async Task RekeyAsync(Dictionary<string, Guid> ids, CancellationToken token)
    {
        var people = await db.Set<Platform.People.Person>()
            .Where(row => row.SideId == null && (row.Name == Cast.Pilot.Name || row.Name == Cast.Deputy.Name))
            .ToDictionaryAsync(row => row.Name, row => row.Id, token);
        RekeyingInput[] all =
        [
            new()
            {
                ProcessId = ids["supplier-invoices"],
                FromTool = "Messagerie",
                ToTool = "Logiciel de gestion",
                Fields = "fournisseur, numéro, date, montant",
                MinutesAMonth = 180,
                PersonId = people[Cast.Deputy.Name],
                Automation = Automation.Possible,
            },
            new()
            {
                ProcessId = ids["leave"],
                FromTool = "Tableur du personnel",
                ToTool = "Portail Talmont Paie",
                Fields = "absences et congés du mois",
                MinutesAMonth = 90,
                PersonId = people[Cast.Pilot.Name],
                Automation = Automation.Possible,
            },
            new()
            {
                ProcessId = ids["customer-invoicing"],
                FromTool = "Tableur des chantiers",
                ToTool = "Logiciel de gestion",
                Fields = "avancement, retenue de garantie",
                Function = "Conducteur de travaux",
            },
        ];
        foreach (var rekeying in all)
        {
            await rekey.RunAsync(rekeying, isNew: true, token);
        }
    }

    private async Task<Dictionary<string, Guid>> IdsAsync(CancellationToken token)
    {
        var rows = await db.Set<Process>().Where(row => row.ArchivedAt == null)
            .Select(row => new
            {
                row.Id,
                row.Domain,
                Key = db.Set<TakenProcess>().Where(taken => taken.ProcessId == row.Id).Select(taken => taken.Key).FirstOrDefault(),
            })
            .ToListAsync(token);
        return rows.ToDictionary(row => row.Key ?? "=" + row.Domain, row => row.Id, StringComparer.Ordinal);
    }
}
