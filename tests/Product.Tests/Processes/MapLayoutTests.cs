using System.Globalization;
using CsCheck;
using Pupitre.Processes.Links;
using Pupitre.ProcessMap.Picture;

namespace Pupitre.Product.Tests.Processes;

/// <summary>A map of any shape is laid out so that it can be read: no box on another, no line through a box.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class MapLayoutTests
{
    private const int Bands = 3;

    private static readonly Gen<(int[] Bands, GraphLink[] Links)> _maps = Gen.Int[Bands, 30].SelectMany(count => Gen.Select(
        Gen.Int[0, Bands - 1].Array[count].Select(bands => (int[])[.. bands.Take(count - Bands), .. Enumerable.Range(0, Bands)]),
        Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Where((from, to) => from != to)
            .Select((from, to) => new GraphLink(from, to, null)).Array[0, 40].Select(links => links.DistinctBy(link => (link.From,
                link.To)).ToArray()),
        (bands, links) => (bands, links)));

    [Fact]
    public void Boxes_stand_apart_each_in_its_band_and_lines_run_between_them() => _maps.Sample(map =>
    {
        var layout = LayOutMap.Run(map.Bands, map.Links);

        layout.Boxes.Distinct().Count().ShouldBe(map.Bands.Length);
        foreach (var (at, box) in layout.Boxes.Index())
        {
            var band = layout.Bands[map.Bands[at]];
            (box.Y > band.Y && box.Y + MapSizes.BoxHeight < band.Y + band.Height).ShouldBeTrue("A box stands in its band.");
            (box.X + MapSizes.BoxWidth < layout.Width && box.Y + MapSizes.BoxHeight < layout.Height).ShouldBeTrue();
            foreach (var other in layout.Boxes.Take(at))
            {
                var apart = Math.Abs(box.X - other.X) >= MapSizes.BoxWidth || Math.Abs(box.Y - other.Y) >= MapSizes.BoxHeight;
                apart.ShouldBeTrue("No box lies on another.");
            }
        }

        foreach (var path in layout.Paths)
        {
            Stretches(path).Any(stretch => layout.Boxes.Any(box => Crosses(stretch, box))).ShouldBeFalse(path);
        }
    }, iter: 300);

    [Fact]
    public void The_same_map_is_drawn_the_same() => _maps.Sample(map =>
        LayOutMap.Run(map.Bands, map.Links).Paths.ShouldBe(LayOutMap.Run(map.Bands, map.Links).Paths), iter: 50);

    [Fact]
    public void What_feeds_stands_left_of_what_it_feeds_and_only_circles_lead_back()
    {
        var layout = LayOutMap.Run([0, 0, 0, 0], [new(0, 1, null), new(1, 2, null), new(2, 1, null), new(2, 3, null)]);

        layout.Boxes.Select(box => box.X).ShouldBe(layout.Boxes.Select(box => box.X).Order());
        layout.Back.ShouldBe([(2, 1)]);
    }

    [Fact]
    public void A_chain_longer_than_the_map_is_wide_is_pressed_together()
    {
        var chain = Enumerable.Range(0, 59).Select(at => new GraphLink(at, at + 1, null)).ToList();

        var layout = LayOutMap.Run([.. Enumerable.Repeat(0, 60)], chain);

        layout.Boxes.Select(box => box.X).Distinct().Count().ShouldBe(MapCells.MaxColumns);
    }

    // Corners apart: what lies between two of them runs across or down.
    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Stretches(string path)
    {
        var numbers = path.Split(['M', 'L', 'Q', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part,
            CultureInfo.InvariantCulture)).ToList();
        var points = numbers.Chunk(2).Select(pair => (X: pair[0], Y: pair[1])).ToList();
        return points.Zip(points.Skip(1));
    }

    private static bool Crosses(((double X, double Y) From, (double X, double Y) To) stretch, (double X, double Y) box) =>
        Math.Max(stretch.From.X, stretch.To.X) > box.X + 0.1 && Math.Min(stretch.From.X, stretch.To.X) < box.X + MapSizes.BoxWidth - 0.1
        && Math.Max(stretch.From.Y, stretch.To.Y) > box.Y && Math.Min(stretch.From.Y, stretch.To.Y) < box.Y + MapSizes.BoxHeight;
}
