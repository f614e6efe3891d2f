using Pupitre.Kernel;

namespace Pupitre.ClosedMonths.Credits;

/// <summary>
/// A price that follows an index: price × value ÷ base value, rounded once to the cent, halves away from zero. The index and its values are
/// typed, with where they were read; nothing is looked up.
/// </summary>
/// <param name="Price">The price of the base month, in euros before tax; zero or more.</param>
/// <param name="BaseValue">Value of the index in the base month; above zero.</param>
public readonly record struct PriceIndexation(decimal Price, decimal BaseValue)
{
    /// <summary>Largest value of an index that is taken.</summary>
    public const decimal MostValue = 1_000_000;

    private const int Cents = 2;

    /// <exception cref="Refused">A value is not above zero, or larger than <see cref="MostValue"/>.</exception>
    public decimal At(decimal value)
    {
        foreach (var (given, field) in new[] { (BaseValue, nameof(BaseValue)), (value, "Value") })
        {
            if (given is <= 0 or > MostValue)
            {
                throw new Refused(Texts.Credit_IndexValue, field);
            }
        }

        return Math.Round(Price * value / BaseValue, Cents, MidpointRounding.AwayFromZero);
    }
}
