using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Credits;

/// <summary>The index that the price of a contract follows, with the values that somebody typed and where they were read.</summary>
public sealed class PriceIndex : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to an indexation in the history.</summary>
    public const string Kind = "price-index";

    public const int MaxNameLength = 200;
    public const int MostValues = 60;

    private readonly List<PriceIndexValue> _values = [];

    private PriceIndex()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    /// <summary>What it is called: "Syntec", "ICHT-rev-TS, services administratifs".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where its values were read: a series of INSEE, a page.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The month whose price the contract names.</summary>
    public int BaseMonth { get; private set; }

    public decimal BaseValue { get; private set; }

    /// <summary>Its values from a month on, in no order.</summary>
    public IReadOnlyList<PriceIndexValue> Values => _values;

    public SubjectRef Ref => new(Kind, Id);

    internal static PriceIndex Create(Guid contractId) => new() { ContractId = contractId };

    /// <summary>The value that counts in a month: the last one that was typed for it or before; null before the first.</summary>
    internal PriceIndexValue? In(int month) => _values.Where(row => row.Month <= month).MaxBy(row => row.Month);

    internal void Say(string name, string source, int baseMonth, decimal baseValue, IReadOnlyDictionary<int, decimal> values)
    {
        (Name, Source, BaseMonth, BaseValue) = (name, source, baseMonth, baseValue);
        _values.RemoveAll(row => !values.ContainsKey(row.Month));
        foreach (var (month, value) in values)
        {
            if (_values.Find(row => row.Month == month) is { } known)
            {
                known.Say(value);
            }
            else
            {
                _values.Add(PriceIndexValue.Create(Id, month, value));
            }
        }
    }
}

/// <summary>What an index stood at when a price was revised.</summary>
public sealed class PriceIndexValue : ICompanyOwned
{
    public const int Digits = 14;
    public const int Decimals = 4;

    private PriceIndexValue()
    {
    }

    public Guid IndexId { get; private init; }

    /// <summary>The month from which the price follows it.</summary>
    public int Month { get; private init; }

    public Guid CompanyId { get; private init; }

    public decimal Value { get; private set; }

    internal static PriceIndexValue Create(Guid indexId, int month, decimal value) =>
        new() { IndexId = indexId, Month = month, Value = value };

    internal void Say(decimal value) => Value = value;
}
