using CsCheck;
using Pupitre.Processes;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.ProcessMap.Criticals;
using Pupitre.ProcessMap.Impact;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Product.Tests.Processes;

/// <summary>How critical a flow is, and what stops with somebody, on maps made by hand.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class FlowScoreTests
{
    private static readonly MapName _ada = new(Guid.CreateVersion7(), "Ada");
    private static readonly MapName _bob = new(Guid.CreateVersion7(), "Bob");
    private static readonly MapName _tool = new(Guid.CreateVersion7(), "Tableur");

    private static readonly Gen<FlowFacts> _facts = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[-1, 30_000], Gen.Int[-1, 9_000], Gen.Bool,
        (criticality, deadline, dependency, errors, volume, target) => new FlowFacts(
            (Criticality)criticality,
            deadline == 2 ? null : deadline == 1,
            (Dependency)dependency,
            errors < 0 ? null : errors,
            volume < 0 ? null : volume,
            target));

    [Fact]
    public void The_worst_is_a_hundred_and_the_best_is_nothing()
    {
        var worst = new FlowFacts(Criticality.Vital, HasDeadline: true, Dependency.OnePerson, 20_000, 5_000, HasTarget: false);
        FlowScore.Of(worst).Known.ShouldBe(100);
        FlowScore.Of(new FlowFacts(Criticality.Low, HasDeadline: false, Dependency.Shared, 0, 1, HasTarget: true)).AtMost.ShouldBe(0);
    }

    [Fact]
    public void An_unknown_is_a_range_and_never_nothing()
    {
        var score = FlowScore.Of(new FlowFacts(Criticality.High, HasDeadline: null, Dependency.Unknown, ErrorsAYear: null, 300,
            HasTarget: false));

        (score.Known, score.AtMost).ShouldBe((22 + 6 + 10, 22 + 6 + 10 + 45));
        score[FlowCriterion.Dependency].ShouldBeNull();
        (score.IsCritical, score.MayBeCritical).ShouldBe((false, true));
    }

    [Fact]
    public void Learning_what_was_unknown_stays_inside_the_range() => Gen.Select(_facts, Gen.Int[0, 30_000]).Sample((facts, errors) =>
    {
        var (before, after) = (FlowScore.Of(facts with { ErrorsAYear = null }), FlowScore.Of(facts with { ErrorsAYear = errors }));
        after.Known.ShouldBeInRange(before.Known, before.AtMost);
        after.AtMost.ShouldBeInRange(before.Known, before.AtMost);
        FlowScore.Of(facts).AtMost.ShouldBeLessThanOrEqualTo(100);
    });

    [Fact]
    public void More_of_what_is_bad_never_takes_points_away() => _facts.Sample(facts =>
    {
        var known = FlowScore.Of(facts).Known;
        FlowScore.Of(facts with { Criticality = Criticality.Vital }).Known.ShouldBeGreaterThanOrEqualTo(known);
        FlowScore.Of(facts with { HasTarget = false }).Known.ShouldBeGreaterThanOrEqualTo(known);
        FlowScore.Of(facts with { YearlyVolume = (facts.YearlyVolume ?? 0) * 2 }).Known.ShouldBeGreaterThanOrEqualTo(known);
        FlowScore.Of(facts with { ErrorsAYear = (facts.ErrorsAYear ?? 0) * 2 }).Known.ShouldBeGreaterThanOrEqualTo(known);
    });

    [Fact]
    public void With_the_only_one_who_can_do_it_a_process_stops_and_then_what_it_feeds()
    {
        var map = Map(
            [Process("Paie") with { Parts = [new(_ada, null, KnowHowLevel.Alone), new(_bob, null, KnowHowLevel.Knows)] },
                Process("Clôture")],
            new MapLink(0, 1, "journal", 5));

        var answer = FindImpact.Of(map, new ImpactSubject(ImpactKind.Person, _ada.Id, _ada.Name, 1));

        answer.Stops.Select(row => (row.Process.Name, row.Reason, row.IsSure, row.AtLeast)).ShouldBe(
            [("Paie", ImpactReason.OnlyOneWhoCan, true, 0), ("Clôture", ImpactReason.Through, true, 5)]);
        answer.Stops[1].Through.ShouldBe("Paie");
        FindImpact.Of(map, new ImpactSubject(ImpactKind.Person, _bob.Id, _bob.Name, 1)).Stops.ShouldBeEmpty("Ada goes on.");
    }

    [Fact]
    public void Where_nobody_said_who_can_do_it_the_only_one_named_makes_a_perhaps()
    {
        var map = Map([Process("Courrier") with { Pilot = _ada }, Process("Congés") with { Pilot = _ada, Deputy = _bob }]);

        var answer = FindImpact.Of(map, new ImpactSubject(ImpactKind.Person, _ada.Id, _ada.Name, 2));

        var stop = answer.Stops.ShouldHaveSingleItem();
        (stop.Process.Name, stop.IsSure, stop.Reason).ShouldBe(("Courrier", false, ImpactReason.NobodyElseNamed));
        answer.GoesOn.ShouldHaveSingleItem().Reason.ShouldBe(ImpactReason.OthersNamed);
    }

    [Fact]
    public void A_tool_and_a_provider_stop_what_needs_them()
    {
        var provider = new ProcessProvider(Guid.CreateVersion7(), "Cabinet");
        var map = Map([Process("Paie") with { Tools = [_tool] }, Process("TVA") with { Providers = [provider] }]);

        FindImpact.Of(map, new ImpactSubject(ImpactKind.Tool, _tool.Id, _tool.Name,
            1)).Stops.ShouldHaveSingleItem().Process.Name.ShouldBe("Paie");
        FindImpact.Of(map, new ImpactSubject(ImpactKind.Provider, provider.Id, provider.Name,
            1)).Stops.ShouldHaveSingleItem().Process.Name.ShouldBe("TVA");
        ImpactSubject.AllOf(map).Select(subject => subject.Name).ShouldBe(["Tableur", "Cabinet", "Paie", "TVA"]);
    }

    private static MapProcess Process(string name) => new(Guid.CreateVersion7(), name, Domain.Accounting, Criticality.Normal);

    private static WholeMap Map(IReadOnlyList<MapProcess> processes, params MapLink[] links) => new(processes, links);
}
