namespace Pupitre.Sample.World;

/// <summary>Who plays in the sample company. All of them are made up; their addresses end in a name that the net reserves for examples.</summary>
public static class Cast
{
    public const string Company = "Ateliers Marchebelle";
    public const string CompanySlug = "ateliers-marchebelle";

    /// <summary>Its key is right and nobody bears it: no SIREN begins with three zeros.</summary>
    public const string Siren = "000417220";
    public const string Siret = "00041722000019";
    public const string Domain = "ateliers-marchebelle.example";
    public const string MailServer = "mx1.ateliers-marchebelle.example";
    public const int Employees = 38;
    public const int PayDay = 28;
    public const int VatDay = 21;

    /// <summary>Day of the next month on which contributions are debited, under 50 employees.</summary>
    public const int SocialDay = 15;

    public const string AccountingFirm = "Cabinet Orvault-Sénac";
    public const string AccountingSiren = "000713552";
    public const string AccountingDomain = "orvault-senac.example";

    public const string PayrollBureau = "Bureau de paie Talmont";
    public const string PayrollSiren = "000862409";
    public const string PayrollDomain = "talmont-paie.example";

    public static readonly Person Owner = new("Hélène Marchebelle", "helene.marchebelle@" + Domain);
    public static readonly Person Pilot = new("Karim Oudart", "karim.oudart@" + Domain);
    public static readonly Person Deputy = new("Lucie Tessandier", "lucie.tessandier@" + Domain);
    public static readonly Person PayrollBox = new("Paie Marchebelle", "paie@" + Domain);
    public static readonly Person AccountingBox = new("Comptabilité Marchebelle", "compta@" + Domain);
    public static readonly Person Accountant = new("Bruno Sénac", "b.senac@" + AccountingDomain);
    public static readonly Person AccountingClerk = new("Manon Delcourt", "m.delcourt@" + AccountingDomain);
    public static readonly Person PayrollClerk = new("Sandrine Kervella", "s.kervella@" + PayrollDomain);

    public static readonly Person PayrollPortal = new("Portail Talmont Paie", "portail@" + PayrollDomain);
    public static readonly Person AccountingPortal = new("Espace client Orvault-Sénac", "espace-client@" + AccountingDomain);

    public static readonly IReadOnlyList<string> Suppliers =
    [
        "Bois de l'Erdre", "Quincaillerie Brossard-Luneau", "Vernis & Finitions de l'Ouest", "Transports Keradec", "Énergie Ligérienne",
        "Outillage Pontchâteau", "Panneaux Gaudinière", "Location Nacelles 44", "Télécoms Armorik", "Papeterie du Bouffay",
        "Menuiserie Tréville (sous-traitance)", "Verrerie de Machecoul", "Assurances Prévalaye", "Entretien Logis Net",
    ];

    public static readonly IReadOnlyList<string> Customers =
    [
        "Hôtel des Machines", "Mairie de Saint-Aubin-des-Prés", "Clinique Bréhec", "Librairie Vauvert", "SCI Les Tanneurs",
        "Restaurant La Cale Ronde", "Agence Pélican", "Lycée Aristide-Boulineau", "Cabinet dentaire Roz-Avel", "Promotion Loire & Mer",
    ];

    public static readonly IReadOnlyList<string> Employed =
    [
        "Salarié 007", "Salarié 012", "Salarié 019", "Salarié 023", "Salarié 031", "Salarié 036",
    ];
}

/// <summary>A name and an address.</summary>
public sealed record Person(string Name, string Email);
