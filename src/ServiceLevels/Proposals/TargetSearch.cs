namespace Pupitre.ServiceLevels.Proposals;

/// <summary>
/// The smallest whole target that at least a share of cases kept. A pure search: <c>kept</c> says how many cases keep a target, and never
/// falls as the target grows; asking it is what costs, so each answer is kept and a guess near the answer is asked first.
/// </summary>
/// <param name="cases">How many cases there are, at least one.</param>
/// <param name="kept">How many of them keep a target of so many units; called with 0 to <see cref="MaxTarget"/>.</param>
internal sealed class TargetSearch(int cases, Func<int, int> kept)
{
    /// <summary>Largest target that is looked at, in units (days or hours): that of the form.</summary>
    public const int MaxTarget = 10_000;

    private readonly Dictionary<int, int> _known = [];

    /// <summary>How often <c>kept</c> was asked.</summary>
    public int Asked => _known.Count;

    public int Kept(int target) => _known.TryGetValue(target, out var known) ? known : _known[target] = kept(target);

    /// <param name="share">Above 0, at most 1.</param>
    /// <param name="guess">Where the answer may lie.</param>
    /// <returns>Null when even <see cref="MaxTarget"/> is kept by fewer.</returns>
    public int? Smallest(double share, int guess)
    {
        // A share of a whole number of cases: a hair above it by rounding is not one case more.
        var needed = Math.Max(1, (int)Math.Ceiling((share * cases) - 1e-9));
        var (below, above) = (-1, Math.Clamp(guess, 0, MaxTarget));
        for (var step = 1; Kept(above) < needed; step *= 2)
        {
            if (above == MaxTarget)
            {
                return null;
            }

            (below, above) = (above, Math.Min(above + step, MaxTarget));
        }

        // Down from a guess that is already enough, in growing steps too.
        for (var step = 1; below < 0 && above > 0 && Kept(Math.Max(above - step, 0)) >= needed; step *= 2)
        {
            above = Math.Max(above - step, 0);
        }

        below = above == 0 ? -1 : Math.Max(below, LastKnownBelow(above, needed));
        while (above - below > 1)
        {
            var middle = below + ((above - below) / 2);
            (below, above) = Kept(middle) >= needed ? (below, middle) : (middle, above);
        }

        return above;
    }

    private int LastKnownBelow(int above, int needed) =>
        _known.Where(pair => pair.Key < above && pair.Value < needed).Select(pair => pair.Key).DefaultIfEmpty(-1).Max();
}
