using Pupitre.Recognition.Contents;

namespace Pupitre.Recognition.Tracking;

/// <summary>The words of a title that carry meaning, each cut to its stem: without accents, plurals and endings, words for one thing made the same.</summary>
/// <param name="Strong">Stems of what it is about.</param>
/// <param name="Weak">Stems of what is done with it (remis, déposé), which many titles share: they never decide alone.</param>
/// <param name="Written">All stems as they are written, before words for one thing are made the same.</param>
public sealed record WordStems(IReadOnlySet<string> Strong, IReadOnlySet<string> Weak, IReadOnlySet<string> Written)
{
    private const int StemLength = 6;
    private const int MostWords = 40;

    private static readonly HashSet<string> _empty = new(StringComparer.Ordinal)
    {
        "le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "et", "a", "au", "aux", "en", "par", "pour", "sur", "dans", "avec", "the", "of", "and", "to", "for", "on", "at", "by", "in",
        "date", "dates", "jour", "jours", "day", "n", "no", "ou", "or",
    };

    // What is done with a thing, and how often: stems.
    private static readonly HashSet<string> _weak = new([.. new[]
    {
        "remis", "remise", "rendu", "livre", "depose", "depot", "envoye", "envoi", "recu", "reception", "fait", "effectue", "realise", "saisi", "transmis", "transmission", "accepte", "valide", "validation", "emis",
        "mensuel", "mois", "mensuelle", "periode", "termine", "fini", "suivi", "etat", "statut", "communique", "fourni", "donne", "etabli", "enregistre", "traite",
        "monthly", "month", "delivered", "filed", "sent", "received", "done", "accepted", "entered", "submitted", "deposited", "status", "completed", "provided", "issued",
    }.Select(Stem)], StringComparer.Ordinal);

    // Words and phrases for one thing; the first stands for all. Longer phrases stand before what they begin with.
    private static readonly (string[] Stems, string[] Means)[] _same = [.. new (string Means, string[] Said)[]
    {
        ("bulletin", ["bulletins de paie", "bulletin de salaire", "bulletins de salaires", "fiches de paie", "fiche de salaire", "feuilles de paie", "payslips", "payslip", "pay slip"]),
        ("variable paie", ["elements variables de paie", "elements variables", "elements de paie", "evp", "variables de salaire", "payroll variables"]),
        ("dsn", ["declaration sociale nominative", "declaration sociale", "declarations sociales", "payroll return"]),
        ("virement", ["transfer file", "fichier sepa", "sepa", "virements"]),
        ("piece", ["justificatifs", "pieces comptables", "pieces justificatives", "documents comptables", "documents of the month", "documents du mois", "receipts"]),
        ("situation", ["situation comptable", "situation intermediaire", "reporting mensuel", "tableau de bord mensuel", "monthly statement", "arrete mensuel", "cloture mensuelle"]),
        ("banque", ["bancaire", "bancaires", "banques", "bank", "releve de compte", "releves de compte", "512"]),
        ("rapproche", ["rapprochement", "rapprochements", "pointage", "pointee", "reconciled", "reconciliation", "etat de rapprochement"]),
        ("tva", ["ca3", "vat", "taxe sur la valeur ajoutee", "3310"]),
        ("projet", ["brouillon", "draft", "provisional return"]),
        ("approuve", ["accord", "approbation", "bon pour accord", "approval", "approved", "bap"]),
        ("fec", ["fichier des ecritures comptables", "fichier des ecritures", "ecritures comptables", "accounting file"]),
        ("provisoire", ["provisional", "intermediaire"]),
        ("liasse", ["liasse fiscale", "declaration de resultat", "tax return", "2065", "bilan fiscal"]),
        ("inventaire", ["inventory", "stock", "stocks"]),
        ("cloture", ["closing", "fin d'exercice"]),
        ("greffe", ["registre du commerce", "infogreffe", "registry", "tribunal de commerce", "guichet unique"]),
        ("compte", ["comptes annuels", "comptes sociaux", "accounts"]),
        ("facture", ["invoice", "invoices", "facturation"]),
        ("relance", ["rappel", "rappels", "reminder", "dunning"]),
        ("mise demeure", ["mise en demeure", "med", "formal notice", "recommande"]),
        ("litige", ["contestation", "dispute", "disputes", "reclamation"]),
        ("encaissement", ["paiement", "payment", "payments", "reglement", "encaisse", "paye", "payee"]),
        ("fin contrat", ["solde de tout compte", "stc", "documents de sortie", "leaving documents"]),
        ("corrige", ["rectifie", "rectificatif", "correction", "corrections", "corrected"]),
        ("question", ["demande", "demandes", "ticket", "requete", "request"]),
        ("reponse", ["repondu", "repondue", "answer", "answered", "premiere reponse"]),
        ("echeance", ["due", "due date", "date d'echeance", "exigible"]),
        ("signale", ["reported", "signalement"]),
        ("fournisseur", ["supplier", "vendor", "achat", "achats"]),
        ("client", ["customer", "vente", "ventes"]),
        ("restitue", ["restitution", "returned"]),
    }.SelectMany(entry => entry.Said.Select(said => (Stems: StemsOf(said), Means: StemsOf(entry.Means)))).OrderByDescending(entry => entry.Stems.Length)];

    public bool IsEmpty => Strong.Count == 0;

    /// <summary>All words that carry meaning.</summary>
    public int Count => Strong.Count + Weak.Count;

    public static WordStems Of(string text)
    {
        var said = StemsOf(Folded.Of(text));
        var stems = Unified(said);
        return new(stems.Where(stem => !_weak.Contains(stem)).ToHashSet(StringComparer.Ordinal), stems.Where(_weak.Contains).ToHashSet(StringComparer.Ordinal), said.ToHashSet(StringComparer.Ordinal));
    }

    private static List<string> Unified(string[] said)
    {
        var stems = new List<string>(said.Length);
        for (var at = 0; at < said.Length;)
        {
            var from = at;
            var same = Array.Find(_same, entry => said.AsSpan(from).StartsWith(entry.Stems));
            if (same.Stems is null)
            {
                stems.Add(said[at++]);
                continue;
            }

            stems.AddRange(same.Means);
            at += same.Stems.Length;
        }

        return stems;
    }

    private static string[] StemsOf(string text) =>
    [
        .. string.Concat(Folded.Of(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !_empty.Contains(word)).Take(MostWords).Select(Stem),
    ];

    private static string Stem(string word)
    {
        var bare = word.Length <= 3 ? word : word.TrimEnd('s', 'x').TrimEnd('e');
        bare = bare.Length < 3 ? word : bare;
        return bare.Length <= StemLength ? bare : bare[..StemLength];
    }
}
