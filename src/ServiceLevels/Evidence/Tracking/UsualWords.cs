namespace Pupitre.ServiceLevels.Evidence.Tracking;

/// <summary>Titles by which offices and companies call what the ready commitments ask, in their tracking sheets.</summary>
internal static class UsualWords
{
    // All of the first, none of the second. The first that fits wins.
    private static readonly (int Template, string[] All, string[] None)[] _usual =
    [
        (4, ["bulletin", "corrig"], []), (4, ["bulletin", "rectif"], []), (4, ["payslip", "correct"], []),
        (5, ["fin de contrat"], []), (5, ["solde de tout compte"], []), (5, ["stc"], ["stcl"]),
        (1, ["variable"], []), (3, ["dsn"], []), (3, ["declaration sociale"], []),
        (2, ["bulletin"], []), (2, ["fiches de paie"], []), (2, ["fiche de paie"], []), (2, ["paie"], ["variable", "element"]), (2, ["payslip"], []),
        (21, ["tva", "approuv"], []), (21, ["tva", "accord"], []), (9, ["tva", "projet"], []), (9, ["ca3", "projet"], []), (9, ["vat", "draft"], []),
        (10, ["tva"], []), (10, ["ca3"], []), (10, ["vat"], []),
        (22, ["cloture"], ["mensuel"]), (22, ["inventaire"], []), (6, ["piece"], ["numero", "n°"]), (6, ["justificatif"], []),
        (7, ["situation"], []), (7, ["monthly statement"], []), (8, ["banque"], []), (8, ["rapprochement"], []), (8, ["bancaire"], []), (8, ["bank"], []),
        (13, ["fec"], ["effec", "affec", "perfec", "defec"]), (14, ["liasse"], []), (15, ["comptes annuels"], []), (15, ["greffe"], []),
        (23, ["mise en demeure", "accord"], []), (18, ["mise en demeure"], []), (17, ["relance"], []), (19, ["litige"], []), (19, ["encaissement"], []),
    ];

    /// <summary>Number of the ready commitment that a folded title usually means, or null.</summary>
    public static int? TemplateOf(string folded)
    {
        var usual = Array.Find(_usual, words =>
            Array.TrueForAll(words.All, word => folded.Contains(word, StringComparison.Ordinal)) && !Array.Exists(words.None, word => folded.Contains(word, StringComparison.Ordinal)));
        return usual.All is null ? null : usual.Template;
    }
}
