namespace Pupitre.Deciding.Lots;

/// <summary>
/// Puts processes to move into an order and into months, by rules that anybody can follow by hand:
/// <list type="number">
/// <item>first what was placed by hand, then quick wins, then the others, then what is heavy; within a kind the most euros a year for each
/// day of work, unknown value last (<see cref="LotItem"/>); then fewer days, less risk, the smaller number;</item>
/// <item>nothing before what has to come before it; where that goes in a circle, what leads into the best placed of the circle is left out
/// (<see cref="SequenceLots"/>) and said;</item>
/// <item>months that were fixed are kept free first; then each in turn takes the first stretch of months, without a pause, in which days
/// and hands are left, the month after the last of what it needs at the earliest (<see cref="MonthsOfLots"/>).</item>
/// </list>
/// The same inputs always give the same order. Whatever has no place is named with the reason.
/// </summary>
/// <remarks>Pure: whole numbers and decimals only. Time grows with items × months plus, for each circle that is cut, items and links.
/// </remarks>
public static class OrderLots
{
    /// <summary>Months that are looked at: five years.</summary>
    public const int Months = 60;

    /// <summary>Most processes, as many as a map has.</summary>
    public const int MaxItems = 20_000;

    /// <param name="items">What is to be moved; known by their numbers.</param>
    /// <param name="befores">What comes before what, by these numbers; one that names itself says nothing.</param>
    /// <param name="capacity">What can be done at a time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure or a number is out of its range, or there are too many items.</exception>
    public static LotOrder Run(IReadOnlyList<LotItem> items, IReadOnlyList<LotBefore> befores, LotCapacity capacity)
    {
        Check(items, befores, capacity);
        var (sequence, kept, cut) = SequenceLots.Run(items, befores);
        var months = new MonthsOfLots(capacity);
        var reserved = Reserve(items, sequence, months);
        var needs = kept.ToLookup(before => before.Then, before => before.First);
        var (places, unplaced) = (new PlacedLot?[items.Count], new List<UnplacedLot>());
        foreach (var item in sequence)
        {
            var obstacle = Place(item);
            if (obstacle is not null)
            {
                unplaced.Add(obstacle);
            }
        }

        return new LotOrder(sequence, Numbered(sequence.Select(item => places[item]).OfType<PlacedLot>()), unplaced, cut);

        UnplacedLot? Place(int number)
        {
            var item = items[number];
            var missing = needs[number].Where(first => places[first] is null).ToList();
            if (missing.Count > 0)
            {
                months.Release(reserved.GetValueOrDefault(number));
                return new UnplacedLot(number, LotObstacle.NeedsUnplaced, missing.Min());
            }

            var last = needs[number].Select(first => places[first]!).OrderByDescending(place => place.End).ThenBy(place => place.Item)
                .FirstOrDefault();
            return item.Fixed is not null ? PlaceFixed(number, last) : PlaceFree(number, last);
        }

        UnplacedLot? PlaceFixed(int number, PlacedLot? last)
        {
            if (!reserved.TryGetValue(number, out var stretch))
            {
                return new UnplacedLot(number, LotObstacle.FixedFull, null);
            }

            if (last?.End >= stretch.Start)
            {
                months.Release(stretch);
                return new UnplacedLot(number, LotObstacle.FixedTooEarly, last.Item);
            }

            places[number] = new PlacedLot(number, stretch.Start, stretch.End, 0, LotReason.Fixed, null);
            return null;
        }

        UnplacedLot? PlaceFree(int number, PlacedLot? last)
        {
            var (after, wanted) = ((last?.End ?? -1) + 1, items[number].NotBefore ?? 0);
            var earliest = Math.Max(after, wanted);
            if (months.Take(items[number].Days, earliest, Months - 1) is not { } stretch)
            {
                return new UnplacedLot(number, LotObstacle.NoRoom, null);
            }

            var reason = stretch.Start > earliest ? LotReason.Capacity
                : last is not null && after >= wanted ? LotReason.After
                : wanted > 0 ? LotReason.NotBefore
                : LotReason.First;
            places[number] = new PlacedLot(number, stretch.Start, stretch.End, 0, reason, last?.Item);
            return null;
        }
    }

    // Fixed months are kept free before anything else takes them.
    private static Dictionary<int, LotStretch> Reserve(IReadOnlyList<LotItem> items, IReadOnlyList<int> sequence, MonthsOfLots months)
    {
        var reserved = new Dictionary<int, LotStretch>();
        foreach (var number in sequence)
        {
            if (items[number].Fixed is { } month && months.Take(items[number].Days, month, month) is { } stretch)
            {
                reserved.Add(number, stretch);
            }
        }

        return reserved;
    }

    private static List<PlacedLot> Numbered(IEnumerable<PlacedLot> places)
    {
        var sorted = places.OrderBy(place => place.Start).ToList();
        var lots = sorted.Select(place => place.Start).Distinct().Index().ToDictionary(start => start.Item, start => start.Index + 1);
        return sorted.ConvertAll(place => place with { Lot = lots[place.Start] });
    }

    private static void Check(IReadOnlyList<LotItem> items, IReadOnlyList<LotBefore> befores, LotCapacity capacity)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, MaxItems);
        Within(capacity.DaysAMonth, 1, LotCapacity.MaxDaysAMonth);
        Within(capacity.AtOnce, 1, LotCapacity.MaxAtOnce);
        foreach (var item in items)
        {
            Within(item.Days, 1, LotItem.MaxDays);
            Within(item.Risk, 0, LotItem.MaxRisk);
            Within(item.Fixed ?? 0, 0, Months - 1);
            Within(item.NotBefore ?? 0, 0, Months - 1);
        }

        foreach (var before in befores)
        {
            Within(before.First, 0, items.Count - 1);
            Within(before.Then, 0, items.Count - 1);
        }
    }

    private static void Within(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
    }
}
