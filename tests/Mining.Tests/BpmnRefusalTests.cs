using System.Text;
using static Pupitre.Mining.Tests.Drawing;

namespace Pupitre.Mining.Tests;

public class BpmnRefusalTests
{
    private const string Ends = """<startEvent id="s"/><endEvent id="e"/>""";

    [Theory]
    [InlineData("""<boundaryEvent id="x" attachedToRef="a" cancelActivity="false"/>""")]
    [InlineData("""<subProcess id="x" triggeredByEvent="true"/>""")]
    [InlineData("""<adHocSubProcess id="x"/>""")]
    [InlineData("""<complexGateway id="x"/>""")]
    [InlineData("""<eventBasedGateway id="x" eventGatewayType="Parallel"/>""")]
    [InlineData("""<task id="x" isForCompensation="true"/>""")]
    [InlineData("""<wormhole id="x"/>""")]
    [InlineData("""<subProcess id="x"><multiInstanceLoopCharacteristics/><startEvent id="y"/></subProcess>""")]
    public void What_is_not_supported_is_refused_by_name(string element)
    {
        var refusal = Should.Throw<UnreadableModel>(() => Read(Ends + Tasks("a") + element + Flows("s->a->e")));

        refusal.Element.ShouldBe("x");
        refusal.Message.ShouldContain("« x »");
    }

    [Fact]
    public void A_process_without_a_start_is_refused() => Should.Throw<UnreadableModel>(() => Read(Tasks("a", "b") + Flows("a->b->a"))).Element.ShouldBe("P");

    [Fact]
    public void A_process_that_can_never_end_is_refused_with_where_it_waits()
    {
        var refusal = Should.Throw<UnreadableModel>(() =>
            Read(Ends + Tasks("a", "b") + Nodes("exclusiveGateway", "x") + """<parallelGateway id="y" name="Réunion"/>""" + Flows("s->x->a->y->e", "x->b->y")));

        refusal.Message.ShouldContain("Réunion");
    }

    [Fact]
    public void A_gateway_that_leads_nowhere_is_refused() =>
        Should.Throw<UnreadableModel>(() => Read(Ends + Tasks("a") + Nodes("exclusiveGateway", "x") + Flows("s->a->x"))).Element.ShouldBe("x");

    [Fact]
    public void A_flow_to_nowhere_is_refused() => Should.Throw<UnreadableModel>(() => Read(Ends + Tasks("a") + Flows("s->a->b"))).Message.ShouldContain("b");

    [Fact]
    public void A_stop_among_too_many_states_is_refused_with_its_name()
    {
        var names = Enumerable.Range(0, 20).Select(number => "t" + number).ToArray();
        var process = Ends + """<endEvent id="t"><terminateEventDefinition/></endEvent>""" + Tasks(names) + Nodes("parallelGateway", "x") + Flows(["s->x", "x->e", .. names.Select(name => $"x->{name}->t")]);

        Should.Throw<UnreadableModel>(() => Read(process)).Element.ShouldNotBeNull();
    }

    [Fact]
    public void What_nothing_leads_to_is_left_aside_with_a_warning()
    {
        var model = Read(Ends + Tasks("a", "lost", "after") + Nodes("parallelGateway", "alone") + Flows("s->a->e", "lost->after->lost"));

        Language.Of(model.Net, 5).ShouldBe(["a"]);
        model.Warnings.ShouldHaveSingleItem().ShouldContain("lost");
    }

    [Fact]
    public void What_may_get_stuck_is_warned_of() =>
        Read(Ends + Tasks("a", "b") + Nodes("exclusiveGateway", "x", "z") + """<parallelGateway id="y" name="Réunion"/>""" + Flows("s->x->a->y->e", "x->b->z->y", "z->e"))
            .Warnings.ShouldHaveSingleItem().ShouldContain("Réunion");

    [Fact]
    public void Two_steps_of_one_name_are_warned_of() =>
        Read(Ends + """<task id="a" name="A"/><task id="b" name="A"/>""" + Flows("s->a->b->e")).Warnings.ShouldHaveSingleItem().ShouldContain("« A »");

    [Theory]
    [InlineData("")]
    [InlineData("<a/>")]
    [InlineData("<definitions/>")]
    [InlineData("<definitions><process id='p'/></definitions>")]
    [InlineData("<!DOCTYPE definitions [<!ENTITY a 'b'>]><definitions>&a;</definitions>")]
    [InlineData("<definitions><process id='p'>")]
    public void Broken_files_are_refused(string xml) => Should.Throw<UnreadableModel>(() => ReadXml(xml));

    [Fact]
    public void Endless_depth_is_refused() =>
        Should.Throw<UnreadableModel>(() => ModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000)))))).Line.ShouldBe(1);

    [Theory]
    [InlineData("A.1.0", true)]
    [InlineData("A.2.0", true)]
    [InlineData("A.2.1", true)]
    [InlineData("A.3.0", false)]
    [InlineData("A.4.0", true)]
    [InlineData("A.4.1", true)]
    [InlineData("B.1.0", true)]
    [InlineData("C.1.0", true)]
    [InlineData("C.1.1", true)]
    [InlineData("C.9.0", false)]
    public void Public_drawings_are_read_or_refused_by_name(string name, bool isRead)
    {
        using var file = File.OpenRead(Corpus.File("bpmn", name + ".bpmn"));
        if (isRead)
        {
            var model = ModelFile.Read(file, token: TestContext.Current.CancellationToken);
            model.Net.Transitions.ShouldContain(transition => !transition.IsSilent);
        }
        else
        {
            Should.Throw<UnreadableModel>(() => ModelFile.Read(file, token: TestContext.Current.CancellationToken)).Element.ShouldNotBeNull();
        }
    }
}
