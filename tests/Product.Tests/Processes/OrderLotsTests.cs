using CsCheck;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Deciding.Lots;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The order of lots, by hand and as laws.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class OrderLotsTests
{
    private static readonly Gen<LotItem> _item = Gen.Select(
        Gen.Int[-5_000, 50_000].Select(euros => (decimal?)euros), Gen.Bool, Gen.Int[1, 40], Gen.Int[0, 100],
        Gen.Int[-60, 30], Gen.Int[-60, 30],
        (euros, isKnown, days, risk, fix, wait) => new LotItem(isKnown ? euros : null, days, risk)
        {
            Fixed = fix >= 0 ? fix : null,
            NotBefore = wait >= 0 ? wait : null,
        });

    private static readonly Gen<(LotItem[] Items, LotBefore[] Befores, LotCapacity Capacity)> _case =
        _item.Array[1, 25].SelectMany(items => Gen.Select(
            Gen.Select(Gen.Int[0, items.Length - 1], Gen.Int[0, items.Length - 1], Gen.Bool,
                (first, then, typed) => new LotBefore(first, then, typed)).Array[0, 40],
            Gen.Select(Gen.Int[1, 20], Gen.Int[1, 4], (days, hands) => new LotCapacity(days, hands)),
            (befores, capacity) => (items, befores, capacity)));

    [Fact]
    public void A_small_order_can_be_done_by_hand()
    {
        LotItem[] items =
        [
            new(20_000, 24, 40), // Heavy: many days.
            new(1_000, 4, 20),   // Quick, 225 a day.
            new(3_000, 4, 20),   // Quick, 675 a day.
            new(null, 3, 10),    // Unknown: no quick win.
            new(9_000, 4, 75),   // Heavy: much risk.
        ];

        // Six days a month, two at once; the heavy one needs the unknown one.
        var order = OrderLots.Run(items, [new(3, 0, IsTyped: false)], new LotCapacity(6, 2));

        // Of the heavy ones the riskier is worth more a day: 1,406 against 667.
        order.Sequence.ShouldBe([2, 1, 3, 4, 0]);
        order.Placed.ShouldBe(
        [
            new(2, 0, 0, 1, LotReason.First, null),
            new(1, 0, 1, 1, LotReason.First, null),
            new(3, 1, 1, 2, LotReason.Capacity, null),
            new(4, 2, 2, 3, LotReason.Capacity, null),
            new(0, 2, 6, 3, LotReason.After, 3),
        ]);
        order.Unplaced.ShouldBeEmpty();
    }

    [Fact]
    public void What_has_no_place_is_named_with_its_reason()
    {
        LotItem[] items =
        [
            new(100, 5, 0) { Fixed = 0 },
            new(100, 5, 0) { Fixed = 1 },
            new(100, 9, 0),
            new(100, 61, 0),
            new(100, 1, 0),
            new(100, 5, 0) { Fixed = 0 },
        ];

        // One day a month: the second of a month finds it taken; what needs the fourth waits for nothing that comes.
        var order = OrderLots.Run(items, [new(3, 4, IsTyped: true), new(2, 1, IsTyped: true)], new LotCapacity(1, 2));

        order.Unplaced.ShouldContain(new UnplacedLot(5, LotObstacle.FixedFull, null));
        order.Unplaced.ShouldContain(new UnplacedLot(3, LotObstacle.NoRoom, null));
        order.Unplaced.ShouldContain(new UnplacedLot(4, LotObstacle.NeedsUnplaced, 3));
        order.Unplaced.ShouldContain(new UnplacedLot(1, LotObstacle.FixedFull, null));

        var early = OrderLots.Run([new(100, 2, 0), new(100, 1, 0) { Fixed = 0 }], [new(0, 1, IsTyped: true)], new LotCapacity(5, 2));
        early.Unplaced.ShouldBe([new UnplacedLot(1, LotObstacle.FixedTooEarly, 0)]);
    }

    [Fact]
    public void A_circle_is_cut_at_the_best_placed_and_what_people_said_gives_way_last()
    {
        LotItem[] items = [new(100, 4, 0), new(900, 4, 0), new(500, 4, 0)];
        var linked = OrderLots.Run(items, [new(0, 1, false), new(1, 2, false), new(2, 0, false)], LotCapacity.Usual);
        linked.Sequence.ShouldBe([1, 2, 0]);
        linked.Cut.ShouldBe([new LotBefore(0, 1, false)]);

        var said = OrderLots.Run(items, [new(0, 1, true), new(1, 2, false), new(2, 0, false)], LotCapacity.Usual);
        said.Cut.ShouldBe([new LotBefore(1, 2, false)]);
        said.Sequence.ShouldBe([2, 0, 1]);
    }

    [Fact]
    public void Places_given_by_hand_come_first_but_never_before_what_is_needed()
    {
        LotItem[] items = [new(100, 4, 0) { Place = 1 }, new(900, 4, 0) { Place = 2 }, new(5_000, 1, 0)];
        OrderLots.Run(items, [], LotCapacity.Usual).Sequence.ShouldBe([0, 1, 2]);
        OrderLots.Run(items, [new(2, 0, false)], LotCapacity.Usual).Sequence.ShouldBe([1, 2, 0]);
    }

    [Fact]
    public void Nothing_comes_before_what_it_needs() => _case.Sample(one =>
    {
        var order = OrderLots.Run(one.Items, one.Befores, one.Capacity);
        var placed = order.Placed.ToDictionary(place => place.Item);
        var cut = order.Cut.Select(before => (before.First, before.Then)).ToHashSet();
        foreach (var before in one.Befores.Where(before => before.First != before.Then && !cut.Contains((before.First, before.Then))))
        {
            if (placed.TryGetValue(before.Then, out var then))
            {
                placed.ShouldContainKey(before.First);
                placed[before.First].End.ShouldBeLessThan(then.Start);
            }
        }
    });

    [Fact]
    public void The_capacity_is_never_exceeded() => _case.Sample(one =>
    {
        var order = OrderLots.Run(one.Items, one.Befores, one.Capacity);
        for (var month = 0; month < OrderLots.Months; month++)
        {
            var at = order.Placed.Where(place => place.Start <= month && month <= place.End).ToList();
            at.Count.ShouldBeLessThanOrEqualTo(one.Capacity.AtOnce);

            // All that begins and ends within a stretch of months fits into the days of these months.
            var within = order.Placed.Where(place => place.End <= month).Sum(place => one.Items[place.Item].Days);
            within.ShouldBeLessThanOrEqualTo((month + 1) * one.Capacity.DaysAMonth);
            at.Where(place => place.Start == place.End).Sum(place => one.Items[place.Item].Days)
                .ShouldBeLessThanOrEqualTo(one.Capacity.DaysAMonth);
        }

        foreach (var place in order.Placed)
        {
            var item = one.Items[place.Item];
            place.Start.ShouldBeGreaterThanOrEqualTo(item.NotBefore is { } wait && item.Fixed is null ? wait : 0);
            place.Start.ShouldBe(item.Fixed ?? place.Start);
            ((place.End - place.Start + 1) * one.Capacity.DaysAMonth).ShouldBeGreaterThanOrEqualTo(item.Days);
        }
    });

    [Fact]
    public void Each_is_placed_or_named_with_a_reason_and_lots_count_without_gaps() => _case.Sample(one =>
    {
        var order = OrderLots.Run(one.Items, one.Befores, one.Capacity);
        order.Sequence.Order().ShouldBe(Enumerable.Range(0, one.Items.Length));
        order.Placed.Select(place => place.Item).Concat(order.Unplaced.Select(place => place.Item)).Order()
            .ShouldBe(Enumerable.Range(0, one.Items.Length));
        order.Placed.Select(place => place.Lot).Distinct()
            .ShouldBe(Enumerable.Range(1, order.Placed.Select(place => place.Start).Distinct().Count()));
    });

    [Fact]
    public void The_same_inputs_give_the_same_order_whatever_the_links_are_listed_in() => _case.Sample(one =>
    {
        var order = OrderLots.Run(one.Items, one.Befores, one.Capacity);
        var again = OrderLots.Run(one.Items, [.. one.Befores.Reverse()], one.Capacity);
        again.Sequence.ShouldBe(order.Sequence);
        again.Placed.ShouldBe(order.Placed);
        again.Unplaced.ShouldBe(order.Unplaced);
    });

    [Fact]
    public void Two_thousand_processes_in_one_great_knot_come_out_whole()
    {
        const int Count = 2_000;
        LotItem[] items = [.. Enumerable.Range(0, Count).Select(at => new LotItem(at * 37 % 991, 1 + (at % 7), at % 100))];
        LotBefore[] befores = [.. Enumerable.Range(0, Count * 5)
            .Select(at => new LotBefore(at % Count, ((at * 7_919) + 13) % Count, at % 3 == 0))];

        var order = OrderLots.Run(items, befores, new LotCapacity(500, 100));

        (order.Placed.Count + order.Unplaced.Count).ShouldBe(Count);
        order.Cut.ShouldNotBeEmpty();
    }

    [Fact]
    public void Figures_out_of_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => OrderLots.Run([new(0, 0, 0)], [], LotCapacity.Usual));
        Should.Throw<ArgumentOutOfRangeException>(() => OrderLots.Run([new(0, 1, 101)], [], LotCapacity.Usual));
        Should.Throw<ArgumentOutOfRangeException>(() => OrderLots.Run([new(0, 1, 0)], [new(0, 1, false)], LotCapacity.Usual));
        Should.Throw<ArgumentOutOfRangeException>(() => OrderLots.Run([new(0, 1, 0)], [], new LotCapacity(0, 1)));
    }

    [Fact]
    public void Days_and_risk_follow_their_written_rules()
    {
        // 4, and 8 steps, 1 re-keying, 3 people, 2 unknowns: 4 + 4 + 1 + 1.5 + 2 = 12.5.
        LotEffort.Of(new LotSize(VerdictKind.Outsource, 8, 1, 3, 2)).Days.ShouldBe(13);
        LotEffort.Of(new LotSize(VerdictKind.Drop, 8, 1, 3, 2)).Days.ShouldBe(3);
        LotEffort.Of(new LotSize(VerdictKind.FixFirst, 0, 0, 0, 0)).Days.ShouldBe(2);
        LotRisk.Of(new LotDanger(Criticality.Vital, Dependency.OnePerson, HasTarget: false, SensitiveData.Health, HasDeadline: true))
            .Points.ShouldBe(100);
        LotRisk.Of(new LotDanger(Criticality.Low, Dependency.Shared, HasTarget: true, SensitiveData.None, HasDeadline: false))
            .Points.ShouldBe(0);
        LotRisk.Of(new LotDanger(Criticality.Low, Dependency.Unknown, HasTarget: true, SensitiveData.Bank, HasDeadline: false))
            .Points.ShouldBe(25);
    }

    [Fact]
    public void Years_add_up_to_the_full_cost_and_say_steering_and_control_apart()
    {
        var inputs = Estimates.Of(
        [
            KeyValuePair.Create(CostInput.Volume, Estimate.Of(1_000, 1_200, 1_400)),
            KeyValuePair.Create(CostInput.Minutes, Estimate.Certain(10)),
            KeyValuePair.Create(CostInput.HourCost, Estimate.Certain(30)), KeyValuePair.Create(CostInput.PerUnit, Estimate.Certain(3)),
            KeyValuePair.Create(CostInput.Indexation, Estimate.Certain(10)),
            KeyValuePair.Create(CostInput.SteeringHours, Estimate.Certain(2)),
            KeyValuePair.Create(CostInput.ControlHours, Estimate.Certain(1)),
            KeyValuePair.Create(CostInput.Transition, Estimate.Certain(500)),
            KeyValuePair.Create(CostInput.Exit, Estimate.Certain(300)),
        ]);

        // 1,000, 1,200 and 1,400 times ten minutes at 30.
        YearByYear.Now(inputs).Single(row => row.Part == YearPart.Labour).Years
            .ShouldAllBe(year => year == new YearFigure(5_000, 6_000, 7_000));
        var then = YearByYear.Then(inputs).ToDictionary(row => row.Part);
        then[YearPart.Price].Years.Select(year => year.Likely).ShouldBe([3_600, 3_960, 4_356]);
        then[YearPart.Steering].Years[1].Likely.ShouldBe(720);
        then[YearPart.Control].Years[1].Likely.ShouldBe(360);
        then[YearPart.Transition].Years.Select(year => year.Likely).ShouldBe([500, 0, 0]);
        then[YearPart.Exit].Years.Select(year => year.Likely).ShouldBe([0, 0, 300]);
        then[YearPart.Total].Sum().Likely.ShouldBe(3_600 + 3_960 + 4_356 + (3 * 1_080) + 800);
        then.ShouldNotContainKey(YearPart.Errors);
    }
}
