using Pupitre.Gathering.Exports;

namespace Pupitre.Evidence.Imports;

/// <summary>Empty tables to fill in, one for each ready commitment that is measured case by case.</summary>
internal static class TableModels
{
    private static readonly (string Kind, Func<string> Title, Func<string[]> Columns)[] _models =
    [
        ("supplier-invoices", () => Texts.Model_SupplierInvoices, () => [Texts.Model_Invoice, Texts.Model_Supplier, Texts.Model_Available, Texts.Model_InfoAsked, Texts.Model_InfoGiven, Texts.Model_Registered]),
        ("questions", () => Texts.Model_Questions, () => [Texts.Model_Question, Texts.Model_QuestionReceived, Texts.Model_Answered]),
        ("payslip-corrections", () => Texts.Model_Corrections, () => [Texts.Model_Employee, Texts.Model_AnomalyReported, Texts.Model_DocumentAsked, Texts.Model_DocumentGiven, Texts.Model_Corrected]),
        ("customer-invoices", () => Texts.Model_CustomerInvoices, () => [Texts.Model_Delivery, Texts.Model_DeliverySigned, Texts.Model_MissingAsked, Texts.Model_MissingGiven, Texts.Model_InvoiceSent]),
        ("dunning", () => Texts.Model_Dunning, () => [Texts.Model_Invoice, Texts.Model_Due, Texts.Model_FirstReminder, Texts.Model_FormalNotice, Texts.Model_Dispute, Texts.Model_Paid]),
        ("events", () => Texts.Model_Events, () => [Texts.Model_Case, Texts.Model_What, Texts.Model_When, Texts.Model_State, Texts.Model_Who]),
    ];

    public static IEnumerable<(string Kind, string Title)> All => _models.Select(model => (model.Kind, model.Title()));

    public static TableExport? Of(string kind)
    {
        var model = Array.Find(_models, candidate => candidate.Kind == kind);
        return model.Kind is null ? null : new TableExport("modele-" + kind, model.Columns(), []);
    }
}
