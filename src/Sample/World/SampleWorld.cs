using NodaTime;

namespace Pupitre.Sample.World;

/// <summary>
/// Fifteen whole months and the current one in the life of a fictional company with two providers: what happened, when, and what
/// trace it left. It depends on the day it is told on and on nothing else, and nothing in it lies in the future.
/// </summary>
public sealed record SampleWorld(
    Instant Now,
    IReadOnlyList<PayrollMonth> Payroll,
    IReadOnlyList<AccountingMonth> Accounting,
    IReadOnlyList<SupplierInvoice> SupplierInvoices,
    IReadOnlyList<CustomerInvoice> CustomerInvoices,
    IReadOnlyList<Question> Questions)
{
    /// <summary>Whole months before the current one.</summary>
    public const int Months = 15;

    public DateOnly Today => SampleDays.Today(Now);

    /// <summary>The first day of the current month.</summary>
    public DateOnly ThisMonth => SampleDays.First(Today);

    public static SampleWorld At(Instant now)
    {
        var today = SampleDays.Today(now);
        var months = Enumerable.Range(0, Months + 1)
            .Select(place => Months - place)
            .Select(age => (Month: SampleDays.First(today).AddMonths(-age), Age: age))
            .ToList();
        return new SampleWorld(
            now,
            [.. months.Select(month => PayrollMonth.Tell(month.Month, month.Age, now))],
            [.. months.Select(month => AccountingMonth.Tell(month.Month, month.Age, now))],
            [.. months.SelectMany(month => SupplierInvoice.OfMonth(month.Month, month.Age, today)).OrderBy(invoice => invoice.Received)],
            [.. months.SelectMany(month => CustomerInvoice.OfMonth(month.Month, month.Age, today)).OrderBy(invoice => invoice.Issued)],
            [.. months.SelectMany(month => Question.OfMonth(month.Month, month.Age, now))]);
    }
}
