using Pupitre.ServiceLevels.Evidence.Recognition;
using Pupitre.ServiceLevels.Evidence.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Evidence.Files;

/// <summary>A column of a tracking table and the commitment that it is named after.</summary>
internal sealed record NamedColumn(int Place, string Name, Commitment Commitment);

/// <summary>
/// Finds which columns of a table are named after commitments: by the same name, by the usual words of a ready commitment ("Banque rapprochée",
/// "Situation remise"), else by the words that only one commitment's name shares. A commitment takes one column, a column one commitment.
/// </summary>
internal static class NamedColumns
{
    private const int StemLength = 5;

    // Words of a ready commitment: all of the first, none of the second. The first that fits wins.
    private static readonly (int Template, string[] All, string[] None)[] _usual =
    [
        (4, ["bulletin", "corrig"], []), (4, ["bulletin", "rectif"], []), (4, ["payslip", "correct"], []),
        (5, ["fin de contrat"], []), (5, ["solde de tout compte"], []), (5, ["stc"], ["stcl"]),
        (1, ["variable"], []), (3, ["dsn"], []), (3, ["declaration sociale"], []),
        (2, ["bulletin"], []), (2, ["fiches de paie"], []), (2, ["fiche de paie"], []), (2, ["paie"], ["variable"]), (2, ["payslip"], []),
        (21, ["tva", "approuv"], []), (21, ["tva", "accord"], []), (9, ["tva", "projet"], []), (9, ["ca3", "projet"], []), (9, ["vat", "draft"], []),
        (10, ["tva"], []), (10, ["ca3"], []), (10, ["vat"], []),
        (22, ["cloture"], []), (22, ["inventaire"], []), (6, ["piece"], []), (6, ["justificatif"], []),
        (7, ["situation"], []), (7, ["monthly statement"], []), (8, ["banque"], []), (8, ["rapprochement"], []), (8, ["bancaire"], []), (8, ["bank"], []),
        (13, ["fec"], []), (14, ["liasse"], []), (15, ["comptes annuels"], []), (15, ["greffe"], []),
        (23, ["mise en demeure", "accord"], []), (18, ["mise en demeure"], []), (17, ["relance"], []), (19, ["litige"], []), (19, ["encaissement"], []),
    ];

    private static readonly HashSet<string> _empty = new(["date", "remis", "remise", "depos", "envoy", "recu", "recue", "faite", "fait", "mois", "mensu", "saisi", "trans", "accep", "monthly", "deliv", "filed", "sent", "pour", "avec", "dans"], StringComparer.Ordinal);

    /// <param name="head">The table.</param>
    /// <param name="commitments">Those of the company.</param>
    /// <param name="months">The column that names the months.</param>
    public static List<NamedColumn> Of(TableHead head, IReadOnlyList<Commitment> commitments, int months)
    {
        var found = new List<NamedColumn>();
        foreach (var find in new Func<string, IEnumerable<Commitment>, Commitment?>[] { SameName, UsualWords, OwnWords })
        {
            foreach (var (place, name) in head.Columns.Index().Where(column => column.Index != months && !found.Exists(taken => taken.Place == column.Index)))
            {
                var free = commitments.Where(row => !found.Exists(taken => taken.Commitment.Id == row.Id));
                if (find(Folded.Of(GuessMapping.ActivityOf(name)), free) is { } commitment)
                {
                    found.Add(new(place, name, commitment));
                }
            }
        }

        return found;
    }

    private static Commitment? SameName(string name, IEnumerable<Commitment> free) => free.FirstOrDefault(row => Folded.Of(row.Name) == name
        || (CommitmentTemplates.Find(row.TemplateNumber) is { } template && (Folded.Of(template.Name.French) == name || Folded.Of(template.Name.English) == name)));

    // A company may follow the draft of the VAT return and not the return itself: then a column "TVA" is not taken for it.
    private static Commitment? UsualWords(string name, IEnumerable<Commitment> free)
    {
        var usual = Array.Find(_usual, words => Array.TrueForAll(words.All, word => name.Contains(word, StringComparison.Ordinal)) && !Array.Exists(words.None, word => name.Contains(word, StringComparison.Ordinal)));
        return usual.All is null ? null : Only(free.Where(row => row.TemplateNumber == usual.Template));
    }

    private static Commitment? OwnWords(string name, IEnumerable<Commitment> free)
    {
        var stems = StemsOf(name);
        return stems.Count == 0 ? null : Only(free.Where(row => stems.IsSubsetOf(StemsOf(Folded.Of(row.Name)))));
    }

    private static HashSet<string> StemsOf(string name) => name.Split([' ', '\'', '-', '(', ')', '/', '.', ','], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 3 && !_empty.Contains(word)).Select(word => word.Length <= StemLength ? word : word[..StemLength]).Where(stem => !_empty.Contains(stem)).ToHashSet(StringComparer.Ordinal);

    // Two that fit are a question for a person.
    private static Commitment? Only(IEnumerable<Commitment> found) => found.Take(2).ToList() is [var only] ? only : null;
}
