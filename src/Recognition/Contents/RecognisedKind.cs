namespace Pupitre.Recognition.Contents;

/// <summary>What a file turned out to be, by its content: a word, so that whoever contributes an <see cref="IRecognise"/> adds its own. These are the product's.</summary>
public static class RecognisedKind
{
    /// <summary>Longest word.</summary>
    public const int MaxLength = 40;

    public const string Unknown = nameof(Unknown);
    public const string Mail = nameof(Mail);
    public const string OutlookMail = nameof(OutlookMail);
    public const string Pdf = nameof(Pdf);
    public const string DsnCertificate = nameof(DsnCertificate);
    public const string DsnDeposit = nameof(DsnDeposit);
    public const string VatReceipt = nameof(VatReceipt);
    public const string TaxReturnReceipt = nameof(TaxReturnReceipt);
    public const string RegistryReceipt = nameof(RegistryReceipt);
    public const string RegisteredLetter = nameof(RegisteredLetter);
    public const string SepaTransfer = nameof(SepaTransfer);
    public const string AccountingFile = nameof(AccountingFile);
    public const string Table = nameof(Table);
    public const string EventLog = nameof(EventLog);
    public const string Archive = nameof(Archive);
    public const string Image = nameof(Image);

    /// <summary>Lines of a bank account: CSV, OFX or camt.053.</summary>
    public const string BankStatement = nameof(BankStatement);

    /// <summary>All of them, the unknown first.</summary>
    public static IReadOnlyList<string> All { get; } = [Unknown, Mail, OutlookMail, Pdf, DsnCertificate, DsnDeposit, VatReceipt, TaxReturnReceipt, RegistryReceipt, RegisteredLetter, SepaTransfer, AccountingFile, Table, EventLog, Archive, Image, BankStatement];
}
