using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>Gives a date of the company for a period, or null when the company has none.</summary>
/// <param name="name">Name of the anchor.</param>
/// <param name="month">First day of the month asked for; for a yearly date, of any month of the year.</param>
public delegate DateOnly? CompanyDate(string name, DateOnly month);

/// <summary>The dates that are asked once and used by all commitments.</summary>
/// <param name="PayDay">Day of the month on which salaries are paid (31: its last day), or null.</param>
/// <param name="VatDay">Day of the month on which VAT is due (15 to 24), or null.</param>
/// <param name="ClosingMonth">Month of the closing of accounts, 1 to 12.</param>
/// <param name="ClosingDay">Day of the closing; a day that the month does not have is its last.</param>
public sealed record CompanyDates(int? PayDay, int? VatDay, int ClosingMonth = 12, int ClosingDay = 31)
{
    public const string PayDayName = "payDay";
    public const string VatDayName = "vatDay";
    public const string ClosingName = "closing";

    /// <summary>Legal date of the tax return: closing + 3 months, for 31 December the second business day after 1 May. On line, 15 days more.</summary>
    public const string TaxReturnName = "taxReturn";

    /// <summary>Names that <see cref="DateOf"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [PayDayName, VatDayName, ClosingName, TaxReturnName];

    /// <summary>The date of that name in the month (pay day, VAT) or for the closing of the year (closing, tax return) of <paramref name="month"/>.</summary>
    /// <returns>The date as the law or the company sets it, not rolled; null when the company has none or the name is unknown.</returns>
    public DateOnly? DateOf(string name, DateOnly month, BusinessDays days) => name switch
    {
        PayDayName => PayDay is { } payDay ? DueDate.DayOfMonth(month, payDay) : null,
        VatDayName => VatDay is { } vatDay ? DueDate.DayOfMonth(month, vatDay) : null,
        ClosingName => Closing(month.Year),
        TaxReturnName => TaxReturn(Closing(month.Year), days),
        _ => null,
    };

    private DateOnly Closing(int year) => DueDate.DayOfMonth(new(year, ClosingMonth, 1), ClosingDay);

    /// <summary>French general tax code, article 223: three months after the closing; for 31 December the second business day after 1 May.</summary>
    private static DateOnly TaxReturn(DateOnly closing, BusinessDays days) => closing is { Month: 12, Day: 31 }
        ? days.AddDays(new(closing.Year + 1, 5, 1), 2, DayCount.Business)
        : DueDate.AddMonths(closing, 3);
}
