namespace Pupitre.Kernel;

/// <summary>The axis of a plot from zero up: round steps, and whole ones where all values are whole.</summary>
/// <param name="Top">Value at the end of the axis; at least the largest value.</param>
/// <param name="Steps">Parts of the axis, all of one size.</param>
public sealed record PlotScale(double Top, int Steps)
{
    private const int MostSteps = 4;

    private static readonly double[] _round = [1, 2, 2.5, 5, 10];

    public static PlotScale Of(IEnumerable<PlotSeries> series)
    {
        var values = series.SelectMany(one => one.Values).OfType<double>().Where(value => value > 0).ToList();
        if (values.Count == 0)
        {
            return new PlotScale(1, 1);
        }

        var (largest, isWhole) = (values.Max(), values.TrueForAll(double.IsInteger));
        var power = Math.Pow(10, Math.Floor(Math.Log10(largest / MostSteps)));
        var step = _round.Select(times => times * power).First(size => size * MostSteps >= largest * (1 - 1e-9) && (!isWhole || size < 1 || double.IsInteger(size)));
        step = isWhole ? Math.Max(1, step) : step;
        var steps = Math.Max(1, (int)Math.Ceiling((largest / step) - 1e-9));
        return new PlotScale(steps * step, steps);
    }
}
