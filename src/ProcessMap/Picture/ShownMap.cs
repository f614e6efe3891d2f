using Pupitre.ProcessMap.Impact;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Picture;

/// <summary>The part of the map that a filter leaves.</summary>
/// <param name="Numbers">Numbers of its processes in the whole map, in its order.</param>
/// <param name="Chosen">Number of the process that was asked about; null for none.</param>
/// <param name="Reach">What hangs on it, by number; null where nothing was asked.</param>
public sealed record ShownMap(WholeMap Map, IReadOnlyList<int> Numbers, int? Chosen, StopReach? Reach)
{
    /// <summary>Processes that are drawn each; above it they are drawn by groups.</summary>
    public const int MostDrawn = 100;

    public bool IsGrouped => Numbers.Count > MostDrawn;

    /// <summary>Processes that hang on the chosen one.</summary>
    public int Hanging => Reach is null ? 0 : Reach.AtLeast.Count(days => days != StopReach.Never) - 1;

    /// <summary>Of a large map, what hangs on a process is shown alone, the soonest first.</summary>
    public static ShownMap Of(WholeMap map, MapFilter filter)
    {
        var numbers = Enumerable.Range(0, map.Processes.Count).Where(at => filter.Holds(map.Processes[at])).ToList();
        if (filter.Of is not { } id || map.NumberOf(id) is not { } chosen)
        {
            return new ShownMap(map, numbers, Chosen: null, Reach: null);
        }

        var reach = SpreadOfStop.Run(map.Graph, [chosen]);
        if (numbers.Count > MostDrawn)
        {
            numbers = [.. numbers.Where(reach.Reaches).OrderBy(at => reach.AtLeast[at]).Take(MostDrawn).Order()];
        }

        return new ShownMap(map, numbers, chosen, reach);
    }

    public bool Hangs(int number) => Reach is not null && number != Chosen && Reach.Reaches(number);
}
