using NodaTime;

namespace Pupitre.Sample.World;

/// <summary>A supplier's invoice: received by us, registered by the accounting firm, paid through our bank.</summary>
public sealed record SupplierInvoice(
    string Number, string Supplier, decimal Amount, DateOnly Issued, DateOnly Received, DateOnly? Registered, DateOnly? Paid)
{
    private const int PerMonth = 26;
    private const int PaymentDays = 30;

    public static IEnumerable<SupplierInvoice> OfMonth(DateOnly month, int age, DateOnly today) =>
        Enumerable.Range(1, PerMonth)
            .Select(place => Tell(month, age, place))
            .Where(invoice => invoice.Received <= today)
            .Select(invoice => invoice with
            {
                Registered = invoice.Registered <= today ? invoice.Registered : null,
                Paid = invoice.Paid <= today ? invoice.Paid : null,
            });

    private static SupplierInvoice Tell(DateOnly month, int age, int place)
    {
        var which = (age * 100) + place;
        var issued = month.AddDays(Vary.Between(0, 25, "issued", which));
        var received = SampleDays.Business(issued, Vary.Between(1, 3, "received", which));
        var registered = SampleDays.Business(received, Lag(which));
        var paid = SampleDays.OnOrAfter(issued.AddDays(PaymentDays + Vary.Between(0, 12, "paid", which)));
        return new SupplierInvoice(
            $"FF{month:yyMM}-{place:000}",
            Vary.OneOf(Cast.Suppliers, "supplier", which),
            Vary.Between(4_500, 412_000, "amount", which) / 100m,
            issued,
            received,
            Vary.Chance(2, "forgotten", which) ? null : registered,
            Vary.Chance(3, "unpaid", which) ? null : paid);
    }

    // As even as firms are with what comes every day: the past says something of the present.
    private static int Lag(int which) => Vary.Between(1, 6, "lag", which);
}
