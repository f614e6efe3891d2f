using Pupitre.Kernel.Commitments;

namespace Pupitre.Recognition.Tracking;

/// <summary>Titles by which offices and companies call what the ready commitments ask, in their tracking sheets.</summary>
public static class UsualWords
{
    // All of the first, none of the second. The first that fits wins.
    private static readonly (int Template, string[] All, string[] None)[] _usual =
    [
        (ReadyCommitments.PayslipCorrected, ["bulletin", "corrig"], []), (ReadyCommitments.PayslipCorrected, ["bulletin", "rectif"], []), (ReadyCommitments.PayslipCorrected, ["payslip", "correct"], []),
        (ReadyCommitments.LeavingDocumentsDelivered, ["fin de contrat"], []), (ReadyCommitments.LeavingDocumentsDelivered, ["solde de tout compte"], []), (ReadyCommitments.LeavingDocumentsDelivered, ["stc"], ["stcl"]),
        (ReadyCommitments.VariablesSent, ["variable"], []), (ReadyCommitments.PayrollReturnAccepted, ["dsn"], []), (ReadyCommitments.PayrollReturnAccepted, ["declaration sociale"], []),
        (ReadyCommitments.PayslipsDelivered, ["bulletin"], []), (ReadyCommitments.PayslipsDelivered, ["fiches de paie"], []), (ReadyCommitments.PayslipsDelivered, ["fiche de paie"], []), (ReadyCommitments.PayslipsDelivered, ["paie"], ["variable", "element"]), (ReadyCommitments.PayslipsDelivered, ["payslip"], []),
        (ReadyCommitments.VatDraftApproved, ["tva", "approuv"], []), (ReadyCommitments.VatDraftApproved, ["tva", "accord"], []), (ReadyCommitments.VatDraftSubmitted, ["tva", "projet"], []), (ReadyCommitments.VatDraftSubmitted, ["ca3", "projet"], []), (ReadyCommitments.VatDraftSubmitted, ["vat", "draft"], []),
        (ReadyCommitments.VatFiled, ["tva"], []), (ReadyCommitments.VatFiled, ["ca3"], []), (ReadyCommitments.VatFiled, ["vat"], []),
        (ReadyCommitments.ClosingDocumentsDelivered, ["cloture"], ["mensuel"]), (ReadyCommitments.ClosingDocumentsDelivered, ["inventaire"], []), (ReadyCommitments.DocumentsDeposited, ["piece"], ["numero", "n°"]), (ReadyCommitments.DocumentsDeposited, ["justificatif"], []),
        (ReadyCommitments.StatementDelivered, ["situation"], []), (ReadyCommitments.StatementDelivered, ["monthly statement"], []), (ReadyCommitments.BankReconciled, ["banque"], []), (ReadyCommitments.BankReconciled, ["rapprochement"], []), (ReadyCommitments.BankReconciled, ["bancaire"], []), (ReadyCommitments.BankReconciled, ["bank"], []),
        (ReadyCommitments.AccountingFileDelivered, ["fec"], ["effec", "affec", "perfec", "defec"]), (ReadyCommitments.TaxReturnAccepted, ["liasse"], []), (ReadyCommitments.AccountsFiled, ["comptes annuels"], []), (ReadyCommitments.AccountsFiled, ["greffe"], []),
        (ReadyCommitments.FormalNoticeApproved, ["mise en demeure", "accord"], []), (ReadyCommitments.FormalNoticeSent, ["mise en demeure"], []), (ReadyCommitments.ReminderSent, ["relance"], []), (ReadyCommitments.DisputesReported, ["litige"], []), (ReadyCommitments.DisputesReported, ["encaissement"], []),
    ];

    /// <summary>Number of the ready commitment that a folded title usually means, or null.</summary>
    public static int? TemplateOf(string folded)
    {
        var usual = Array.Find(_usual, words =>
            Array.TrueForAll(words.All, word => folded.Contains(word, StringComparison.Ordinal)) && !Array.Exists(words.None, word => folded.Contains(word, StringComparison.Ordinal)));
        return usual.All is null ? null : usual.Template;
    }
}
