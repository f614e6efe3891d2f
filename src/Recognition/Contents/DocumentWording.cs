using Pupitre.Kernel.Commitments;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// The wordings by which documents of French administrative work are known. The first that fits wins, so the certain ones stand first:
/// what an authority writes, then what offices write in subjects and titles.
/// </summary>
public static class DocumentWording
{
    /// <summary>A document known by words: all of <paramref name="All"/> and, when given, one of <paramref name="Any"/>.</summary>
    /// <param name="Templates">Numbers of the ready commitments that it fulfils.</param>
    /// <param name="IsThirdParty">An authority or a carrier wrote it: its dates are a receipt.</param>
    public sealed record Known(string Kind, string[] All, string[] Any, int[] Templates, bool IsThirdParty, string? Issuer = null)
    {
        public bool Fits(string folded) =>
            Array.TrueForAll(All, word => folded.Contains(word, StringComparison.Ordinal))
            && (Any.Length == 0 || Array.Exists(Any, word => folded.Contains(word, StringComparison.Ordinal)));
    }

    private static readonly Known[] _papers =
    [
        // net-entreprises: the certificate is the acceptance; the acknowledgement of deposit (AEE, avis de dépôt) is not, nor is a report of anomalies.
        new(RecognisedKind.DsnDeposit, ["ne vaut pas conformite"], ["dsn", "declaration sociale nominative"], [], true, "net-entreprises"),
        new(RecognisedKind.DsnDeposit, ["bilan d'anomalies", "rejet"], ["dsn", "declaration sociale nominative"], [], true, "net-entreprises"),
        new(RecognisedKind.DsnCertificate, ["certificat de conformite"], ["dsn", "declaration sociale nominative", "net-entreprises"], [ReadyCommitments.PayrollReturnAccepted], true, "net-entreprises"),
        new(RecognisedKind.DsnDeposit, [], ["accuse d'enregistrement electronique", "avis de depot dsn", "accuse de depot dsn"], [], true, "net-entreprises"),
        new(RecognisedKind.DsnDeposit, ["avis de depot"], ["dsn", "declaration sociale nominative"], [], true, "net-entreprises"),

        // impots.gouv: returns of VAT and of results.
        new(RecognisedKind.TaxReturnReceipt, ["accuse de reception"], ["liasse fiscale", "declaration de resultat", "2065", "2031", "2035", "edi-tdfc", "2050"], [ReadyCommitments.TaxReturnAccepted], true, "impots.gouv"),
        new(RecognisedKind.VatReceipt, ["accuse de reception"], ["3310-ca3", "3310 ca3", "ca3", "ca12", "taxe sur la valeur ajoutee", "tva"], [ReadyCommitments.VatFiled], true, "impots.gouv"),

        new(RecognisedKind.RegistryReceipt, ["comptes annuels"], ["greffe", "infogreffe", "guichet unique", "inpi"], [ReadyCommitments.AccountsFiled], true, "greffe"),
        new(RecognisedKind.RegisteredLetter, [], ["preuve de depot d'une lettre recommandee", "lettre recommandee avec avis de reception", "lettre recommandee en ligne", "preuve de depot", "ar24"], [ReadyCommitments.FormalNoticeSent], true, "La Poste"),
        new(RecognisedKind.SepaTransfer, [], ["ordre de virement sepa", "avis d'execution de virement", "pain.001"], [], false),
    ];

    private static readonly Known[] _words =
    [
        new(RecognisedKind.Unknown, ["bulletin"], ["rectifi", "corrig"], [ReadyCommitments.PayslipCorrected], false),
        new(RecognisedKind.Unknown, [], ["bulletins de paie", "bulletins", "bulletin de paie", "fiches de paie"], [ReadyCommitments.PayslipsDelivered], false),
        new(RecognisedKind.Unknown, ["variables"], ["paie", "paye", "salaire"], [ReadyCommitments.VariablesSent], false),
        new(RecognisedKind.Unknown, ["elements variables"], [], [ReadyCommitments.VariablesSent], false),
        new(RecognisedKind.Unknown, ["solde de tout compte"], [], [ReadyCommitments.LeavingDocumentsDelivered], false),
        new(RecognisedKind.Unknown, ["pieces"], ["deposees", "depot", "du mois", "comptables"], [ReadyCommitments.DocumentsDeposited], false),
        new(RecognisedKind.Unknown, ["bon pour accord"], ["tva", "ca3"], [ReadyCommitments.VatDraftApproved], false),
        new(RecognisedKind.Unknown, ["projet"], ["tva", "ca3"], [ReadyCommitments.VatDraftSubmitted], false),
        new(RecognisedKind.Unknown, ["fec"], ["provisoire", "ecritures comptables"], [ReadyCommitments.AccountingFileDelivered], false),
        new(RecognisedKind.Unknown, ["fichier des ecritures comptables"], [], [ReadyCommitments.AccountingFileDelivered], false),
        new(RecognisedKind.Unknown, [], ["situation mensuelle", "situation comptable", "situation intermediaire"], [ReadyCommitments.StatementDelivered], false),
        new(RecognisedKind.Unknown, ["rapprochement"], ["banque", "bancaire"], [ReadyCommitments.BankReconciled], false),
        new(RecognisedKind.Unknown, ["mise en demeure"], [], [ReadyCommitments.FormalNoticeSent], false),
        new(RecognisedKind.Unknown, ["relance"], ["facture", "impaye", "reglement"], [ReadyCommitments.ReminderSent], false),
    ];

    /// <summary>The document that the text of a paper is, or null.</summary>
    public static Known? OfPaper(string folded) => Array.Find(_papers, known => known.Fits(folded));

    /// <summary>Numbers of the ready commitments that a subject or a title speaks of.</summary>
    public static IReadOnlyList<int> TemplatesOf(string folded) => Array.Find(_words, known => known.Fits(folded))?.Templates ?? [];

    /// <summary>Numbers of the ready commitments that a paper of that kind can fulfil; null when its kind does not tell.</summary>
    public static IReadOnlyList<int>? TemplatesOfKind(string kind) => kind switch
    {
        RecognisedKind.AccountingFile => _booksTemplates,
        _ when Array.Exists(_papers, known => known.Kind == kind && known.IsThirdParty) => [.. _papers.Where(known => known.Kind == kind).SelectMany(known => known.Templates)],
        _ => null,
    };

    // Delivered, bank entered, monthly statement: an accounting file shows each.
    private static readonly int[] _booksTemplates = [ReadyCommitments.AccountingFileDelivered, ReadyCommitments.BankReconciled, ReadyCommitments.StatementDelivered];

    /// <summary>An answer to a proposal is not the thing proposed.</summary>
    public static bool IsAnswer(string foldedSubject) =>
        foldedSubject.StartsWith("re:", StringComparison.Ordinal) || foldedSubject.StartsWith("re :", StringComparison.Ordinal);
}
