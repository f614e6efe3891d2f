namespace Pupitre.Sample.World;

/// <summary>What the sample's tables of events are called once they are sources, and the steps of which a bank attests the date.</summary>
public static class SampleTables
{
    public const string SupplierInvoices = "Factures fournisseurs, export du cabinet";

    public const string CustomerInvoices = "Relances clients";

    public const string Questions = "Questions au cabinet";

    /// <summary>What our bank shows of a supplier's invoice.</summary>
    public const string InvoicePaid = "Facture réglée";

    /// <summary>What it shows of a customer's.</summary>
    public const string PaymentReceived = "Paiement reçu";
}
