namespace Pupitre.Kernel.Commitments;

/// <summary>
/// The ready commitments by name. A commitment remembers the number, which is kept in the data and never given to another; code speaks of
/// them by these names.
/// </summary>
public static class ReadyCommitments
{
    public const int VariablesSent = 1;
    public const int PayslipsDelivered = 2;
    public const int PayrollReturnAccepted = 3;
    public const int PayslipCorrected = 4;
    public const int LeavingDocumentsDelivered = 5;
    public const int DocumentsDeposited = 6;
    public const int StatementDelivered = 7;
    public const int BankReconciled = 8;
    public const int VatDraftSubmitted = 9;
    public const int VatFiled = 10;
    public const int SupplierInvoiceRecorded = 11;
    public const int QuestionAnswered = 12;
    public const int AccountingFileDelivered = 13;
    public const int TaxReturnAccepted = 14;
    public const int AccountsFiled = 15;
    public const int CustomerInvoiceIssued = 16;
    public const int ReminderSent = 17;
    public const int FormalNoticeSent = 18;
    public const int DisputesReported = 19;
    public const int DataReturned = 20;
    public const int VatDraftApproved = 21;
    public const int ClosingDocumentsDelivered = 22;
    public const int FormalNoticeApproved = 23;
    public const int ProviderInvoicePaid = 24;
}
