using System.Collections.Immutable;
using System.Text;
using CsCheck;

namespace Pupitre.Mining.Tests;

public class PnmlTests
{
    private static readonly Gen<string> AnyName = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 1, 5], Gen.Const(" spaced "), Gen.Const("two\nlines"), Gen.Const("a <b> & 'c' \"é\""), Gen.Const("\ttab"));

    private static readonly Gen<PetriNet> AnyNet =
        from places in Gen.Int[1, 6]
        from initial in Gen.Int[0, 2].Array[places]
        from final in Gen.Int[0, 2].Array[places]
        from transitions in Gen.Select(AnyName, Gen.Bool, Gen.Int[0, places - 1].Array[0, 4], Gen.Int[0, places - 1].Array[0, 4], Gen.Bool).Array[1, 6]
        where initial.Any(tokens => tokens > 0) && final.Any(tokens => tokens > 0)
        select new PetriNet(
            [.. Enumerable.Range(0, places).Select(place => "p" + place)],
            [.. transitions.Select((parts, at) => new NetTransition("t" + at, parts.Item2 ? null : parts.Item1, [.. parts.Item3.Order()], [.. parts.Item4.Order()], parts.Item5 ? "e" + at : null))],
            [.. initial],
            [.. final]);

    [Fact]
    public void A_net_that_was_written_is_read_as_it_was() => AnyNet.Sample(net => Same(net, Read(Written(net)).Net));

    [Theory]
    [InlineData("running-example", 9, 10, 22)]
    [InlineData("receipt", 47, 69, 146)]
    [InlineData("road-traffic-fines", 25, 27, 68)]
    public void Public_nets_have_the_size_that_is_stated(string name, int places, int transitions, int arcs)
    {
        var model = ModelFile.Read(File.OpenRead(Corpus.File("models", name + ".pnml")), token: TestContext.Current.CancellationToken);

        (model.Net.Places.Length, model.Net.Transitions.Length, model.Net.ArcCount, model.Net.Initial.Sum(), model.Net.Final.Sum()).ShouldBe((places, transitions, arcs, 1, 1));
        Same(model.Net, Read(Written(model.Net)).Net).ShouldBeTrue();
    }

    [Fact]
    public void Weights_pages_and_references_count()
    {
        var model = Net("""
            <page id="1"><place id="a"><initialMarking><text> 2 </text></initialMarking></place><transition id="t"><name><text>T</text></name></transition>
              <page id="2"><place id="b"/><referencePlace id="r" ref="a"/></page></page>
            <page id="3"><referenceTransition id="u" ref="t"/><arc id="x" source="r" target="u"><inscription><text>2</text></inscription></arc><arc id="y" source="t" target="b"/></page>
            """);

        model.Net.Transitions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            transition => transition.Inputs.ShouldBe([0, 0]), transition => transition.Outputs.ShouldBe([1]), transition => transition.Label.ShouldBe("T"));
        model.Net.Final.ShouldBe([0, 1], "without a final marking, the sink place");
        model.Net.Initial.ShouldBe([2, 0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<name><text/></name>")]
    [InlineData("<name><text>\n  </text></name>")]
    [InlineData("""<name><text>tau</text></name><toolspecific tool="ProM" version="6.4" activity="$invisible$"/>""")]
    public void A_transition_without_a_name_or_marked_invisible_is_silent(string inner) =>
        Net($"""<place id="a"/><place id="b"/><transition id="t">{inner}</transition><arc id="x" source="a" target="t"/><arc id="y" source="t" target="b"/>""")
            .Net.Transitions.ShouldHaveSingleItem().IsSilent.ShouldBeTrue();

    [Fact]
    public void Several_final_markings_become_one_of_the_same_language() => Language.Of(
        Net("""
            <place id="a"/><place id="b"/><place id="c"/><transition id="t"><name><text>T</text></name></transition><transition id="u"><name><text>U</text></name></transition>
            <arc id="1" source="a" target="t"/><arc id="2" source="t" target="b"/><arc id="3" source="b" target="u"/><arc id="4" source="u" target="c"/>
            """, """<finalmarkings><marking><place idref="b"><text>1</text></place></marking><marking><place idref="c"><text>1</text></place></marking></finalmarkings>""").Net, 5).ShouldBe(["T", "T U"]);

    [Theory]
    [InlineData("<place id='a'/><place id='a'/>")]
    [InlineData("<place/>")]
    [InlineData("<place id='a'/><transition id='t'/><arc id='x' source='a' target='b'/>")]
    [InlineData("<place id='a'/><place id='b'/><transition id='t'/><arc id='x' source='a' target='b'/>")]
    [InlineData("<place id='a'/><transition id='t'/><arc id='x' source='a' target='t'><inscription><text>-1</text></inscription></arc>")]
    [InlineData("<place id='a'/><transition id='t'/><arc id='x' source='a' target='t'><inscription><text>2000000000</text></inscription></arc>")]
    [InlineData("<place id='a'/><transition id='t'/><arc id='x' source='a' target='t'><arctype><text>inhibitor</text></arctype></arc>")]
    [InlineData("<place id='a'/><transition id='t'/><arc id='x' source='a' target='t'/><arc id='y' source='t' target='a'/>")]
    [InlineData("<place id='a'/><referencePlace id='r' ref='q'/><referencePlace id='q' ref='r'/><transition id='t'/><arc id='x' source='r' target='t'/>")]
    [InlineData("")]
    public void A_broken_net_is_refused(string body) => Should.Throw<UnreadableModel>(() => Net(body)).Message.ShouldNotBeEmpty();

    [Fact]
    public void Parts_that_are_out_of_reach_are_warned_of()
    {
        var model = Net("""
            <place id="a"/><place id="b"/><place id="c"><initialMarking><text>1</text></initialMarking></place><transition id="t"><name><text>T</text></name></transition>
            <transition id="u"><name><text>U</text></name></transition><arc id="1" source="a" target="t"/><arc id="2" source="t" target="b"/><arc id="3" source="c" target="u"/><arc id="4" source="u" target="b"/>
            """);

        model.Warnings.ShouldHaveSingleItem().ShouldContain("« T »");
    }

    private static ProcessModel Net(string body, string after = "") => Read(Encoding.UTF8.GetBytes($"<pnml><net id='n' type='http://www.pnml.org/version-2009/grammar/ptnet'>{body}{after}</net></pnml>"));

    private static ProcessModel Read(byte[] bytes) => ModelFile.Read(new MemoryStream(bytes));

    private static byte[] Written(PetriNet net)
    {
        using var stream = new MemoryStream();
        PnmlWriter.Write(net, stream);
        return stream.ToArray();
    }

    private static bool Same(PetriNet one, PetriNet other) =>
        one.Places.SequenceEqual(other.Places) && one.Initial.SequenceEqual(other.Initial) && one.Final.SequenceEqual(other.Final)
        && one.Transitions.Select(Shown).SequenceEqual(other.Transitions.Select(Shown));

    private static string Shown(NetTransition transition) =>
        $"{transition.Id}|{transition.Label}|{transition.IsSilent}|{transition.Element}|{Shown(transition.Inputs)}|{Shown(transition.Outputs)}";

    private static string Shown(ImmutableArray<int> places) => string.Join(',', places.Order());
}
