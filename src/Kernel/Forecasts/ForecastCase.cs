using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Forecasts;

/// <summary>A case as a forecast needs it. Instants are Unix time, lengths open time of a calendar, both in ticks of 100 ns.</summary>
/// <param name="Start">When its clock started.</param>
/// <param name="End">When it stopped, or when nothing was to be done any more; null while it is open.</param>
/// <param name="IsStopped">Whether it stopped; a case that ended otherwise was only lost from sight.</param>
/// <param name="Running">How long it ran: to its end, or so far.</param>
/// <param name="Allowed">How long it may run in all and still be in time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForecastCase(long Start, long? End, bool IsStopped, long Running, long Allowed)
{
    /// <summary>Whether it ran too long, as far as is known.</summary>
    public bool IsMissed => Running > Allowed;
}

/// <summary>The chance that an open case is missed.</summary>
/// <param name="Chance">From 0 to 1.</param>
/// <param name="AtRisk">How many comparable cases had run for as long: the size of the sample.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForecastAnswer(double Chance, int AtRisk);

/// <summary>Whether a commitment's forecast is shown, and why not.</summary>
public enum ForecastState
{
    Shown,

    /// <summary>Fewer than twenty cases of which what was said can be compared with what happened.</summary>
    TooFew,

    /// <summary>All of the last three months ended alike, in time or not: there is nothing that a forecast could tell apart.</summary>
    AllAlike,

    /// <summary>What it would have said does not agree with what happened.</summary>
    TooIrregular,
}
