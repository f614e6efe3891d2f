namespace Pupitre.Deciding.Lots;

/// <summary>Why a process starts when it does.</summary>
public enum LotReason
{
    /// <summary>Nothing was in its way.</summary>
    First,

    /// <summary>What has to come before it ends the month before.</summary>
    After,

    /// <summary>It may not start before.</summary>
    NotBefore,

    /// <summary>Somebody fixed the month.</summary>
    Fixed,

    /// <summary>The company had no room before.</summary>
    Capacity,
}

/// <summary>Why a process has no place.</summary>
public enum LotObstacle
{
    /// <summary>There is no room for it within <see cref="OrderLots.Months"/>.</summary>
    NoRoom,

    /// <summary>There is no room in the month that was fixed.</summary>
    FixedFull,

    /// <summary>The month that was fixed comes before what it needs is done.</summary>
    FixedTooEarly,

    /// <summary>What it needs has no place either.</summary>
    NeedsUnplaced,
}

/// <summary>When a process is moved.</summary>
/// <param name="Item">Its number.</param>
/// <param name="Start">Month in which it starts, from 0.</param>
/// <param name="End">Month in which it ends, included.</param>
/// <param name="Lot">From 1: what starts in the same month is one lot.</param>
/// <param name="Reason">Why it does not start before.</param>
/// <param name="Because">Number of the process that it waits for; null where it waits for none.</param>
public sealed record PlacedLot(int Item, int Start, int End, int Lot, LotReason Reason, int? Because);

/// <summary>A process without a place, and why.</summary>
/// <param name="Because">Number of the process that is in its way; null for none.</param>
public sealed record UnplacedLot(int Item, LotObstacle Obstacle, int? Because);

/// <summary>The order of the lots.</summary>
/// <param name="Sequence">Numbers of all, in the order in which they were looked at: none before what has to come before it.</param>
/// <param name="Placed">By start, then in the order of the sequence.</param>
/// <param name="Unplaced">In the order of the sequence.</param>
/// <param name="Cut">What was left out because it closed a circle.</param>
public sealed record LotOrder(
    IReadOnlyList<int> Sequence, IReadOnlyList<PlacedLot> Placed, IReadOnlyList<UnplacedLot> Unplaced, IReadOnlyList<LotBefore> Cut);
