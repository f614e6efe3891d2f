using System.Globalization;
using System.Text;

namespace Pupitre.Flows.Map;

/// <summary>A smooth line through points, as the path of an SVG: Catmull and Rom's spline (1974) as cubic Bézier curves.</summary>
internal static class SmoothPath
{
    private const double Tension = 6;

    private const double LoopOpening = 9;
    private const double LoopHeight = 30;

    /// <summary>From the right side of a box back to it, as far out as the label of the line.</summary>
    /// <param name="middle">Middle of the box.</param>
    /// <param name="boxWidth">Its width.</param>
    /// <param name="far">How far right the line goes.</param>
    public static string Loop(PlacePoint middle, double boxWidth, double far)
    {
        var side = middle.X + (boxWidth / 2);

        // Half-way along, a cubic Bézier curve is as far as three quarters of its handles and one quarter of its ends.
        var handle = side + ((far - side) * 4 / 3);
        return string.Create(CultureInfo.InvariantCulture, $"M{side:0.#} {middle.Y - LoopOpening:0.#}C{handle:0.#} {middle.Y - LoopHeight:0.#} {handle:0.#} {middle.Y + LoopHeight:0.#} {side:0.#} {middle.Y + LoopOpening:0.#}");
    }

    public static string Through(IReadOnlyList<PlacePoint> points)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (before, from, to, after) = (points[Math.Max(0, i - 1)], points[i], points[i + 1], points[Math.Min(points.Count - 1, i + 2)]);
            var (ax, ay) = (from.X + ((to.X - before.X) / Tension), from.Y + ((to.Y - before.Y) / Tension));
            var (bx, by) = (to.X - ((after.X - from.X) / Tension), to.Y - ((after.Y - from.Y) / Tension));
            path.Append(CultureInfo.InvariantCulture, $"C{ax:0.#} {ay:0.#} {bx:0.#} {by:0.#} {to.X:0.#} {to.Y:0.#}");
        }

        return path.ToString();
    }
}
