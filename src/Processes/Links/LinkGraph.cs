using System.Runtime.InteropServices;

namespace Pupitre.Processes.Links;

/// <summary>That one process feeds another, by their numbers.</summary>
/// <param name="From">Number of the process whose result passes.</param>
/// <param name="To">Number of the process that needs it.</param>
/// <param name="Days">Days until the follower hurts once nothing passes, 0 to <see cref="LinkGraph.MaxDays"/>; null for unknown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GraphLink(int From, int To, int? Days);

/// <summary>
/// The links of a map in arrays, by the process that they leave: what the engines walk over. Immutable, and safe to read from many threads.
/// Circles are taken as they are; a link to itself is left out, for it changes nothing.
/// </summary>
public sealed class LinkGraph
{
    /// <summary>Longest time until a follower hurts: ten years, in days.</summary>
    public const int MaxDays = 3_650;

    /// <summary>Processes of a graph: the longest way through all of them still fits into a number.</summary>
    public const int MaxProcesses = 500_000;

    public const int Unknown = -1;

    private readonly int[] _starts;
    private readonly int[] _to;
    private readonly int[] _days;

    private LinkGraph(int[] starts, int[] to, int[] days) => (_starts, _to, _days) = (starts, to, days);

    /// <summary>Number of processes.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Puts the links into arrays, in time and memory that grow with their number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number or a duration is outside its range.</exception>
    public static LinkGraph Of(int count, IReadOnlyList<GraphLink> links)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxProcesses);
        var starts = new int[count + 1];
        foreach (var link in links)
        {
            Check(link, count);
            starts[link.From + 1] += link.From == link.To ? 0 : 1;
        }

        for (var at = 0; at < count; at++)
        {
            starts[at + 1] += starts[at];
        }

        var (to, days, next) = (new int[starts[count]], new int[starts[count]], starts.AsSpan(0, count).ToArray());
        foreach (var link in links)
        {
            if (link.From != link.To)
            {
                var place = next[link.From]++;
                (to[place], days[place]) = (link.To, link.Days ?? Unknown);
            }
        }

        return new LinkGraph(starts, to, days);
    }

    /// <summary>Numbers of what a process feeds, in the order in which the links were given.</summary>
    public ReadOnlySpan<int> FedBy(int process) => _to.AsSpan(_starts[process], _starts[process + 1] - _starts[process]);

    /// <summary>Days of the same links, <see cref="Unknown"/> for those that nobody knows.</summary>
    public ReadOnlySpan<int> DaysOf(int process) => _days.AsSpan(_starts[process], _starts[process + 1] - _starts[process]);

    private static void Check(GraphLink link, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(link.From, nameof(link));
        ArgumentOutOfRangeException.ThrowIfNegative(link.To, nameof(link));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(link.From, count, nameof(link));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(link.To, count, nameof(link));
        ArgumentOutOfRangeException.ThrowIfNegative(link.Days ?? 0, nameof(link));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(link.Days ?? 0, MaxDays, nameof(link));
    }
}
