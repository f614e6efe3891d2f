using System.Text;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams.Tests;

/// <summary>What other tools wrote is read, and leaves as it came.</summary>
public sealed class ReadingTests
{
    public static TheoryData<string> Suite => ["A.1.0.bpmn", "A.2.0.bpmn", "A.2.1.bpmn", "A.3.0.bpmn", "A.4.0.bpmn", "A.4.1.bpmn", "B.1.0.bpmn", "C.1.0.bpmn", "C.1.1.bpmn", "C.9.0.bpmn"];

    [Theory]
    [MemberData(nameof(Suite))]
    public void A_drawing_of_the_interchange_suite_leaves_byte_for_byte_and_written_anew_says_the_same(string name)
    {
        var content = File.ReadAllBytes(Corpus.Bpmn(name));
        var document = BpmnDocument.Read(content);

        document.Original.ToArray().ShouldBe(content);
        document.HasDrawing.ShouldBeTrue();
        var anew = BpmnDocument.Read(document.Rewritten());
        XNode.DeepEquals(XDocument.Parse(Text(content), LoadOptions.PreserveWhitespace).Root, XDocument.Parse(Text(document.Rewritten()), LoadOptions.PreserveWhitespace).Root).ShouldBeTrue();
        anew.Elements.Select(element => element with { Line = 0 }).ShouldBe(document.Elements.Select(element => element with { Line = 0 }));
        anew.Drawings.SelectMany(drawing => drawing.Shapes).ShouldBe(document.Drawings.SelectMany(drawing => drawing.Shapes));
    }

    [Theory]
    [MemberData(nameof(Suite))]
    public void Drawn_anew_it_keeps_everything_but_where_it_stands(string name)
    {
        var document = BpmnDocument.Read(File.ReadAllBytes(Corpus.Bpmn(name)));

        var again = document.Redrawn(LayOut.Run(document));

        Without(again).ShouldBe(Without(document));
        again.Elements.Count(element => element.IsNode).ShouldBe(document.Elements.Count(element => element.IsNode));
        again.Drawings.Single().Shapes.Select(shape => shape.Element).ShouldBeUnique();

        static string Without(BpmnDocument document)
        {
            var root = new XElement(document.Root);
            root.Elements().Where(element => element.Name.LocalName == "BPMNDiagram").Remove();
            root.DescendantNodes().OfType<XText>().Where(text => string.IsNullOrWhiteSpace(text.Value)).Remove();
            return root.ToString(SaveOptions.DisableFormatting);
        }
    }

    [Fact]
    public void Pools_lanes_events_and_their_places_are_known()
    {
        var document = BpmnDocument.Read(File.ReadAllBytes(Corpus.Bpmn("B.1.0.bpmn")));

        document.Elements.Count(element => element.Kind == ElementKind.Pool).ShouldBeGreaterThan(1);
        document.Elements.ShouldContain(element => element.Kind == ElementKind.Lane);
        document.Elements.ShouldContain(element => element.Kind == ElementKind.MessageFlow);
        document.Elements.ShouldContain(element => element.Kind == ElementKind.Data);
        document.Elements.Where(element => element.IsNode && element.Lane is not null).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ISO-8859-1")]
    [InlineData("utf-16")]
    public void The_declared_encoding_is_read_and_kept(string encoding)
    {
        var text = Encoding.UTF8.GetString(Given.Bytes(Given.Start + Given.Task("verifier", "Vérifier") + Given.Flow("start", "verifier"))).Replace("UTF-8", encoding, StringComparison.Ordinal);
        var document = BpmnDocument.Read([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)]);

        document.Find("verifier")!.Name.ShouldBe("Vérifier");
        document.Redrawn(LayOut.Run(document)).Find("verifier")!.Name.ShouldBe("Vérifier");
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("PK\u0003\u0004rest", "archive")]
    [InlineData("hello", "XML")]
    [InlineData("<html><body/></html>", "page web")]
    [InlineData("<mxfile/>", "diagrams.net")]
    [InlineData("<Package xmlns='http://www.wfmc.org/2009/XPDL2.2'/>", "XPDL")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/DMN/20180521/MODEL/'/>", "DMN")]
    [InlineData("<definitions xmlns='urn:other'/>", "urn:other")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "DOCTYPE")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n<lost:task/></definitions>", "Ligne 2 : le préfixe « lost »")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n<process id='p'>", "Ligne 2")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>\n<task/></process></definitions>", "Ligne 2 : un élément « task » n’a pas d’identifiant")]
    public void Refuses_what_is_no_drawing_and_says_what_where_and_what_to_do(string content, string said) =>
        Plain(InFrench(() => Should.Throw<Refused>(() => BpmnDocument.Read(Encoding.UTF8.GetBytes(content))).Message)).ShouldContain(said);

    [Fact]
    public void Refuses_two_elements_of_one_identifier_and_names_both_lines() =>
        InFrench(() => Should.Throw<Refused>(() => Given.Process(Given.Task("a") + "\n" + Given.Task("a"))).Message).ShouldContain("lignes 3 et 4");

    [Fact]
    public void Refuses_what_is_nested_without_end_or_too_large()
    {
        const string TooLarge = "dépasse ce qui est lu : 6 Mo";
        var parts = Enumerable.Range(0, BpmnXml.MaxDepth).ToList();
        Refusal(string.Concat(parts.Select(at => $"<subProcess id='s{at}'>")) + string.Concat(parts.Select(_ => "</subProcess>")))
            .ShouldContain("emboîtés sur plus de 200 niveaux");
        Refusal(string.Concat(Enumerable.Range(0, BpmnDocument.MaxElements + 1).Select(at => Given.Task("t" + at))))
            .ShouldContain(TooLarge);
        Refusal(string.Concat(Enumerable.Repeat("<x:a/>", BpmnXml.MaxTags))).ShouldContain(TooLarge);
        Refusal($"<!--{new string('.', BpmnDocument.MaxBytes)}-->").ShouldContain(TooLarge);

        static string Refusal(string content) => InFrench(() => Should.Throw<Refused>(() => Given.Process(content)).Message);
    }

    [Fact]
    public void Refuses_more_shapes_than_its_elements_can_have()
    {
        static string Shapes(int count) => string.Concat(Enumerable.Repeat("<di:BPMNShape/>", count));
        static void Read(int count) => Given.Definitions($"<di:BPMNDiagram><di:BPMNPlane>{Shapes(count)}</di:BPMNPlane></di:BPMNDiagram>");

        Should.NotThrow(() => Read(ReadDrawings.MaxDrawn));
        InFrench(() => Should.Throw<Refused>(() => Read(ReadDrawings.MaxDrawn + 1)).Message).ShouldContain("formes et flux");
    }

    [Fact]
    public void Refuses_an_identifier_with_a_colon_and_two_processes_of_one_identifier()
    {
        InFrench(() => Should.Throw<Refused>(() => Given.Process(Given.Task("b") + "\n" + Given.Task("x:b"))).Message)
            .ShouldStartWith("Ligne 4 : l’identifiant « x:b »");
        InFrench(() => Should.Throw<Refused>(() => Given.Definitions("<process id='p'/>\n<process id='p'/>")).Message)
            .ShouldContain("« p » est porté deux fois, lignes 3 et 4");
    }

    [Fact]
    public void Pools_groups_and_steps_have_the_names_that_they_refer_to()
    {
        var document = Given.Definitions("""
            <resource id="r" name="Paie"/><category id="k"><categoryValue id="v" value="Clôture"/></category>
            <collaboration id="c"><participant id="pool" processRef="own:p"/><group id="g" categoryValueRef="own:v"/></collaboration>
            <process id="p" name="Salaires">
              <task id="t"><potentialOwner id="o"><resourceRef>own:r</resourceRef></potentialOwner></task>
            </process>
            """);

        document.Find("pool")!.Name.ShouldBe("Salaires");
        document.Find("g")!.Name.ShouldBe("Clôture");
        document.Find("t")!.Performer.ShouldBe("Paie");
    }

    [Fact]
    public void A_choreography_inside_a_choreography_is_read()
    {
        const string Parts = "<participantRef>a</participantRef><messageFlowRef>m</messageFlowRef>";
        const string Inside = $"<subChoreography id='s'>{Parts}<choreographyTask id='t'>{Parts}</choreographyTask></subChoreography>";

        var document = Given.Definitions($"<choreography id='c'>{Inside}</choreography>");

        document.Elements.Select(element => (element.Id, element.Scope)).ShouldBe([("s", "c"), ("t", "s")]);
    }

    [Fact]
    public void A_process_of_several_pools_is_drawn_once_and_the_other_pools_are_closed()
    {
        var pools = string.Concat(Enumerable.Range(0, 3).Select(at => $"<participant id='pool{at}' processRef='p'/>"));

        var drawing = LayOut.Run(Given.Definitions($"<collaboration id='c'>{pools}</collaboration><process id='p'><task id='t'/></process>"));

        drawing.Shapes.Select(shape => shape.Element).ShouldBe(["pool0", "t", "pool1", "pool2"]);
    }

    [Fact]
    public void A_qualified_reference_is_understood_and_a_step_is_in_the_lane_that_is_drawn_around_it()
    {
        var document = BpmnDocument.Read(Encoding.UTF8.GetBytes("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:own="urn:test" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="urn:test">
              <process id="p"><laneSet id="l"><lane id="l1" name="Paie"/></laneSet><task id="t" name="Calculer"/><boundaryEvent id="b" attachedToRef="own:t"/></process>
              <di:BPMNDiagram id="x"><di:BPMNPlane id="y" bpmnElement="p">
                <di:BPMNShape id="l1s" bpmnElement="own:l1"><dc:Bounds x="0" y="0" width="400" height="200"/></di:BPMNShape>
                <di:BPMNShape id="ts" bpmnElement="t"><dc:Bounds x="100" y="50" width="100" height="80"/></di:BPMNShape>
              </di:BPMNPlane></di:BPMNDiagram>
            </definitions>
            """));

        document.Find("b")!.AttachedTo.ShouldBe("t");
        document.Find("t")!.Lane.ShouldBe("l1");
    }

    private static string Text(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    internal static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    internal static string InFrench(Func<string> said)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("fr");
        try
        {
            return Plain(said());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
