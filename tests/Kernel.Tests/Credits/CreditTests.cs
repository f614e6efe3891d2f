using System.Collections.Immutable;
using CsCheck;
using Pupitre.ClosedMonths.Credits;

namespace Pupitre.Kernel.Tests.Credits;

public class CreditTests
{
    private static readonly CreditTerms _tenPercent = new(CreditPeriod.Month, AtRiskPercent: 10, PoolPercent: 100);

    private static readonly CreditRule _steps = new() { Allocation = 50, Steps = [new(95, 20), new(90, 50), new(80, 100)] };

    private static readonly CreditRule _line = new() { Allocation = 50, NothingAt = 95, AllAt = 75 };

    private static readonly Gen<CreditCount> _counts = Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200], (kept, more) =>
        new CreditCount(kept, kept + more));

    private static readonly Gen<CreditRule> _rules = Gen.OneOf(
        Gen.Select(Gen.Decimal[1, 100], Gen.Decimal[0, 60], (part, all) => new CreditRule
        {
            Allocation = Math.Round(part, 2),
            NothingAt = 95,
            AllAt = Math.Round(all, 2),
        }),
        Gen.Select(Gen.Decimal[1, 100], Gen.Int[1, 99], (part, below) => new CreditRule
        {
            Allocation = Math.Round(part, 2),
            Steps = [new(below, 40), new(below - 0.5m, 100)],
        }));

    [Theory]
    [InlineData(95, 100, 0)]
    [InlineData(94, 100, 20)]
    [InlineData(90, 100, 20)]
    [InlineData(899, 1000, 50)]
    [InlineData(79, 100, 100)]
    [InlineData(0, 3, 100)]
    [InlineData(0, 0, 0)]
    public void A_step_is_reached_below_its_rate_and_not_at_it(int kept, int of, int share) =>
        _steps.ShareOf(new(kept, of)).ShouldBe(share);

    [Theory]
    [InlineData(95, 100, 0)]
    [InlineData(85, 100, 50)]
    [InlineData(75, 100, 100)]
    [InlineData(10, 100, 100)]
    [InlineData(100, 100, 0)]
    public void A_line_goes_from_nothing_to_all(int kept, int of, int share) => _line.ShareOf(new(kept, of)).ShouldBe(share);

    [Fact]
    public void A_month_is_worth_what_a_person_finds_with_a_pencil()
    {
        // 1,480 € × 10 % at risk = 148 €. Half of it × 20 % = 14.80 €; half of it × 50 % = 37 €.
        var sum = ComputeCredits.Run(_tenPercent, [_steps, _line], [new(1480, [new(94, 100), new(85, 100)])])[0];

        sum.Lines.Select(line => line.Amount).ShouldBe([14.80m, 37.00m]);
        (sum.Sum, sum.Cap, sum.Total, sum.IsCapped).ShouldBe((51.80m, 148.00m, 51.80m, false));
    }

    [Fact]
    public void Halves_of_a_cent_go_up_and_the_cap_is_cut_down()
    {
        var terms = new CreditTerms(CreditPeriod.Month, 10, 300);
        var whole = new CreditRule { Allocation = 100, Steps = [new(100, 100)] };

        var sum = ComputeCredits.Run(terms, [whole, whole], [new(100.05m, [new(0, 1), new(0, 1)])])[0];

        sum.Lines.Select(line => line.Amount).ShouldBe([10.01m, 10.01m]);
        (sum.Cap, sum.Total, sum.IsCapped).ShouldBe((10.00m, 10.00m, true));
    }

    [Fact]
    public void A_credit_that_the_next_period_earns_back_leaves_the_sum()
    {
        var rule = _steps with { EarnBackAt = 98 };

        var sums = ComputeCredits.Run(_tenPercent, [rule],
            [new(1000, [new(94, 100)]), new(1000, [new(98, 100)]), new(1000, [new(80, 100)])]);

        sums.Select(sum => sum.Total).ShouldBe([0m, 0m, 25m]);
        sums[0].Lines[0].ShouldBe(new CreditLine(new(94, 100), 20, 10m, IsEarnedBack: true));
    }

    [Fact]
    public void No_sum_is_above_its_cap_or_below_zero() =>
        Gen.Select(_rules.List[1, 5], Gen.Decimal[0, 100_000], Gen.Decimal[1, 100]).Sample(
        (rules, invoice, atRisk) =>
        {
            var terms = new CreditTerms(CreditPeriod.Month, Math.Round(atRisk, 2), CreditTerms.MostPool);
            var basis = new CreditBasis(Math.Round(invoice, 2), [.. rules.Select((_, at) => new CreditCount(at, at + 3))]);

            var sum = ComputeCredits.Run(terms, rules, [basis])[0];

            sum.Total.ShouldBeInRange(0, sum.Cap);
            sum.Cap.ShouldBeLessThanOrEqualTo(basis.Invoice);
            sum.Lines.ShouldAllBe(line => line.Amount == Math.Round(line.Amount, 2) && line.Share >= 0 && line.Share <= 100);
        });

    [Fact]
    public void Keeping_one_more_never_costs_more() =>
        Gen.Select(_rules, _counts).Where((_, count) => count.Kept < count.Base).Sample((rule, count) =>
        rule.ShareOf(count with { Kept = count.Kept + 1 }).ShouldBeLessThanOrEqualTo(rule.ShareOf(count)));

    [Fact]
    public void The_same_rate_of_more_cases_costs_the_same() => Gen.Select(_rules, _counts, Gen.Int[2, 9]).Sample((rule, count, times) =>
        rule.ShareOf(new(count.Kept * times, count.Base * times)).ShouldBe(rule.ShareOf(count), 0.0000001m));

    [Fact]
    public void What_makes_no_sense_is_refused_with_its_field()
    {
        Field(() => _tenPercent.Check([_steps, _line])).ShouldBeNull();
        Field(() => (_tenPercent with { AtRiskPercent = 0 }).Check([])).ShouldBe(nameof(CreditTerms.AtRiskPercent));
        Field(() => (_tenPercent with { PoolPercent = 301 }).Check([])).ShouldBe(nameof(CreditTerms.PoolPercent));
        Field(() => _tenPercent.Check([_steps, _line, _line])).ShouldBe(nameof(CreditTerms.PoolPercent));
        Field((_steps with { Allocation = 100.01m }).Check).ShouldBe(nameof(CreditRule.Allocation));
        Field((_steps with { Steps = [new(90, 50), new(95, 100)] }).Check).ShouldBe(nameof(CreditRule.Steps));
        Field((_steps with { Steps = [new(95, 50), new(90, 50)] }).Check).ShouldBe(nameof(CreditRule.Steps));
        Field((_steps with
        {
            Steps = [.. Enumerable.Range(1, 9).Select(at =>
            new CreditStep(100 - at, at))]
        }).Check).ShouldBe(nameof(CreditRule.Steps));
        Field((_line with { AllAt = 95 }).Check).ShouldBe(nameof(CreditRule.NothingAt));
        Field((_line with { NothingAt = null }).Check).ShouldBe(nameof(CreditRule.NothingAt));
        Field((_line with { EarnBackAt = -1 }).Check).ShouldBe(nameof(CreditRule.EarnBackAt));
    }

    [Fact]
    public void A_price_follows_its_index()
    {
        // 1,480 € × 121.3 ÷ 117.5 = 1,527.8638...
        new PriceIndexation(1480, 117.5m).At(121.3m).ShouldBe(1527.86m);
        new PriceIndexation(1480, 117.5m).At(117.5m).ShouldBe(1480m);
        Field(() => new PriceIndexation(1480, 0).At(1)).ShouldBe("BaseValue");
        Field(() => new PriceIndexation(1480, 1).At(0)).ShouldBe("Value");
    }

    private static string? Field(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Refused refused)
        {
            return refused.Field;
        }
    }
}
