using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Forecasts;

/// <summary>What would have been said of cases that are settled now, and what happened.</summary>
/// <param name="Cases">How many cases it is about.</param>
/// <param name="Said">How often something would have been said of them: each case at every moment at which it was open.</param>
/// <param name="Missed">The share of what was said that was about a case that was missed: the base rate.</param>
/// <param name="Brier">Mean of (said − happened)², happened being 1 for a miss and 0 otherwise. From 0 (right and sure) to 1.</param>
/// <param name="Tenths">The tenths of chance in which something was said, from the lowest.</param>
public sealed record ForecastRecord(int Cases, int Said, double Missed, double Brier, IReadOnlyList<ForecastTenth> Tenths)
{
    /// <summary>Fewest times that something was said in a tenth for it to count.</summary>
    public const int FewestInTenth = 20;

    /// <summary>Largest mean gap with which a forecast is shown.</summary>
    public const double LargestGap = 0.10;

    /// <summary>What saying the base rate every time would have scored.</summary>
    public double BaseBrier => Missed * (1 - Missed);

    /// <summary>
    /// The mean distance between what was said and what happened, over the tenths that count, each by how often something was said in it;
    /// null when none counts.
    /// </summary>
    public double? MeanGap
    {
        get
        {
            var counted = Tenths.Where(tenth => tenth.Counts).ToList();
            return counted.Count == 0 ? null : counted.Sum(tenth => tenth.Said * tenth.Gap) / counted.Sum(tenth => tenth.Said);
        }
    }

    /// <summary>Whether it may be believed.</summary>
    public ForecastState State => MeanGap is not { } gap ? ForecastState.TooFew
        : BaseBrier == 0 ? ForecastState.AllAlike
        : gap <= LargestGap && Brier < BaseBrier ? ForecastState.Shown
        : ForecastState.TooIrregular;
}

/// <summary>What was said within one tenth of chance.</summary>
/// <param name="Number">0 for less than a tenth, 9 for nine tenths and more.</param>
/// <param name="Said">How often something was said in it.</param>
/// <param name="Expected">The mean chance that was said.</param>
/// <param name="Happened">The share of it that was missed in the end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForecastTenth(int Number, int Said, double Expected, double Happened)
{
    public const int Count = 10;

    public bool Counts => Said >= ForecastRecord.FewestInTenth;

    public double Gap => Math.Abs(Expected - Happened);
}
