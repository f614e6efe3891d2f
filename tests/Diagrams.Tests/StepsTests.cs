using Pupitre.Kernel;

namespace Pupitre.Diagrams.Tests;

/// <summary>A list of steps becomes a drawing that passes its own checks.</summary>
public sealed class StepsTests
{
    [Fact]
    public void Steps_become_lanes_choices_and_parallel_ways_that_meet_again()
    {
        var document = DrawSteps.Run("Facture fournisseur", Given.Payment);

        document.Elements.Where(element => element.Kind == ElementKind.Lane).Select(lane => lane.Name).ShouldBe(["Secrétariat", "Cabinet", "Dirigeante"]);
        document.Elements.Count(element => element.Type == "parallelGateway").ShouldBe(2);
        document.Elements.Count(element => element.Type == "exclusiveGateway").ShouldBe(2);
        document.Elements.Single(element => element.Name.StartsWith("écart", StringComparison.Ordinal)).Name.ShouldBe("écart (15 %)");
        CheckDiagram.Run(document).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_steps_give_the_same_bytes() =>
        DrawSteps.Run("Facture", Given.Payment).Original.ToArray().ShouldBe(DrawSteps.Run("Facture", Given.Payment).Original.ToArray());

    [Fact]
    public void Fifty_steps_pass_their_own_checks_and_nothing_lies_on_anything() => Check(DrawSteps.Run("Long", Given.Many(50)));

    [Fact]
    public void A_choice_inside_parallel_ways_is_closed_before_they_meet()
    {
        var document = DrawSteps.Run("Mixte",
        [
            new("a", "Ouvrir", "Nous", [new("b"), new("c")]),
            new("b", "Trier", "Nous", [new("d", 50), new("e", 50)]),
            new("d", "Traiter", "Nous", [new("f")]),
            new("e", "Renvoyer", "Nous", [new("f")]),
            new("c", "Prévenir", "Cabinet", [new("f")]),
            new("f", "Clore", "Nous", []),
        ]);

        CheckDiagram.Run(document).ShouldBeEmpty();
        Check(document);
    }

    [Fact]
    public void A_process_that_begins_inside_a_circle_has_a_start()
    {
        var document = DrawSteps.Run("Relance", [new("a", "Relancer", "Nous", [new("b")]), new("b", "Attendre", "Nous", [new("a", null, "impayé"), new("c", null, "payé")]), new("c", "Classer", "Nous", [])]);

        CheckDiagram.Run(document).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_repeats_itself_is_drawn() => Check(DrawSteps.Run("Encore", [new("a", "Relancer", null, [new("a", 40, "sans réponse"), new("b", 60)]), new("b", "Clore", null, [])]));

    [Fact]
    public void Refuses_what_cannot_be_drawn()
    {
        Said([]).ShouldContain("au moins une étape");
        Said([new("a", " ", "Nous", [])]).ShouldContain("pas de nom");
        Said([new("a", "Un", "Nous", [new("z")])]).ShouldContain("« z », qui n’existe pas");
        Said([new("a", "Un", "Nous", []), new("a", "Deux", "Nous", [])]).ShouldContain("déjà pris");
        Said([new("a", "Un", "Nous", [new("b", 60), new("a", 50)]), new("b", "Deux", "Nous", [])]).ShouldContain("110 %");
        Said([new("a", "Un", "Nous", [new("b", -1)]), new("b", "Deux", "Nous", [])]).ShouldContain("négative");

        static string Said(IReadOnlyList<ProcessStep> steps) => ReadingTests.InFrench(() => Should.Throw<Refused>(() => DrawSteps.Run("Essai", steps)).Message);
    }

    [Fact]
    public void A_name_keeps_what_XML_would_break()
    {
        var document = DrawSteps.Run("A & B <c>", [new("é?1", "Dire \"oui\"\r\n\tou <non> & \u0001", null, [])]);

        document.Elements.Single(element => element.Kind == ElementKind.Activity).Name.ShouldBe("Dire \"oui\" ou <non> & \uFFFD");
    }

    [Fact]
    public void Nine_thousand_elements_are_read_drawn_and_checked()
    {
        var tasks = (BpmnDocument.MaxElements / 2) - 1;
        var content = Given.Bytes(Given.Start + string.Concat(Enumerable.Range(0, tasks).Select(at => Given.Task("t" + at))) + Given.Flow("start", "t0")
            + string.Concat(Enumerable.Range(1, tasks - 1).Select(at => Given.Flow("t" + (at * 7 / 8), "t" + at))));

        var document = BpmnDocument.Read(content);
        var drawing = LayOut.Run(document, TestContext.Current.CancellationToken);
        var picture = DrawPicture.Run(document, drawing, new PictureAbout("a", "t", "d"));
        CheckDiagram.Run(document, TestContext.Current.CancellationToken).ShouldNotBeEmpty();

        drawing.Shapes.Length.ShouldBe(tasks + 1);
        picture.Length.ShouldBeGreaterThan(tasks);
    }

    /// <summary>Every step has its place, in its lane, on nothing else; every way begins and ends at its steps.</summary>
    internal static void Check(BpmnDocument document)
    {
        var drawing = document.Drawings.Single();
        var boxes = drawing.Shapes.ToDictionary(shape => shape.Element, shape => shape.Bounds);
        var nodes = document.Elements.Where(element => element.IsNode && element.AttachedTo is null).ToList();
        foreach (var node in nodes)
        {
            boxes.ShouldContainKey(node.Id);
            if (node.Lane is { } lane)
            {
                boxes[lane].Holds(boxes[node.Id].Centre).ShouldBeTrue(node.Id);
            }

            nodes.Where(other => other != node && other.Scope == node.Scope && Overlap(boxes[node.Id], boxes[other.Id])).ShouldBeEmpty(node.Id);
        }

        foreach (var edge in drawing.Edges.Where(edge => document.Find(edge.Element)!.Kind == ElementKind.SequenceFlow))
        {
            var flow = document.Find(edge.Element)!;
            Touches(boxes[document.Find(flow.Source)!.Id], edge.Points[0]).ShouldBeTrue(flow.Id);
            Touches(boxes[document.Find(flow.Target)!.Id], edge.Points[^1]).ShouldBeTrue(flow.Id);
            Enumerable.Range(1, edge.Points.Length - 1).ShouldAllBe(at => edge.Points[at].X == edge.Points[at - 1].X || edge.Points[at].Y == edge.Points[at - 1].Y);
        }

        static bool Overlap(Box one, Box two) => one.X < two.Right && two.X < one.Right && one.Y < two.Bottom && two.Y < one.Bottom;
        static bool Touches(Box box, Spot spot) => new Box(box.X - 1, box.Y - 1, box.Width + 2, box.Height + 2).Holds(spot);
    }
}
