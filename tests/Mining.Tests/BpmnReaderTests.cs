using static Pupitre.Mining.Tests.Drawing;

namespace Pupitre.Mining.Tests;

public class BpmnReaderTests
{
    private const string Ends = """<startEvent id="s"/><endEvent id="e"/>""";

    [Fact]
    public void A_sequence_is_one_run() => LanguageOf(Ends + Tasks("a", "b") + Flows("s->a->b->e")).ShouldBe(["a b"]);

    [Fact]
    public void A_plain_drawing_needs_no_silent_step()
    {
        var model = Read(Ends + Tasks("a", "b", "c") + Nodes("exclusiveGateway", "x", "y") + Flows("s->x->a->y->c->e", "x->b->y"));

        (model.Net.Transitions.Length, model.Net.Transitions.Count(transition => transition.IsSilent), model.Warnings.Length).ShouldBe((3, 0, 0));
        model.Net.Transitions.Select(transition => transition.Element).Order().ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Exclusive_gateways_choose_and_loop() =>
        LanguageOf(Ends + Tasks("a", "b") + Nodes("exclusiveGateway", "x", "y") + Flows("s->x->a->y->e", "y->b->x"), 5).ShouldBe(["a", "a b a", "a b a b a"]);

    [Fact]
    public void Parallel_gateways_interleave() =>
        LanguageOf(Ends + Tasks("a", "b", "c") + Nodes("parallelGateway", "x", "y") + Flows("s->x->a->y->c->e", "x->b->y")).ShouldBe(["a b c", "b a c"]);

    [Fact]
    public void Several_flows_out_of_a_task_run_in_parallel_and_into_one_merge() =>
        LanguageOf(Ends + Tasks("a", "b", "c", "d") + Flows("s->a->b->d->e", "a->c->d")).ShouldBe(["a b c d d", "a b d c d", "a c b d d", "a c d b d"]);

    [Fact]
    public void Inclusive_gateways_of_a_block_take_any_of_the_ways()
    {
        var model = Read(Ends + Tasks("a", "b", "c") + Nodes("inclusiveGateway", "x", "y") + Flows("s->x->a->y->c->e", "x->b->y"));

        Language.Of(model.Net, 5).ShouldBe(["a b c", "a c", "b a c", "b c"]);
        model.Net.Places.ShouldAllBe(place => !place.StartsWith('s'), "a block stays concurrent, it is not played out");
    }

    [Fact]
    public void An_inclusive_default_way_is_taken_alone() =>
        LanguageOf(Ends + Tasks("a", "b", "c") + """<inclusiveGateway id="x" default="f2_x_c"/><inclusiveGateway id="y"/>""" + Flows("s->x->a->y->e", "x->b->y")
            + """<sequenceFlow id="f2_x_c" sourceRef="x" targetRef="c"/><sequenceFlow id="f3" sourceRef="c" targetRef="y"/>""").ShouldBe(["a", "a b", "b", "b a", "c"]);

    [Fact]
    public void Nested_inclusive_blocks_stay_blocks() =>
        LanguageOf(Ends + Tasks("a", "b", "c") + Nodes("inclusiveGateway", "x", "y", "u", "v") + Flows("s->x->u->a->v->y->e", "u->b->v", "x->c->y"))
            .ShouldBe(["a", "a b", "a b c", "a c", "a c b", "b", "b a", "b a c", "b c", "b c a", "c", "c a", "c a b", "c b", "c b a"]);

    /// <summary>The join waits for c only where it may still come: after a parallel split that no inclusive split answers.</summary>
    [Fact]
    public void An_inclusive_join_without_its_split_waits_for_what_may_come() =>
        LanguageOf(Ends + Tasks("a", "b", "c", "d") + Nodes("parallelGateway", "p") + Nodes("exclusiveGateway", "x") + Nodes("inclusiveGateway", "j")
            + """<endEvent id="e2"/>""" + Flows("s->p->a->j->d->e", "p->x->b->j", "x->c->e2")).ShouldBe(["a b d", "a c d", "a d c", "b a d", "c a d"]);

    [Fact]
    public void Conditional_flows_out_of_a_task_are_an_inclusive_choice() =>
        LanguageOf(Ends + """<task id="a" name="a" default="d"/>""" + Tasks("b", "c") + """
            <sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="b"><conditionExpression/></sequenceFlow>
            <sequenceFlow id="d" sourceRef="a" targetRef="c"/><sequenceFlow id="h" sourceRef="b" targetRef="e"/><sequenceFlow id="i" sourceRef="c" targetRef="e"/>
            """).ShouldBe(["a b", "a c"]);

    [Fact]
    public void A_process_is_complete_when_all_its_ends_are_reached() =>
        LanguageOf(Ends + """<endEvent id="e2"/>""" + Tasks("a", "b") + Nodes("parallelGateway", "p") + Flows("s->p->a->e", "p->b->e2")).ShouldBe(["a b", "b a"]);

    [Fact]
    public void Several_starts_are_alternatives() =>
        LanguageOf(Ends + """<startEvent id="s2"/>""" + Tasks("a", "b") + Flows("s->a->e", "s2->b->e")).ShouldBe(["a", "b"]);

    [Fact]
    public void A_subprocess_is_flattened_and_its_steps_keep_their_lane()
    {
        var model = Read("""<laneSet id="l"><lane id="l1" name="Prestataire"><flowNodeRef>sub</flowNodeRef></lane></laneSet>""" + Ends + Tasks("a")
            + $"""<subProcess id="sub" name="Sub"><startEvent id="s1"/><endEvent id="e1"/>{Tasks("b", "c")}{Flows("s1->b->e1", "s1->c->e1")}</subProcess>""" + Flows("s->sub->a->e"));

        Language.Of(model.Net, 5).ShouldBe(["b c a", "c b a"]);
        model.Elements.Select(element => (element.Id, element.Lane)).ShouldBe([("b", "Prestataire"), ("c", "Prestataire"), ("a", null)], ignoreOrder: true);
    }

    [Fact]
    public void A_subprocess_that_is_not_drawn_is_a_step_of_its_own() => LanguageOf(Ends + """<subProcess id="sub" name="Sub"/>""" + Flows("s->sub->e")).ShouldBe(["Sub"]);

    [Fact]
    public void A_loop_marker_repeats_its_step() =>
        LanguageOf(Ends + """<task id="a" name="a"><standardLoopCharacteristics/></task>""" + Flows("s->a->e"), 3).ShouldBe(["a", "a a", "a a a"]);

    [Fact]
    public void An_interrupting_event_takes_the_place_of_the_task() =>
        LanguageOf(Ends + Tasks("a", "b") + """<boundaryEvent id="x" attachedToRef="a"><timerEventDefinition/></boundaryEvent>""" + Flows("s->a->e", "x->b->e")).ShouldBe(["a", "b"]);

    [Fact]
    public void An_event_that_interrupts_a_subprocess_stops_all_that_runs_in_it() =>
        LanguageOf(Ends + Tasks("r") + $"""<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>{Tasks("b", "c")}{Flows("s1->b->e1", "s1->c->e1")}</subProcess>"""
            + """<boundaryEvent id="x" attachedToRef="sub"><timerEventDefinition/></boundaryEvent>""" + Flows("s->sub->e", "x->r->e"))
            .ShouldBe(["b c", "b c r", "b r", "c b", "c b r", "c r", "r"]);

    [Fact]
    public void An_error_leaves_its_subprocess_by_the_event_that_catches_it() =>
        LanguageOf(Ends + Tasks("r") + $"""<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/><endEvent id="err"><errorEventDefinition/></endEvent>{Tasks("b", "c")}{Flows("s1->b->e1", "s1->c->err")}</subProcess>"""
            + """<boundaryEvent id="x" attachedToRef="sub"><errorEventDefinition/></boundaryEvent>""" + Flows("s->sub->e", "x->r->e")).ShouldBe(["b c r", "c b r", "c r"]);

    [Fact]
    public void A_terminating_end_stops_what_runs_beside_it() =>
        LanguageOf(Ends + """<endEvent id="t"><terminateEventDefinition/></endEvent>""" + Tasks("a", "b") + Nodes("parallelGateway", "p") + Flows("s->p->a->t", "p->b->e"))
            .ShouldBe(["a", "a b", "b a"], ignoreOrder: true);

    [Fact]
    public void An_event_is_seen_when_the_log_speaks_of_it()
    {
        var process = Ends + """<intermediateCatchEvent id="i" name="Papers&#10;received"/>""" + Tasks("a") + Flows("s->a->i->e");

        Language.Of(Read(process).Net, 5).ShouldBe(["a"]);
        Language.Of(Read(process, new(["Papers received"])).Net, 5).ShouldBe(["a Papers received"]);
    }

    [Fact]
    public void Links_lead_on_by_name() =>
        LanguageOf(Ends + Tasks("a", "b") + """
            <intermediateThrowEvent id="t" name="L"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="c" name="L"><linkEventDefinition name="L"/></intermediateCatchEvent>
            """ + Flows("s->a->t", "c->b->e")).ShouldBe(["a b"]);

    [Fact]
    public void Two_pools_run_side_by_side_and_the_file_says_so()
    {
        var model = ReadXml($"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><collaboration id="c"><participant id="q" name="Nous" processRef="P"/><participant id="r" name="Eux" processRef="Q"/></collaboration>
            <process id="P">{Ends}{Tasks("a")}{Flows("s->a->e")}</process><process id="Q"><startEvent id="s2"/><endEvent id="e2"/>{Tasks("b")}{Flows("s2->b->e2")}</process></definitions>
            """);

        Language.Of(model.Net, 5).ShouldBe(["a b", "b a"]);
        model.Elements.Select(element => (element.Name, element.Party)).ShouldBe([("a", "Nous"), ("b", "Eux")]);
        model.Warnings.ShouldHaveSingleItem().ShouldContain("Nous");
    }

    [Fact]
    public void A_wide_parallel_block_is_read_though_its_states_are_too_many_to_be_checked()
    {
        var names = Enumerable.Range(0, 20).Select(number => "t" + number).ToArray();
        var model = Read(Ends + Tasks(names) + Nodes("parallelGateway", "x", "y") + Flows(["s->x", "y->e", .. names.Select(name => $"x->{name}->y")]));

        model.Net.Transitions.Count(transition => !transition.IsSilent).ShouldBe(20);
        Language.Accepts(model.Net, names).ShouldBeTrue();
        model.Warnings.ShouldHaveSingleItem();
    }
}
