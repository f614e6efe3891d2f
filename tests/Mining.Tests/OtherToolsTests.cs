using System.Text;
using static Pupitre.Mining.Tests.Drawing;

namespace Pupitre.Mining.Tests;

/// <summary>Models as other tools write them: their encodings, their qualified names, and what they say beside what is read.</summary>
public class OtherToolsTests
{
    private const string Attached = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:own="urn:own" targetNamespace="urn:own"><process id="P">
          <startEvent id="s"/><subProcess id="t" name="T"><startEvent id="i"/><endEvent id="x"><errorEventDefinition errorRef="own:err"/></endEvent><sequenceFlow id="f0" sourceRef="i" targetRef="x"/></subProcess>
          <boundaryEvent id="b" attachedToRef="own:t"><errorEventDefinition errorRef="err"/></boundaryEvent><task id="u" name="U"/><endEvent id="e"/><endEvent id="e2"/>
          <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/><sequenceFlow id="f3" sourceRef="b" targetRef="u"/><sequenceFlow id="f4" sourceRef="u" targetRef="e2"/>
        </process></definitions>
        """;

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ISO-8859-1")]
    [InlineData("iso-8859-15")]
    [InlineData("utf-16")]
    [InlineData("UTF-8")]
    public void The_declared_encoding_is_known(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var model in (string[])
        [
            """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"><startEvent id="s"/><task id="a" name="Vérifier"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/></process></definitions>""",
            """<pnml><net id="n" type="ptnet"><place id="i"/><place id="o"/><transition id="t"><name><text>Vérifier</text></name></transition><arc id="x" source="i" target="t"/><arc id="y" source="t" target="o"/></net></pnml>""",
        ])
        {
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?>{model}")];
            ModelFile.Read(new MemoryStream(bytes), token: TestContext.Current.CancellationToken).Net.Transitions.Select(step => step.Label).OfType<string>().ShouldBe(["Vérifier"]);
        }
    }

    [Fact]
    public void References_may_be_qualified_names() => Language.Of(ReadXml(Attached).Net, 4).ShouldBe(["U"]);

    [Fact]
    public void A_qualified_border_interrupts_its_task() => LanguageOf(
        """<startEvent id="s"/><task id="t" name="T"/><boundaryEvent id="b" attachedToRef=" own:t "/><task id="u" name="U"/><endEvent id="e"/>""" + Flows("s->t->e", "b->u->e")).ShouldBe(["T", "U"]);

    [Theory]
    [InlineData("<categoryValueRef>own:c</categoryValueRef>")]
    [InlineData("<supportedInterfaceRef>own:i</supportedInterfaceRef>")]
    [InlineData("<auditing/><monitoring/><incoming>f</incoming><outgoing>own:f</outgoing><property id=\"p\"/><resourceRole/>")]
    public void What_changes_no_order_is_passed_over(string inside) => LanguageOf(
        $"""<startEvent id="s"/><subProcess id="p">{inside}<startEvent id="i"/><task id="t" name="T"/><endEvent id="o"/>{Flows("i->t->o")}</subProcess><endEvent id="e"/><sequenceFlow id="g1" sourceRef="s" targetRef="p"/><sequenceFlow id="g2" sourceRef="p" targetRef="e"/>""").ShouldBe(["T"]);

    /// <summary>xsd:boolean is written in two ways.</summary>
    [Theory]
    [InlineData("""<boundaryEvent id="x" attachedToRef="a" cancelActivity="0"/>""")]
    [InlineData("""<subProcess id="x" triggeredByEvent="1"/>""")]
    [InlineData("""<task id="x" isForCompensation="1"/>""")]
    public void A_flag_may_be_a_digit(string element) =>
        Should.Throw<UnreadableModel>(() => Read("""<startEvent id="s"/><endEvent id="e"/>""" + Tasks("a") + element + Flows("s->a->e"))).Element.ShouldBe("x");

    [Theory]
    [InlineData("""<transition id="t" guard="amount &gt; 500">{0}</transition>""", "", "guard (T)")]
    [InlineData("""<transition id="t">{0}<writeVariable>amount</writeVariable><readVariable>amount</readVariable></transition>""", "<variables><variable type=\"java.lang.Long\"><name>amount</name></variable></variables>", "readVariable (T), variables, writeVariable (T)")]
    [InlineData("""<transition id="t">{0}<condition><text>x = 1</text></condition></transition>""", "", "condition (T)")]
    [InlineData("""<transition id="t">{0}<priority><value>2</value></priority></transition>""", "<place id=\"c\"><capacity><text>3</text></capacity></place>", "capacity (c), priority (T)")]
    public void What_a_net_says_and_is_not_read_is_warned_of_by_name(string transition, string more, string named) =>
        Net(string.Format(System.Globalization.CultureInfo.InvariantCulture, transition, "<name><text>T</text></name>"), more).Warnings.ShouldContain(warning => warning.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("""<transition id="t"><name><text>T</text></name><graphics/><toolspecific tool="x"/><priority><value>0</value></priority><orientation><value>90</value></orientation></transition>""")]
    [InlineData("""<transition id="t" guard=""><name><text>T</text></name><timed><value>false</value></timed></transition>""")]
    public void What_says_nothing_is_not(string transition) => Net(transition, "").Warnings.ShouldBeEmpty();

    [Fact]
    public void A_transition_of_a_data_net_may_be_invisible() => Net("""<transition id="t" invisible="true"><name><text>tau 1</text></name></transition>""", "").Net.Transitions.ShouldHaveSingleItem().IsSilent.ShouldBeTrue();

    private static ProcessModel Net(string transition, string more) => ReadXml(
        $"""<pnml><net id="n" type="ptnet"><place id="i"><initialMarking><text>1</text></initialMarking></place><place id="o"/>{more}{transition}<arc id="x" source="i" target="t"/><arc id="y" source="t" target="o"/></net></pnml>""");
}
