using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Sourcing.Profile;

/// <summary>The facts of the company that are asked once and used by all commitments. One row for each company.</summary>
public sealed class CompanyProfile : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to the profile in the ledger.</summary>
    public const string Kind = "profile";

    public const int MaxEmployees = 1_000_000;

    /// <summary>From this number of employees on, with salaries paid within the month, the payroll return is due on the 5th.</summary>
    public const int EarlyReturnEmployees = 50;

    public const int LastDayOfMonth = 31;
    public const int FirstVatDay = 15;
    public const int LastVatDay = 24;

    private CompanyProfile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public int? Employees { get; private set; }

    /// <summary>Month of the closing of accounts, 1 to 12.</summary>
    public int ClosingMonth { get; private set; } = 12;

    /// <summary>Day of the closing; 31 is the month's last.</summary>
    public int ClosingDay { get; private set; } = LastDayOfMonth;

    public VatRegime VatRegime { get; private set; }

    /// <summary>Day of the month on which VAT is due (15 to 24), or null.</summary>
    public int? VatDay { get; private set; }

    /// <summary>Day of the month on which salaries are paid; 31 is its last; null when not known.</summary>
    public int? PayDay { get; private set; }

    /// <summary>Salaries are paid in the month that they pay for, not in the following one.</summary>
    public bool PaidWithinMonth { get; private set; } = true;

    /// <summary>Day of the following month on which the payroll return (DSN) is due.</summary>
    public int PayrollReturnDay => Employees >= EarlyReturnEmployees && PaidWithinMonth ? 5 : 15;

    /// <summary>The dates that the rules of commitments name.</summary>
    public CompanyDates Dates => new(PayDay, VatDay, ClosingMonth, ClosingDay);

    public SubjectRef Ref => new(Kind, Id);

    /// <summary>A profile of which nothing was asked yet: the calendar year, everything else unknown.</summary>
    public static CompanyProfile Unknown() => new();

    internal void Describe(ProfileInput input)
    {
        Employees = input.Employees;
        ClosingMonth = input.ClosingMonth;
        ClosingDay = input.ClosingDay;
        VatRegime = input.VatRegime;
        VatDay = input.VatRegime is VatRegime.Exempt ? null : input.VatDay;
        PayDay = input.PayDay;
        PaidWithinMonth = input.PaidWithinMonth;
    }
}

/// <summary>How the company declares its VAT.</summary>
public enum VatRegime
{
    /// <summary>Réel normal, a return each month (CA3).</summary>
    Monthly,

    /// <summary>Réel normal, a return each quarter.</summary>
    Quarterly,

    /// <summary>Réel simplifié, one return a year and two instalments.</summary>
    Simplified,

    /// <summary>Franchise en base, or not liable.</summary>
    Exempt,
}
