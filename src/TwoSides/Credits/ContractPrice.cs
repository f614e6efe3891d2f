using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>
/// What a month of a contract should be invoiced at: its price for a month, a third of its price for a quarter, a twelfth of that for a
/// year, rounded once to the cent; and where an index was typed, the price that follows it. A price paid once is of no month.
/// </summary>
internal sealed class ContractPrice(Contract contract, PriceIndex? index)
{
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfYear = 12;
    private const int Cents = 2;

    /// <summary>The price that the contract names, for a month; null when it names none.</summary>
    public decimal? Named => (contract.Price, contract.PricePeriod) switch
    {
        ({ } price, PricePeriod.Month) => price,
        ({ } price, PricePeriod.Quarter) => Rounded(price / MonthsOfQuarter),
        ({ } price, PricePeriod.Year) => Rounded(price / MonthsOfYear),
        _ => null,
    };

    /// <summary>Whether the price of a month follows an index, and by which value.</summary>
    public PriceIndexValue? Revision(int month) => Named is null || IsBefore(month) ? null : index?.In(month);

    /// <summary>What a month should be invoiced at; null when that is not known, or it lies before the contract.</summary>
    public decimal? In(int month) => IsBefore(month) || Named is not { } named ? null
        : Revision(month) is { } value ? new PriceIndexation(named, index!.BaseValue).At(value.Value) : named;

    private bool IsBefore(int month) => contract.Start is { } start && MonthNumber.Of(start) > month;

    private static decimal Rounded(decimal price) => Math.Round(price, Cents, MidpointRounding.AwayFromZero);
}

/// <summary>What credits of a month are a share of: its invoices, else what it should be invoiced at, else nothing.</summary>
internal sealed class AmountOfMonth(IEnumerable<ProviderInvoice> invoices, ContractPrice price)
{
    private readonly ILookup<int, decimal> _invoices = invoices.ToLookup(row => row.Month, row => row.Amount);

    public bool IsInvoiced(int month) => _invoices.Contains(month);

    public decimal Of(int month) => IsInvoiced(month) ? _invoices[month].Sum() : price.In(month) ?? 0;
}
