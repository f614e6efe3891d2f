namespace Pupitre.Recognition.Contents;

/// <summary>What a file turned out to be, by its content.</summary>
public enum RecognisedKind
{
    Unknown,
    Mail,
    OutlookMail,
    Pdf,
    DsnCertificate,
    DsnDeposit,
    VatReceipt,
    TaxReturnReceipt,
    RegistryReceipt,
    RegisteredLetter,
    SepaTransfer,
    AccountingFile,
    Table,
    EventLog,
    Archive,
    Image,

    /// <summary>Lines of a bank account: CSV, OFX or camt.053.</summary>
    BankStatement,
}
