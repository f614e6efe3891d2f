using CsCheck;
using Pupitre.Processes;
using Pupitre.Processes.Links;
using Pupitre.ProcessMap.Impact;

namespace Pupitre.Product.Tests.Processes;

/// <summary>What the engines over links promise, on links of every shape: circles, doubles, and what nobody knows.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class LinkEngineTests
{
    private const int Processes = 12;

    private static readonly Gen<GraphLink[]> _links = Gen.Select(Gen.Int[0, Processes - 1], Gen.Int[0, Processes - 1], Gen.Int[-3, 9])
        .Select((from, to, days) => new GraphLink(from, to, days < 0 ? null : days)).Array[0, 40];

    private static readonly Gen<int[]> _stopped = Gen.Int[0, Processes - 1].Array[0, 3];

    [Fact]
    public void A_stop_takes_the_shortest_way_and_says_which()
    {
        // 0 feeds 1 within 3 days and 2 within 10; 1 feeds 2 within 4.
        var reach = SpreadOfStop.Run(LinkGraph.Of(4, [new(0, 1, 3), new(0, 2, 10), new(1, 2, 4)]), [0]);

        reach.AtLeast.ShouldBe([0, 3, 7, StopReach.Never]);
        reach.AtMost.ShouldBe([0, 3, 7, StopReach.Never]);
        reach.Through.ShouldBe([-1, 0, 1, -1]);
    }

    [Fact]
    public void What_nobody_knows_makes_a_range_and_no_figure()
    {
        // 1 hurts by a link without days, or after 10 days by way of 2; 3 only by what nobody knows, five days later.
        var reach = SpreadOfStop.Run(LinkGraph.Of(4, [new(0, 1, null), new(0, 2, 4), new(2, 1, 6), new(1, 3, null)]), [0]);

        (reach.AtLeast[1], reach.AtMost[1]).ShouldBe((0, 10));
        (reach.AtLeast[3], reach.AtMost[3]).ShouldBe((0, StopReach.Never));
        reach.Reaches(3).ShouldBeTrue();
    }

    [Fact]
    public void A_circle_ends_where_it_began()
    {
        var graph = LinkGraph.Of(3, [new(0, 1, 1), new(1, 2, 1), new(2, 0, 1), new(2, 2, 0)]);

        SpreadOfStop.Run(graph, [1]).AtLeast.ShouldBe([2, 0, 1]);
        LinkCircles.Of(graph).ShouldHaveSingleItem().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void It_agrees_with_the_slow_way_that_looks_at_every_link_again_and_again() => Gen.Select(_links, _stopped).Sample((links,
        stopped) =>
    {
        var reach = SpreadOfStop.Run(LinkGraph.Of(Processes, links), stopped);
        reach.AtLeast.ShouldBe(Slowly(links.Select(link => link with { Days = link.Days ?? 0 }), stopped));
        reach.AtMost.ShouldBe(Slowly(links.Where(link => link.Days is not null), stopped));
    });

    [Fact]
    public void The_count_is_that_of_the_processes_to_which_the_stop_comes() => Gen.Select(_links, _stopped).Sample((links, stopped) =>
    {
        var graph = LinkGraph.Of(Processes, links);
        var reach = SpreadOfStop.Run(graph, stopped);
        SpreadOfStop.Count(graph, stopped).ShouldBe(Enumerable.Range(0, Processes).Count(reach.Reaches));
    });

    [Fact]
    public void Places_of_names_order_rows_as_the_names_themselves_do() => Gen.String[Gen.Char["aAbBéÉ œ1"], 0, 4].Array[0, 30]
        .Sample(names =>
        {
            var places = NameOrder.Of(names);
            names.OrderBy(name => places[name]).ShouldBe(names.OrderBy(name => name, StringComparer.CurrentCultureIgnoreCase));
        });

    [Fact]
    public void At_least_is_never_more_than_at_most_and_both_are_one_where_all_is_known() => Gen.Select(_links, _stopped)
        .Sample((links, stopped) =>
    {
        var reach = SpreadOfStop.Run(LinkGraph.Of(Processes, links), stopped);
        reach.AtLeast.Zip(reach.AtMost).All(days => days.First <= days.Second).ShouldBeTrue();
        var known = SpreadOfStop.Run(LinkGraph.Of(Processes, [.. links.Select(link => link with { Days = link.Days ?? 1 })]), stopped);
        known.AtLeast.ShouldBe(known.AtMost);
    });

    [Fact]
    public void More_that_stops_or_one_more_link_never_makes_anything_later() =>
        Gen.Select(_links, _stopped, Gen.Int[0, Processes - 1], Gen.Int[0, Processes - 1]).Sample((links, stopped, one, other) =>
        {
            var before = SpreadOfStop.Run(LinkGraph.Of(Processes, links), stopped);
            var more = SpreadOfStop.Run(LinkGraph.Of(Processes, links), [.. stopped, one]);
            var linked = SpreadOfStop.Run(LinkGraph.Of(Processes, [.. links, new GraphLink(one, other, 2)]), stopped);
            before.AtLeast.Zip(more.AtLeast).All(days => days.Second <= days.First).ShouldBeTrue();
            before.AtMost.Zip(linked.AtMost).All(days => days.Second <= days.First).ShouldBeTrue();
        });

    [Fact]
    public void Two_are_in_one_circle_exactly_when_each_leads_to_the_other() => _links.Sample(links =>
    {
        var graph = LinkGraph.Of(Processes, links);
        var circles = LinkCircles.Of(graph);
        for (var one = 0; one < Processes; one++)
        {
            var fromOne = SpreadOfStop.Run(graph, [one]);
            for (var other = one + 1; other < Processes; other++)
            {
                var both = fromOne.Reaches(other) && SpreadOfStop.Run(graph, [other]).Reaches(one);
                circles.Any(circle => circle.Contains(one) && circle.Contains(other)).ShouldBe(both);
            }
        }
    });

    [Fact]
    public void A_chain_of_a_hundred_thousand_ends_no_stack()
    {
        const int many = 100_000;
        var links = Enumerable.Range(0, many - 1).Select(at => new GraphLink(at, at + 1, 1)).Append(new GraphLink(many - 1, 0, 1)).ToList();
        var graph = LinkGraph.Of(many, links);

        SpreadOfStop.Run(graph, [0]).AtLeast[^1].ShouldBe(many - 1);
        LinkCircles.Of(graph).ShouldHaveSingleItem().Count.ShouldBe(many);
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 2, 1)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, LinkGraph.MaxDays + 1)]
    public void What_is_outside_its_range_is_refused(int from, int to, int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LinkGraph.Of(2, [new GraphLink(from, to, days)]));

    [Fact]
    public void A_document_that_one_makes_and_another_needs_is_proposed_whatever_its_accents()
    {
        var (invoices, payments, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        ProcessDocuments[] all =
        [
            new(invoices, ["Facture"], ["Bon à payer", "écriture"]),
            new(payments, ["BON A PAYER ", "Écriture"], ["écriture"]),
            new(other, ["contrat"], ["facture"]),
        ];

        var proposed = ProposedLinks.Of(all, new HashSet<(Guid, Guid)> { (other, invoices) });

        proposed.ShouldHaveSingleItem().Passes.ShouldBe("Bon à payer; écriture");
        (proposed[0].FromId, proposed[0].ToId).ShouldBe((invoices, payments),
            "What a process makes for itself stays inside, and what is linked is not proposed.");
    }

    [Fact]
    public void What_everybody_handles_is_proposed_last_and_never_without_end()
    {
        var common = Enumerable.Range(0, 400).Select(at => new ProcessDocuments(Guid.CreateVersion7(), ["facture"], ["facture"])).ToList();
        var (from, to) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var proposed = ProposedLinks.Of([.. common, new(from, [], ["rare"]), new(to, ["rare"], [])], new HashSet<(Guid, Guid)>());

        proposed.Count.ShouldBe(ProposedLinks.MaxProposals);
        (proposed[0].FromId, proposed[0].ToId).ShouldBe((from, to));
    }

    private static int[] Slowly(IEnumerable<GraphLink> links, int[] stopped)
    {
        var days = Enumerable.Range(0, Processes).Select(at => stopped.Contains(at) ? 0 : StopReach.Never).ToArray();
        var all = links.ToList();
        for (var again = 0; again < Processes; again++)
        {
            foreach (var link in all.Where(link => days[link.From] != StopReach.Never))
            {
                days[link.To] = Math.Min(days[link.To], days[link.From] + link.Days!.Value);
            }
        }

        return days;
    }
}
