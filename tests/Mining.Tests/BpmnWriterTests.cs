using System.Xml.Linq;
using CsCheck;

namespace Pupitre.Mining.Tests;

public class BpmnWriterTests
{
    [Fact]
    public void A_drawing_that_was_written_says_what_the_tree_says() => Trees.Any.Sample(tree =>
        Language.Of(ModelFile.Read(Written(tree)).Net, 4).SetEquals(Trees.Language(tree, 4)), iter: 500);

    [Theory]
    [InlineData("two\nlines")]
    [InlineData(" spaced  twice ")]
    [InlineData("a <b> & 'c' \"é\" \t 日本")]
    public void Names_are_kept(string name) => Read(ProcessTree.Of(name)).Elements.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Fact]
    public void Every_task_is_an_element_that_deviations_can_be_drawn_on()
    {
        var model = Read(ProcessTree.Parse("->('a', X('b', tau), *('c', 'd'))"));

        model.Elements.Select(element => element.Name).Order().ShouldBe(["a", "b", "c", "d"]);
        model.Elements.Select(element => element.Id).Order().ShouldBe(model.Net.Transitions.Where(transition => !transition.IsSilent).Select(transition => transition.Element).OfType<string>().Order());
        model.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Shapes_never_overlap_and_lines_cross_no_shape() => Trees.Any.Sample(tree =>
    {
        var drawing = DrawTree.Run(TreeNormalForm.Of(tree));
        var shapes = drawing.Shapes.ToDictionary(shape => shape.Id, StringComparer.Ordinal);
        foreach (var shape in drawing.Shapes)
        {
            shapes.Values.Where(other => other != shape && Overlap(shape, other)).ShouldBeEmpty();
            (shape.X >= 0 && shape.Y >= 0).ShouldBeTrue();
        }

        foreach (var flow in drawing.Flows)
        {
            Touches(shapes[flow.Source], flow.Points[0]).ShouldBeTrue();
            Touches(shapes[flow.Target], flow.Points[^1]).ShouldBeTrue();
            foreach (var (from, to) in flow.Points.Zip(flow.Points.Skip(1)))
            {
                (from.X == to.X || from.Y == to.Y).ShouldBeTrue("lines are level or upright");
                shapes.Values.Where(shape => Crosses(shape, from, to)).ShouldBeEmpty();
            }
        }
    });

    [Fact]
    public void Every_element_has_its_shape_and_every_flow_its_line()
    {
        var xml = XDocument.Load(Written(ProcessTree.Parse("->('a', +('b', *('c', tau)), X('d', 'e'))"))).Root!;
        var process = xml.Elements().Single(element => element.Name.LocalName == "process");
        var drawn = xml.Descendants().Select(element => element.Attribute("bpmnElement")?.Value).OfType<string>().ToHashSet();

        process.Elements().Select(element => element.Attribute("id")!.Value).Append("Process_1").ShouldBe(drawn, ignoreOrder: true);
        xml.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ShouldBeUnique();
    }

    [Fact]
    public void More_tasks_than_one_can_read_are_not_drawn() =>
        Should.Throw<ArgumentException>(() => Written(ProcessTree.Of(TreeOperator.Sequence, [.. Enumerable.Range(0, BpmnWriter.MostTasks + 1).Select(number => ProcessTree.Of("a" + number))])));

    private static bool Overlap(DrawnShape one, DrawnShape other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    private static bool Touches(DrawnShape shape, DrawnPoint point) =>
        (point.X == shape.X || point.X == shape.X + shape.Width) ? point.Y == shape.Y + (shape.Height / 2)
        : (point.Y == shape.Y || point.Y == shape.Y + shape.Height) && point.X == shape.X + (shape.Width / 2);

    private static bool Crosses(DrawnShape shape, DrawnPoint from, DrawnPoint to) =>
        Math.Min(from.X, to.X) < shape.X + shape.Width && shape.X < Math.Max(from.X, to.X) + (from.X == to.X ? 1 : 0)
        && Math.Min(from.Y, to.Y) < shape.Y + shape.Height && shape.Y < Math.Max(from.Y, to.Y) + (from.Y == to.Y ? 1 : 0);

    private static ProcessModel Read(ProcessTree tree) => ModelFile.Read(Written(tree));

    private static MemoryStream Written(ProcessTree tree)
    {
        var stream = new MemoryStream();
        BpmnWriter.Write(tree, stream);
        stream.Position = 0;
        return stream;
    }
}
