using System.Globalization;
using CsCheck;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The rules of the verdict, by hand and as laws.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class DiagnoseTests
{
    private const int Criteria = 11;

    private static readonly CriterionValues _weights = CriterionValues.Of(Leanings.DefaultWeights);

    private static readonly Gen<DiagnosisFacts> _facts =
        from values in Gen.Int[0, 5].Array[Criteria]
        from rate in Gen.Bool
        from above in Gen.Bool
        select new DiagnosisFacts(Known([.. values.Select(value => value == 0 ? null : (int?)value)]), rate, above);

    private static readonly Gen<CriterionValues> _anyWeights = Gen.Int[0, 10].Array[Criteria].Select(all => CriterionValues.Of(all))
        .Where(Diagnose.CanWeigh);

    [Fact]
    public void A_common_trade_that_never_changes_is_handed_over_and_the_sums_can_be_done_by_hand()
    {
        // Usefulness 4, standardisation 5, frequency 3, strategic 1, confidentiality 3, expertise 4, stability 5, measurability 5, target
        // 5, errors 2, one person.
        var verdict = Diagnose.Run(new DiagnosisFacts(Known([4, 5, 3, 1, 3, 4, 5, 5, 5, 2, 5]), true, false), _weights);

        // Outsource: (1×75 + 3×100 + 3×100 + 2×50 + 3×75 + 2×100 + 1×100 + 1×100 + 2×100) / 18.
        verdict.Of(Way.Outsource).ShouldBe(new MeanRange(Way.Outsource, 88.9m, 88.9m));

        // Keep: (3×0 + 2×50 + 3×0 + 2×50 + 3×25 + 2×0 + 1×0 + 2×75 + 2×0) / 20.
        verdict.Of(Way.Keep).Low.ShouldBe(21.3m);

        // Automate: (1×75 + 3×100 + 2×50 + 3×25 + 2×100 + 1×100 + 1×100 + 2×25) / 15.
        verdict.Of(Way.Automate).Low.ShouldBe(66.7m);
        verdict.Kind.ShouldBe(VerdictKind.Outsource);
    }

    [Fact]
    public void A_verdict_says_how_firmly_it_stands()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        var verdict = Diagnose.Run(new DiagnosisFacts(Known([4, 5, 3, 1, 3, 4, 5, 5, 5, 2, 5]), true, false), _weights);
        var far = new Turn(Criterion.Standardisation, 5, 2, VerdictKind.Keep);
        VerdictWords.Sentence(verdict, [far]).WithPlainSpaces()
            .ShouldEndWith("Ce verdict tient : aucun critère, changé d’un point, ne le renverse à lui seul.");

        var close = new Turn(Criterion.Usefulness, 2, 1, VerdictKind.Drop);
        VerdictWords.Sentence(verdict, [far, close]).ShouldEndWith("pour un seul de ces critères (utilité).");

        // What nobody knows yet leaves nothing certain.
        var open = new Turn(Criterion.Usefulness, null, 1, VerdictKind.Drop);
        VerdictWords.Sentence(verdict, [far, open]).WithPlainSpaces().ShouldEndWith("Encore inconnu, et de quoi le changer : utilité.");
        VerdictWords.Sentence(verdict, [far, open]).ShouldNotContain("Ce verdict tient");
    }

    [Fact]
    public void What_nobody_would_miss_is_dropped_whatever_else_is_known() => Check(facts =>
        Diagnose.Run(facts with { Values = facts.Values.With(Criterion.Usefulness, 1) }, _weights).Kind.ShouldBe(VerdictKind.Drop));

    [Fact]
    public void Nothing_is_decided_before_target_errors_and_dependency_are_known() => Check(facts =>
    {
        var verdict = Diagnose.Run(facts, _weights);
        var isReady = facts is { IsErrorRateKnown: true, DoErrorsExceedLabour: false, Values: var known }
            && known[Criterion.FormalTarget] is not null && known[Criterion.Dependency] is not null;
        (verdict.ToFix.Count == 0).ShouldBe(isReady);
        if (facts.Values[Criterion.Usefulness] != 1)
        {
            (verdict.Kind == VerdictKind.FixFirst).ShouldBe(!isReady);
        }
    });

    [Fact]
    public void The_same_facts_and_weights_give_the_same_verdict() => Gen.Select(_facts, _anyWeights).Sample((facts, weights) =>
    {
        var (one, other) = (Diagnose.Run(facts, weights), Diagnose.Run(facts with { }, CriterionValues.Read(weights.ToString())));
        one.Kind.ShouldBe(other.Kind);
        one.Means.ShouldBe(other.Means);
    });

    [Fact]
    public void Means_stay_within_0_and_100_and_leading_means_5_points() => Gen.Select(_facts, _anyWeights).Sample((facts, weights) =>
    {
        var verdict = Diagnose.Run(facts, weights);
        verdict.Means.ShouldAllBe(mean => mean.Low >= 0 && mean.Low <= mean.High && mean.High <= 100);
        if (verdict.Lead != VerdictKind.Undecided)
        {
            var leader = verdict.Of(verdict.Contenders.Single());
            verdict.Means.Where(mean => mean != leader).ShouldAllBe(mean => leader.Low - mean.High >= Diagnose.LeadPoints);
        }
        else
        {
            var best = verdict.Means.MaxBy(mean => mean.Low)!;
            verdict.Means.ShouldContain(mean => mean != best && best.Low - mean.High < Diagnose.LeadPoints);
        }
    });

    [Fact]
    public void More_of_what_speaks_for_a_way_never_lowers_its_mean() =>
        Gen.Select(_facts, Gen.Int[0, Criteria - 1], Gen.Int[1, 4]).Sample((facts, at, value) =>
    {
        var criterion = Leanings.Criteria[at];
        var (less, more) = (With(value), With(value + 1));
        foreach (var way in Leanings.Ways)
        {
            var isFor = Leanings.Points(criterion, way, 5) == 100m;
            var moves = more.Of(way).Low - less.Of(way).Low;
            (!Leanings.Speaks(criterion, way) ? moves == 0 : isFor ? moves >= 0 : moves <= 0).ShouldBeTrue();
        }

        Verdict With(int to) => Diagnose.Run(facts with { Values = facts.Values.With(criterion, to) }, _weights);
    });

    [Fact]
    public void To_learn_what_was_unknown_never_leaves_the_range() =>
        Gen.Select(_facts, Gen.Int[0, Criteria - 1], Gen.Int[1, 5]).Sample((facts, at, value) =>
    {
        var criterion = Leanings.Criteria[at];
        var before = Diagnose.Run(facts with { Values = facts.Values.With(criterion, null) }, _weights);
        var after = Diagnose.Run(facts with { Values = facts.Values.With(criterion, value) }, _weights);
        foreach (var way in Leanings.Ways)
        {
            after.Of(way).Low.ShouldBeGreaterThanOrEqualTo(before.Of(way).Low);
            after.Of(way).High.ShouldBeLessThanOrEqualTo(before.Of(way).High);
        }
    });

    [Fact]
    public void The_parts_of_a_mean_add_up_to_it() => Gen.Select(_facts, _anyWeights).Sample((facts, weights) =>
    {
        var parts = Diagnose.Contributions(facts.Values, weights);
        foreach (var mean in Diagnose.Run(facts, weights).Means)
        {
            parts.Where(part => part.Way == mean.Way).Sum(part => part.Low).ShouldBe(mean.Low, 0.6m);
            parts.Where(part => part.Way == mean.Way).Sum(part => part.High).ShouldBe(mean.High, 0.6m);
        }
    });

    [Fact]
    public void A_turn_does_what_it_says_and_none_is_nearer() => Check(facts =>
    {
        var now = Diagnose.Run(facts, _weights).Kind;
        foreach (var turn in Diagnose.Turns(facts, _weights))
        {
            turn.Kind.ShouldNotBe(now);
            Diagnose.Run(facts with { Values = facts.Values.With(turn.Criterion, turn.To) }, _weights).Kind.ShouldBe(turn.Kind);
        }
    });

    [Fact]
    public void Undecided_names_what_is_missing()
    {
        var verdict = Diagnose.Run(new DiagnosisFacts(Known([4, null, 3, 3, 3, 3, null, 3, 5, 2, 3]), true, false), _weights);

        verdict.Kind.ShouldBe(VerdictKind.Undecided);
        verdict.Missing.ShouldBe([Criterion.Standardisation, Criterion.Stability]);
    }

    [Fact]
    public void Weights_that_leave_a_way_without_any_are_refused()
    {
        var none = CriterionValues.Of(new int[Criteria]);
        Diagnose.CanWeigh(none).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Diagnose.Run(new DiagnosisFacts(CriterionValues.None, true, false), none));
        Diagnose.CanWeigh(_weights.With(Criterion.Stability, 11)).ShouldBeFalse();
        Diagnose.CanWeigh(_weights.With(Criterion.Stability, null)).ShouldBeFalse();
    }

    [Fact]
    public void Facts_of_the_map_win_over_answers_and_say_where_they_come_from()
    {
        var map = new MapFacts(1560, 12m, 32m, 4m, 45m, SensitiveData.Personal | SensitiveData.Bank, 92m, 3, false,
            [KnowHowLevel.Knows, KnowHowLevel.Teaches]);
        var readings = ReadCriteria.Run(map, Known([4, 1, 1, 2, 1, 3, null, null, null, 1, 1]));

        readings.Select(reading => reading.Value).ShouldBe([4, 4, 5, 2, 4, 3, null, 5, 5, 4, 5]);
        readings[(int)Criterion.Dependency].ShouldBe(new CriterionReading(Criterion.Dependency, 5, ReadingSource.Map, 1));
        readings[(int)Criterion.Usefulness].Source.ShouldBe(ReadingSource.Said);
        readings[(int)Criterion.Stability].Source.ShouldBe(ReadingSource.Unknown);
    }

    [Fact]
    public void Nothing_known_of_the_map_is_asked_and_errors_above_the_work_stop_everything()
    {
        var empty = new MapFacts(null, null, null, null, null, SensitiveData.None, null, null, false, []);
        ReadCriteria.Run(empty, CriterionValues.None).Where(reading => reading.Value is not null).Select(reading => reading.Criterion)
            .ShouldBe([Criterion.Measurability]);

        var costly = new MapFacts(100, 6m, 30m, 50m, 10m, SensitiveData.None, null, 1, false, []);
        costly.LabourAYear.ShouldBe(300m);
        costly.ErrorsAYear.ShouldBe(500m);
        ReadCriteria.Facts(costly, ReadCriteria.Run(costly, CriterionValues.None)).DoErrorsExceedLabour.ShouldBeTrue();
    }

    private static void Check(Action<DiagnosisFacts> law) => _facts.Sample(law);

    private static CriterionValues Known(IReadOnlyList<int?> values) =>
        CriterionValues.Of(values.Index().ToDictionary(value => Leanings.Criteria[value.Index], value => value.Item));
}
