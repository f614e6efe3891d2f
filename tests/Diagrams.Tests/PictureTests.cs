using System.Xml.Linq;

namespace Pupitre.Diagrams.Tests;

/// <summary>Pictures are well formed, say what they show, and run nothing.</summary>
public sealed class PictureTests
{
    [Theory]
    [MemberData(nameof(ReadingTests.Suite), MemberType = typeof(ReadingTests))]
    public void Everything_that_is_drawn_in_the_file_is_on_the_picture(string name)
    {
        var document = BpmnDocument.Read(File.ReadAllBytes(Corpus.Bpmn(name)));

        var svg = XDocument.Parse(DrawPicture.Run(document, document.Drawings[0], new PictureAbout("p", "Titre", "Description", IsAlone: true)));

        var drawn = svg.Descendants().Attributes("data-element").Select(attribute => attribute.Value).ToHashSet();
        document.Drawings[0].Shapes.Select(shape => shape.Element).Concat(document.Drawings[0].Edges.Select(edge => edge.Element)).Where(id => document.Find(id) is not null).ShouldBeSubsetOf(drawn);
        svg.Root!.Elements().First().Value.ShouldBe("Titre");
        svg.Descendants().ShouldNotContain(element => element.Name.LocalName == "script" || element.Name.LocalName == "image" || element.Name.LocalName == "foreignObject");
    }

    [Fact]
    public void Markup_in_names_and_identifiers_stays_text()
    {
        var document = Given.Process("""<task id="a&quot;&gt;&lt;script&gt;" name="&lt;script&gt;alert(1)&lt;/script&gt;"/>""");

        var picture = DrawPicture.Run(document, LayOut.Run(document), new PictureAbout("p", "<b>", "d"));

        picture.ShouldNotContain("<script");
        picture.ShouldNotContain("<b>");
        Should.NotThrow(() => XDocument.Parse(picture));
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out() =>
        SvgText.Safe("a\u0001\uFFFE\uFFFF\uD83D<\uDE00\t\uD83D\uDE00").ShouldBe("a&lt; \uD83D\uDE00");

    [Fact]
    public void What_is_drawn_very_small_has_no_size_below_nothing()
    {
        var document = Given.Process("""<transaction id="t"/><intermediateCatchEvent id="e"/>""");
        var box = new Box(0, 0, 2, 2);
        var shapes = document.Elements.Select(shown => new DrawnShape(shown.Id, box, Label: null, IsHorizontal: true, IsExpanded: true));

        var svg = XDocument.Parse(DrawPicture.Run(document, new Drawing("", "p", [.. shapes], []), new PictureAbout("p", "t", "d")));

        svg.Descendants().Attributes().Where(size => size.Name.LocalName is "width" or "height" or "r")
            .ShouldAllBe(size => !size.Value.StartsWith('-'));
    }

    [Fact]
    public void A_mark_has_a_sign_and_a_sentence()
    {
        var document = DrawSteps.Run("Facture", Given.Payment);
        var marks = new Dictionary<string, PictureMark> { ["Step_saisir"] = new(PictureMarkKind.Added, "+", "Ajouté : saisir") };

        var picture = DrawPicture.Run(document, document.Drawings[0], new PictureAbout("p", "t", "d"), marks);

        picture.ShouldContain("pu-dg-added");
        picture.ShouldContain(">+</text>");
        picture.ShouldContain("<title>Ajouté : saisir</title>");
    }

    [Fact]
    public void A_long_word_is_cut_and_a_long_name_ends_in_dots()
    {
        Words.Wrap(new string('m', 60), 100, 4).Count.ShouldBe(4);
        Words.Wrap("un deux trois quatre cinq six", 40, 2)[^1].ShouldEndWith("…");
        Words.Wrap("", 40, 2).ShouldBeEmpty();
    }

    // Seen in bpmn-js 18.31: "unsupported bpmnElement for <bpmndi:BPMNPlane />: <bpmn:Definitions />".
    [Fact]
    public void A_file_that_bears_the_identifier_of_its_element_is_said_not_to_open()
    {
        var text = System.Text.Encoding.UTF8.GetString(DrawSteps.Run("Facture", Given.Payment).Original.Span);
        var renamed = text.Replace("id=\"Definitions_1\"", "id=\"Collaboration_1\"", StringComparison.Ordinal);

        renamed.ShouldNotBe(text);
        var document = BpmnDocument.Read(System.Text.Encoding.UTF8.GetBytes(renamed));
        EditorLosses.Run(document).ShouldHaveSingleItem().ShouldContain("ne l’ouvre pas");
    }

    [Fact]
    public void A_drawing_made_by_the_program_loses_nothing_in_an_editor() => EditorLosses.Run(DrawSteps.Run("Facture", Given.Payment)).ShouldBeEmpty();

    [Fact]
    public void What_an_editor_would_lose_is_listed()
    {
        var document = Given.Process("""<documentation><b xmlns="urn:h">gras</b></documentation><task id="a" name="un&#9;deux"/>""" + """<sequenceFlow id="f" sourceRef="own:a" targetRef="a"/>""");

        EditorLosses.Run(document).Length.ShouldBe(3);
    }

    [Fact]
    public void The_drawing_of_a_process_beside_a_collaboration_would_be_lost_in_an_editor()
    {
        const string Shape = "<di:BPMNShape bpmnElement='a'><dc:Bounds width='9' height='9'/></di:BPMNShape>";
        static string Drawn(string plane) => $"<di:BPMNDiagram><di:BPMNPlane bpmnElement='{plane}'>{Shape}</di:BPMNPlane></di:BPMNDiagram>";
        const string Content = "<collaboration id='c'><participant id='a'/></collaboration><process id='p'/>";

        EditorLosses.Run(Given.Definitions(Content + Drawn("c"))).ShouldBeEmpty();
        EditorLosses.Run(Given.Definitions(Content + Drawn("p"))).Length.ShouldBe(1);
    }
}
