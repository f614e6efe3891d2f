namespace Pupitre.Deciding.Costs;

/// <summary>One bar of a distribution: how many draws fall into it.</summary>
/// <param name="From">Euros a year, included.</param>
/// <param name="To">Euros a year, excluded but for the last bar.</param>
/// <param name="Draws">How many.</param>
public sealed record SavingBar(double From, double To, int Draws);

/// <summary>What one uncertain input does to the saving of a year while all others are as likely.</summary>
/// <param name="Input">Which.</param>
/// <param name="AtLow">Euros a year with its lowest figure.</param>
/// <param name="AtHigh">Euros a year with its highest.</param>
public sealed record Swing(CostInput Input, double AtLow, double AtHigh)
{
    public double Width => Math.Abs(AtHigh - AtLow);
}

/// <summary>What an offer saves, as a distribution. Euros a year over three years, transition and exit included; negative where it costs
/// more.</summary>
/// <param name="Low">Nine draws in ten save at least this much.</param>
/// <param name="Middle">Half of the draws save more.</param>
/// <param name="High">One draw in ten saves more.</param>
/// <param name="Likely">With every input at its likeliest.</param>
/// <param name="Chance">Share of the draws that save anything, 0 to 1.</param>
/// <param name="BreakEven">Month in which the transition is paid back with every input at its likeliest; 0 for not in three years.</param>
/// <param name="PaidBack">Share of the draws that pay the transition back within three years.</param>
/// <param name="Bars">The distribution, from the least to the most.</param>
/// <param name="Swings">What each uncertain input does, the widest first.</param>
public sealed record SavingForecast(
    double Low,
    double Middle,
    double High,
    double Likely,
    double Chance,
    int BreakEven,
    double PaidBack,
    IReadOnlyList<SavingBar> Bars,
    IReadOnlyList<Swing> Swings);

/// <summary>
/// Draws what an offer saves, 10,000 times: each uncertain input from its own triangle, all independent. The n-th draw of an input is
/// always the same fraction (<see cref="SplitMix"/>), so that the same inputs give the same result on every machine, and two offers meet
/// the same years.
/// </summary>
/// <remarks>Pure. Bounded: draws × inputs steps, one array of draws; nothing is allocated for a draw.</remarks>
public static class CompareCosts
{
    public const int Draws = 10_000;
    public const ulong Seed = 20_250_601;
    public const int Bars = 12;

    private const double LowShare = 0.1;
    private const double HighShare = 0.9;
    private const double Half = 0.5;

    // Numbers that each draw has to itself: more than there are inputs, so that a new one changes no draw of another.
    private const int Stride = 64;

    /// <param name="inputs">
    /// An estimate for each <see cref="CostInput"/>; what is missing counts as <see cref="Estimates.Counted"/> says.
    /// </param>
    /// <param name="draws">How many draws, at least 10.</param>
    public static SavingForecast Run(Estimates inputs, int draws = Draws)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 10);
        Span<double> values = stackalloc double[CostInputs.Count];
        Fill(values, inputs);
        var (likely, breakEven) = (FullCost.Saving(values) / FullCost.Years, FullCost.BreakEvenMonth(values));
        var swings = Swings(values, inputs);
        var savings = new double[draws];
        var paidBack = Draw(values, inputs, savings);
        Array.Sort(savings);
        return new SavingForecast(
            At(savings, LowShare),
            At(savings, Half),
            At(savings, HighShare),
            likely,
            savings.Count(saving => saving > 0) / (double)draws,
            breakEven,
            paidBack / (double)draws,
            BarsOf(savings),
            swings);
    }

    private static int Draw(Span<double> values, Estimates inputs, double[] savings)
    {
        var uncertain = CostInputs.All.Where(input => inputs[input] is { IsCertain: false }).ToArray();
        var triangles = Array.ConvertAll(uncertain, input => new Triangle(inputs[input]!.Value));
        var asToday = inputs.AsToday;
        Span<double> years = stackalloc double[FullCost.Years];
        var paidBack = 0;
        for (var draw = 0; draw < savings.Length; draw++)
        {
            for (var at = 0; at < uncertain.Length; at++)
            {
                var slot = (int)uncertain[at];
                values[slot] = triangles[at].At(SplitMix.Fraction(Seed, (ulong)((draw * Stride) + slot + 1)));
            }

            Follow(values, asToday);
            FullCost.SaveByYear(values, years);
            savings[draw] = FullCost.Saving(values, years) / FullCost.Years;
            paidBack += FullCost.BreakEvenMonth(values, years) > 0 ? 1 : 0;
        }

        return paidBack;
    }

    private static List<Swing> Swings(Span<double> values, Estimates inputs)
    {
        var (swings, asToday) = (new List<Swing>(), inputs.AsToday);
        foreach (var input in CostInputs.All)
        {
            if (inputs[input] is not { IsCertain: false } estimate)
            {
                continue;
            }

            var atLow = SavingWith(values, input, estimate.Low, asToday);
            var atHigh = SavingWith(values, input, estimate.High, asToday);
            SavingWith(values, input, estimate.Likely, asToday);
            swings.Add(new Swing(input, atLow, atHigh));
        }

        return [.. swings.OrderByDescending(swing => swing.Width).ThenBy(swing => swing.Input)];
    }

    private static double SavingWith(
        Span<double> values, CostInput input, decimal figure, IReadOnlyList<(CostInput Then, CostInput Today)> asToday)
    {
        values[(int)input] = (double)figure;
        Follow(values, asToday);
        return FullCost.Saving(values) / FullCost.Years;
    }

    // What stays as it is today is drawn once: it can neither save nor cost anything.
    private static void Follow(Span<double> values, IReadOnlyList<(CostInput Then, CostInput Today)> asToday)
    {
        for (var at = 0; at < asToday.Count; at++)
        {
            values[(int)asToday[at].Then] = values[(int)asToday[at].Today];
        }
    }

    private static void Fill(Span<double> values, Estimates inputs)
    {
        foreach (var input in CostInputs.All)
        {
            values[(int)input] = (double)inputs.Counted(input).Likely;
        }
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static List<SavingBar> BarsOf(double[] sorted)
    {
        var (least, most) = (sorted[0], sorted[^1]);
        if (least == most)
        {
            return [new SavingBar(least, most, sorted.Length)];
        }

        var width = (most - least) / Bars;
        var counts = new int[Bars];
        foreach (var saving in sorted)
        {
            counts[Math.Min(Bars - 1, (int)((saving - least) / width))]++;
        }

        return [.. counts.Select((count, at) => new SavingBar(least + (at * width), least + ((at + 1) * width), count))];
    }
}
