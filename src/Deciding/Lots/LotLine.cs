using Pupitre.Deciding.Diagnosis;
using Pupitre.Processes;

namespace Pupitre.Deciding.Lots;

/// <summary>Where the euros that would be won are known from.</summary>
public enum LotValueSource
{
    Unknown,

    /// <summary>The offer that saves most, each figure at its likeliest, over three years.</summary>
    Offer,

    /// <summary>Work and errors of a year, none of which stays when it is dropped.</summary>
    Dropped,

    /// <summary>Errors of a year, which putting it in order is about.</summary>
    Errors,

    /// <summary>Work and errors of a year: at most that can be won, for nobody has made an offer.</summary>
    AtStake,
}

/// <summary>Euros of a year that would be won.</summary>
/// <param name="Euros">Null for unknown.</param>
/// <param name="Offer">Name of the offer that they come from.</param>
public sealed record LotValue(decimal? Euros, LotValueSource Source, string? Offer)
{
    public static readonly LotValue Unknown = new(null, LotValueSource.Unknown, null);
}

/// <summary>A process as the order knows it.</summary>
public sealed record LotLine(Guid Id, string Name, Domain Domain)
{
    /// <summary>What is done with it: as decided, else as diagnosed.</summary>
    public required VerdictKind Way { get; init; }

    /// <summary>Number of the decision; null while nobody has decided.</summary>
    public int? Decision { get; init; }

    /// <summary>Whether it is among those to move.</summary>
    public bool IsIn { get; init; }

    public required LotValue Value { get; init; }

    public required LotEffort Effort { get; init; }

    public required LotRisk Risk { get; init; }

    /// <summary>What the company said of it; null for nothing.</summary>
    public LotChoice? Choice { get; init; }

    public required LotItem Item { get; init; }

    /// <summary>Place in the order, from 1; null where it has none.</summary>
    public int? Number { get; init; }

    public PlacedLot? Placed { get; init; }

    public UnplacedLot? Unplaced { get; init; }
}

/// <summary>What somebody wants moved before what; both are in the inventory.</summary>
public sealed record LotRuleLine(Guid Id, Guid FirstId, string First, Guid ThenId, string Then, bool IsRemoved);

/// <summary>The order of the lots of a company.</summary>
/// <param name="In">What is moved, by its number in the order; what has no place comes last.</param>
/// <param name="Out">What is not, by name.</param>
/// <param name="First">First month.</param>
/// <param name="Rules">What somebody said, removed ones included.</param>
public sealed record LotsView(
    IReadOnlyList<LotLine> In, IReadOnlyList<LotLine> Out, LotOrder Order, LotCapacity Capacity, DateOnly First, bool IsByHand,
    bool HasHandOrder, IReadOnlyList<LotRuleLine> Rules)
{
    /// <summary>The lines by the numbers that the engine knows them by.</summary>
    public required IReadOnlyList<LotLine> Items { get; init; }

    public DateOnly MonthAt(int number) => First.AddMonths(number);
}
