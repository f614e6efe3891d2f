namespace Pupitre.Sample.World;

/// <summary>An entry of the sample company's books.</summary>
/// <param name="Number">Place in its journal, from 1.</param>
/// <param name="Piece">Reference of the document.</param>
/// <param name="Validated">Day on which it was made definitive; null while it is not.</param>
public sealed record BookEntry(BookJournal Journal, int Number, DateOnly Date, string Piece, string Label, DateOnly? Validated, IReadOnlyList<BookLine> Lines);

/// <summary>A line of an entry.</summary>
public sealed record BookLine(BookAccount Account, decimal Debit, decimal Credit)
{
    public BookParty? Party { get; init; }

    /// <summary>The letter that matches an invoice with its payment; null while it is open.</summary>
    public string? Letter { get; init; }

    public DateOnly? LetteredOn { get; init; }
}

/// <summary>A journal: its code and its name.</summary>
public sealed record BookJournal(string Code, string Name)
{
    public static readonly BookJournal Opening = new("AN", "À-nouveaux");
    public static readonly BookJournal Purchases = new("AC", "Achats");
    public static readonly BookJournal Sales = new("VE", "Ventes");
    public static readonly BookJournal Bank = new("BQ", "Banque");
    public static readonly BookJournal Payroll = new("PA", "Paie");
    public static readonly BookJournal Various = new("OD", "Opérations diverses");
}

/// <summary>An account of the general chart (plan comptable général).</summary>
public sealed record BookAccount(string Number, string Name)
{
    public static readonly BookAccount Capital = new("101300", "Capital souscrit");
    public static readonly BookAccount Reserves = new("106100", "Réserve légale");
    public static readonly BookAccount LastResult = new("120000", "Résultat de l'exercice");
    public static readonly BookAccount Machines = new("215400", "Matériel industriel");
    public static readonly BookAccount MachinesWorn = new("281540", "Amortissement du matériel industriel");
    public static readonly BookAccount Stock = new("310000", "Matières premières");
    public static readonly BookAccount Suppliers = new("401000", "Fournisseurs");
    public static readonly BookAccount Customers = new("411000", "Clients");
    public static readonly BookAccount NetPay = new("421000", "Personnel, rémunérations dues");
    public static readonly BookAccount SocialCharges = new("431000", "Sécurité sociale");
    public static readonly BookAccount VatToPay = new("445510", "TVA à décaisser");
    public static readonly BookAccount VatDeductible = new("445660", "TVA déductible sur biens et services");
    public static readonly BookAccount VatCollected = new("445710", "TVA collectée");
    public static readonly BookAccount Suspense = new("471000", "Compte d'attente");
    public static readonly BookAccount Bank = new("512000", "Banque");
    public static readonly BookAccount Wages = new("641100", "Salaires");
    public static readonly BookAccount EmployerCharges = new("645100", "Cotisations à l'URSSAF");
    public static readonly BookAccount Work = new("704000", "Travaux");
    public static readonly BookAccount Maintenance = new("615000", "Entretien et réparations");

    /// <summary>Where the invoices of a supplier go.</summary>
    private static readonly BookAccount[] _purchases =
    [
        new("601000", "Achats de matières premières"), new("606300", "Petit équipement"), new("602200", "Fournitures consommables"), new("624100", "Transports sur achats"), new("606100", "Énergie"),
        new("606300", "Petit équipement"), new("601000", "Achats de matières premières"), new("613500", "Locations mobilières"), new("626000", "Frais postaux et télécommunications"), new("606400", "Fournitures administratives"),
        new("611000", "Sous-traitance générale"), new("601000", "Achats de matières premières"), new("616000", "Primes d'assurances"), new("615000", "Entretien et réparations"),
    ];

    public static BookAccount Of(string supplier) => _purchases[Cast.Suppliers.ToList().IndexOf(supplier)];
}

/// <summary>A supplier or customer with its auxiliary account.</summary>
public sealed record BookParty(string Code, string Name)
{
    public static BookParty Supplier(string name) => new($"F{Cast.Suppliers.ToList().IndexOf(name) + 1:00}", name);

    public static BookParty Customer(string name) => new($"C{Cast.Customers.ToList().IndexOf(name) + 1:00}", name);
}
