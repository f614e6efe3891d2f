using System.Collections.Immutable;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>In which order a <see cref="DottedChart"/> has its cases.</summary>
public enum DottedOrder
{
    /// <summary>By their first event.</summary>
    Start,

    /// <summary>By their length, longest first.</summary>
    Duration,
}

/// <summary>
/// A dot for each event: its case across, its time along. Source: M. Song, W.M.P. van der Aalst, "Supporting process mining by showing events at
/// a glance" (2007).
/// </summary>
/// <param name="Basis">What it stands on: all cases of the view, those that are not drawn included.</param>
/// <param name="Cases">Numbers of the cases that are drawn, in order: all, or evenly spread ones where there are more than asked for.</param>
/// <param name="Dots">The dots, case by case.</param>
public sealed record DottedChart(Basis Basis, ImmutableArray<int> Cases, ImmutableArray<Dot> Dots)
{
    /// <param name="view">The events.</param>
    /// <param name="order">In which order cases stand.</param>
    /// <param name="mostCases">Cases that are drawn at most, 1 or more.</param>
    /// <param name="mostDots">Dots that are drawn at most: the events of a case beyond them are not.</param>
    public static DottedChart Of(LogView view, DottedOrder order, int mostCases = 1_000, int mostDots = 50_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCases, 1);
        var ordered = Ordered(view, order);
        var drawn = Math.Min(ordered.Length, mostCases);
        var cases = Enumerable.Range(0, drawn).Select(place => ordered[(int)((long)place * ordered.Length / drawn)]).ToImmutableArray();
        var dots = ImmutableArray.CreateBuilder<Dot>();
        for (var row = 0; row < cases.Length; row++)
        {
            var left = mostDots - dots.Count;
            var start = view.Log.EventTicks[view.EndsOf(cases[row]).First];
            foreach (var item in view.EventsOf(cases[row]))
            {
                if (left-- <= 0)
                {
                    return new(view.Basis, cases[..(row + 1)], dots.DrainToImmutable());
                }

                var ticks = view.Log.EventTicks[item];
                dots.Add(new(row, Instant.FromUnixTimeTicks(ticks), Duration.FromTicks(ticks - start), view.Log.EventActivities[item]));
            }
        }

        return new(view.Basis, cases, dots.DrainToImmutable());
    }

    private static int[] Ordered(LogView view, DottedOrder order)
    {
        var keys = new (long First, long Second)[view.CaseCount];
        var cases = new int[view.CaseCount];
        for (var i = 0; i < cases.Length; i++)
        {
            cases[i] = view.CaseAt(i);
            var (first, last) = view.EndsOf(cases[i]);
            var start = view.Log.EventTicks[first];
            keys[i] = order == DottedOrder.Start ? (start, cases[i]) : (start - view.Log.EventTicks[last], cases[i]);
        }

        Array.Sort(keys, cases);
        return cases;
    }
}

/// <summary>An event in a <see cref="DottedChart"/>.</summary>
/// <param name="Row">Place of its case.</param>
/// <param name="Time">When it happened.</param>
/// <param name="SinceStart">How long after the first event of its case.</param>
/// <param name="Activity">What happened.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Dot(int Row, Instant Time, Duration SinceStart, int Activity);
