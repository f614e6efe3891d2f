using System.Globalization;
using CsCheck;
using Pupitre.Deciding.Costs;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Full costs, by hand and as laws; and the draws, which are the same everywhere.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class CompareCostsTests
{
    private static readonly Gen<Estimate> _estimate =
        Gen.Int[0, 1000].Array[3].Select(three => three.Order().ToArray()).Select(three => Estimate.Of(three[0], three[1], three[2]));

    private static readonly Gen<Estimates> _inputs = _estimate.Array[CostInputs.Count].Select(all =>
        Estimates.Of(all.Select((estimate, at) => KeyValuePair.Create((CostInput)at, Within((CostInput)at, estimate)))));

    [Fact]
    public void A_small_case_can_be_done_by_hand()
    {
        var inputs = Values((CostInput.Volume, 1200), (CostInput.Minutes, 10), (CostInput.HourCost, 30), (CostInput.ErrorPercent, 5),
            (CostInput.ErrorCost, 20), (CostInput.ManagementHours, 1), (CostInput.PerUnit, 3), (CostInput.Indexation, 10),
            (CostInput.ControlHours, 1), (CostInput.KeptPercent, 25),
            (CostInput.ErrorPercentThen, 2), (CostInput.Transition, 500), (CostInput.Exit, 300));

        // 200 h at 30, 60 errors at 20, 12 h of managing.
        FullCost.Now(inputs, 0).ShouldBe(new YearCost(6000, 0, 0, 1200, 360));

        // A quarter of the work, 1,200 units at 3, 24 errors at 20, 12 h of control.
        FullCost.Then(inputs, 0).ShouldBe(new YearCost(1500, 3600, 0, 480, 360));
        FullCost.Then(inputs, 2).Price.ShouldBe(3600 * 1.21, 1e-9);

        // 1,620 saved the first year, 1,260 the second, 864 the third; less 500 and 300.
        FullCost.Saving(inputs).ShouldBe(1620 + 1260 + 864 - 800, 1e-6);

        // 135 a month pay 500 back in the fourth.
        FullCost.BreakEvenMonth(inputs).ShouldBe(4);
    }

    [Fact]
    public void What_is_never_paid_back_has_no_month_and_what_costs_nothing_has_the_first()
    {
        FullCost.BreakEvenMonth(Values((CostInput.Tools, 100), (CostInput.Transition, 301))).ShouldBe(0);
        FullCost.BreakEvenMonth(Values((CostInput.Tools, 100), (CostInput.Transition, 300))).ShouldBe(36);
        FullCost.BreakEvenMonth(Values((CostInput.Tools, 100))).ShouldBe(1);
        FullCost.BreakEvenMonth(Values((CostInput.ToolsThen, 100))).ShouldBe(0);
    }

    [Fact]
    public void The_generator_gives_the_published_values()
    {
        // The reference implementation (Vigna, splitmix64.c) from the seed 1234567.
        Enumerable.Range(1, 5).Select(n => SplitMix.Value(1234567, (ulong)n)).ShouldBe(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
    }

    [Fact]
    public void The_same_inputs_give_the_same_figures_on_every_machine()
    {
        var saving = CompareCosts.Run(Example());

        saving.Chance.ShouldBe(CompareCosts.Run(Example()).Chance);
        Math.Round(saving.Low, 6).ShouldBe(Math.Round(CompareCosts.Run(Example()).Low, 6));
        saving.Bars.Sum(bar => bar.Draws).ShouldBe(CompareCosts.Draws);
    }

    [Fact]
    public void Draws_lie_within_their_triangle_and_average_its_centre()
    {
        // Every other input certain: the saving is the tools themselves.
        var saving = CompareCosts.Run(Estimates.Of(
            [KeyValuePair.Create(CostInput.Tools, Estimate.Of(0, 300, 900)), KeyValuePair.Create(CostInput.ToolsThen, Estimate.Nothing)]));

        saving.Bars[0].From.ShouldBeGreaterThanOrEqualTo(0);
        saving.Bars[^1].To.ShouldBeLessThanOrEqualTo(900);

        // Quantiles of a triangle: low + sqrt(p × width × (likely − low)) below the turn, high − sqrt((1 − p) × width × (high − likely))
        // above it.
        saving.Low.ShouldBe(Math.Sqrt(0.1 * 900 * 300), 8);
        saving.Middle.ShouldBe(900 - Math.Sqrt(0.5 * 900 * 600), 8);
        saving.High.ShouldBe(900 - Math.Sqrt(0.1 * 900 * 600), 8);
        saving.Likely.ShouldBe(300);
    }

    [Fact]
    public void What_an_offer_does_not_say_of_tools_and_errors_saves_and_costs_nothing() => _inputs.Sample(
        inputs =>
        {
            var silent = Without(inputs, CostInput.ToolsThen, CostInput.ErrorPercentThen);
            var neither = Without(silent, CostInput.Tools, CostInput.ErrorPercent);
            var (saving, without) = (CompareCosts.Run(silent, draws: 50), CompareCosts.Run(neither, draws: 50));

            // Drawn once for both sides, they leave every draw as it is.
            saving.Low.ShouldBe(without.Low, Math.Max(1, Math.Abs(without.Low)) * 1e-9);
            saving.High.ShouldBe(without.High, Math.Max(1, Math.Abs(without.High)) * 1e-9);
            saving.Swings.Where(swing => swing.Input is CostInput.Tools or CostInput.ErrorPercent).ShouldAllBe(swing => swing.Width < 1e-6);
            YearByYear.Then(silent).Where(row => row.Part is YearPart.Tools or YearPart.Errors).Select(row => row.Years[0])
                .ShouldBe(YearByYear.Now(silent).Where(row => row.Part is YearPart.Tools or YearPart.Errors).Select(row => row.Years[0]));
        },
        iter: 100);

    [Fact]
    public void Certain_inputs_leave_one_result() => _inputs.Sample(
        inputs =>
        {
            var certain = Estimates.Of(CostInputs.All.Select(input => KeyValuePair.Create(input,
                Estimate.Certain(inputs[input]!.Value.Likely))));
            var saving = CompareCosts.Run(certain, draws: 20);
            saving.Low.ShouldBe(saving.Likely, Math.Abs(saving.Likely) * 1e-12);
            saving.High.ShouldBe(saving.Low);
            saving.Swings.ShouldBeEmpty();
        },
        iter: 200);

    [Fact]
    public void Quantiles_follow_each_other_and_swings_are_widest_first() => _inputs.Sample(
        inputs =>
        {
            var saving = CompareCosts.Run(inputs, draws: 200);
            saving.Low.ShouldBeLessThanOrEqualTo(saving.Middle);
            saving.Middle.ShouldBeLessThanOrEqualTo(saving.High);
            saving.Chance.ShouldBeInRange(0, 1);
            saving.Swings.Zip(saving.Swings.Skip(1)).ShouldAllBe(pair => pair.First.Width >= pair.Second.Width);
        },
        iter: 100);

    [Fact]
    public void A_dearer_offer_saves_less_in_every_draw()
    {
        var cheap = CompareCosts.Run(Example());
        var dear = CompareCosts.Run(Estimates.Of([KeyValuePair.Create(CostInput.PerUnit, Estimate.Of(4m, 4.5m, 6m))]).Over(Example()));

        dear.Low.ShouldBeLessThan(cheap.Low);
        dear.High.ShouldBeLessThan(cheap.High);
        dear.Chance.ShouldBeLessThanOrEqualTo(cheap.Chance);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_draw()
    {
        var inputs = Example();
        Allocated(inputs, 100);
        var (few, many) = (Allocated(inputs, 1_000), Allocated(inputs, 11_000));

        // Ten thousand more draws are ten thousand more figures in one array, and nothing else.
        (many - few).ShouldBeInRange(10_000 * sizeof(double), (10_000 * sizeof(double)) + 1024);
    }

    [Theory]
    [InlineData("12", "12", "12", "12")]
    [InlineData("10 / 12 / 15", "10", "12", "15")]
    [InlineData("10;14", "10", "12", "14")]
    [InlineData("1 200,5", "1200.5", "1200.5", "1200.5")]
    [InlineData("−3 / 0 / 2", "-3", "0", "2")]
    [InlineData("150 €", "150", "150", "150")]
    [InlineData("3 à 5", "3", "4", "5")]
    [InlineData("3 € to 5 €", "3", "4", "5")]
    public void Figures_are_read_as_people_type_them(string text, string low, string likely, string high)
    {
        var estimate = Estimate.Read(text)!.Value;
        estimate.ShouldBe(Estimate.Of(Number(low), Number(likely), Number(high)));
        Estimate.Read(estimate.Write(CultureInfo.GetCultureInfo("fr"))).ShouldBe(estimate);

        static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("douze")]
    [InlineData("15 / 12 / 10")]
    [InlineData("1 / 2 / 3 / 4")]
    [InlineData("1,2,3")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_figure_is_none(string text) => Estimate.Read(text).ShouldBeNull();

    [Fact]
    public void Estimates_are_stored_and_read_again() => _inputs.Sample(inputs =>
        Estimates.Read(inputs.ToString()).ToString().ShouldBe(inputs.ToString()), iter: 200);

    [Theory]
    [InlineData(0.74, "3 chances sur 4")]
    [InlineData(0.51, "1 chance sur 2")]
    [InlineData(0.995, "plus de 97 chances sur 100")]
    [InlineData(0.01, "moins de 3 chances sur 100")]
    public void Chances_are_said_as_people_say_them(double share, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        CostWords.Chance(share).ShouldBe(said);
    }

    [Fact]
    public void Both_ends_are_rounded_to_what_the_larger_deserves()
    {
        CostWords.Rounded(8_215, 13_742).ShouldBe((8_000m, 14_000m));
        CostWords.Rounded(-187, 42).ShouldBe((-190m, 40m));
        CostWords.Rounded(0, 0).ShouldBe((0m, 0m));
    }

    private static long Allocated(Estimates inputs, int draws)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        CompareCosts.Run(inputs, draws);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Estimate Within(CostInput input, Estimate estimate)
    {
        var (least, most) = CostInputs.LimitsOf(input);
        return estimate.Within(least, most);
    }

    private static Estimates Without(Estimates inputs, params CostInput[] left) => Estimates.Of(
        CostInputs.All.Where(input => inputs[input] is not null && !left.Contains(input))
            .Select(input => KeyValuePair.Create(input, inputs[input]!.Value)));

    private static double[] Values(params (CostInput Input, double Value)[] known)
    {
        var values = new double[CostInputs.Count];
        foreach (var (input, value) in known)
        {
            values[(int)input] = value;
        }

        return values;
    }

    private static Estimates Example() => Estimates.Of(new Dictionary<CostInput, Estimate>
    {
        [CostInput.Volume] = Estimate.Of(1400, 1560, 1700),
        [CostInput.Minutes] = Estimate.Of(9, 12, 15),
        [CostInput.HourCost] = Estimate.Of(30, 32, 34),
        [CostInput.ErrorPercent] = Estimate.Of(2, 4, 6),
        [CostInput.ErrorCost] = Estimate.Of(20, 45, 70),
        [CostInput.PerUnit] = Estimate.Of(2.6m, 2.9m, 3.4m),
        [CostInput.Indexation] = Estimate.Of(2, 3, 5),
        [CostInput.Transition] = Estimate.Of(900, 1500, 3000),
        [CostInput.SteeringHours] = Estimate.Of(1, 2, 4),
        [CostInput.ControlHours] = Estimate.Of(2, 3, 5),
        [CostInput.KeptPercent] = Estimate.Of(25, 30, 45),
        [CostInput.ErrorPercentThen] = Estimate.Of(2, 3, 6),
    });
}
