namespace Pupitre.Sample.World;

/// <summary>An invoice to a customer: due on a day, reminded and put on notice by the accounting firm when it stays unpaid.</summary>
public sealed record CustomerInvoice(
    string Number, string Customer, decimal Amount, DateOnly Issued, DateOnly Due,
    DateOnly? Reminded, DateOnly? PutOnNotice, DateOnly? Disputed, DateOnly? Paid)
{
    private const int PerMonth = 7;

    public static IEnumerable<CustomerInvoice> OfMonth(DateOnly month, int age, DateOnly today) =>
        Enumerable.Range(1, PerMonth)
            .Select(place => Tell(month, age, place))
            .Where(invoice => invoice.Issued <= today)
            .Select(invoice => invoice with
            {
                Reminded = Past(invoice.Reminded, today),
                PutOnNotice = Past(invoice.PutOnNotice, today),
                Disputed = Past(invoice.Disputed, today),
                Paid = Past(invoice.Paid, today),
            });

    private static CustomerInvoice Tell(DateOnly month, int age, int place)
    {
        var which = (age * 100) + place;
        var issued = SampleDays.OnOrBefore(month.AddDays(Vary.Between(4, 26, "sold", which)));
        var due = issued.AddDays(30);
        var lateDays = Vary.Chance(55, "prompt", which) ? Vary.Between(-6, 6, "early", which) : Vary.Between(9, 62, "slow", which);
        var paid = SampleDays.OnOrAfter(due.AddDays(lateDays));
        var reminded = SampleDays.OnOrAfter(due.AddDays(Vary.Between(4, 10, "reminder", which)));
        var notice = SampleDays.OnOrAfter(due.AddDays(Vary.Between(29, 38, "notice", which)));
        var disputed = Vary.Chance(6, "dispute", which) ? SampleDays.OnOrAfter(due.AddDays(3)) : (DateOnly?)null;
        return new CustomerInvoice(
            $"FC{month:yyMM}-{place:000}",
            Vary.OneOf(Cast.Customers, "customer", which),
            Vary.Between(80_000, 3_900_000, "sale", which) / 100m,
            issued,
            due,
            paid > reminded && disputed is null ? reminded : null,
            paid > notice && disputed is null ? notice : null,
            disputed,
            paid);
    }

    private static DateOnly? Past(DateOnly? day, DateOnly today) => day <= today ? day : null;
}
