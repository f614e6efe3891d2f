namespace Pupitre.Diagrams.Tests;

/// <summary>What changed between two versions.</summary>
public sealed class CompareTests
{
    private const string Lanes = """<laneSet id="l"><lane id="l1" name="Nous"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane><lane id="l2" name="Cabinet"><flowNodeRef>c</flowNodeRef></lane></laneSet>""";

    private static readonly string _before = Lanes + Given.Start + Given.Task("a") + Given.Task("b") + Given.Task("c") + Given.Flow("start", "a") + Given.Flow("a", "b", "oui") + Given.Flow("b", "c");

    [Fact]
    public void The_same_is_the_same_wherever_it_stands()
    {
        var document = Given.Process(_before);

        CompareDiagrams.Run(document, document.Redrawn(LayOut.Run(document))).ShouldBeEmpty();
    }

    [Fact]
    public void Added_removed_renamed_moved_and_other_ways_are_told_apart()
    {
        var after = _before.Replace("""<task id="c" name="c"/>""", """<userTask id="c" name="Relire"/><task id="d" name="Signer"/>""", StringComparison.Ordinal)
            .Replace("<flowNodeRef>b</flowNodeRef></lane>", "</lane>", StringComparison.Ordinal).Replace("<flowNodeRef>c</flowNodeRef>", "<flowNodeRef>b</flowNodeRef><flowNodeRef>c</flowNodeRef><flowNodeRef>d</flowNodeRef>", StringComparison.Ordinal)
            .Replace("name=\"oui\"", "name=\"non\"", StringComparison.Ordinal) + Given.Flow("c", "d");

        Changes(_before, after).ShouldBe([(ChangeKind.Added, "d"), (ChangeKind.Renamed, "c"), (ChangeKind.Moved, "b"), (ChangeKind.Retyped, "c"), (ChangeKind.WayAdded, "c-d"), (ChangeKind.WayChanged, "a-b")], ignoreOrder: true);
        Changes(after, _before).ShouldContain((ChangeKind.Removed, null));
    }

    [Fact]
    public void Other_identifiers_are_no_change_where_names_tell()
    {
        var after = _before.Replace("id=\"a\"", "id=\"x1\"", StringComparison.Ordinal).Replace("Ref=\"a\"", "Ref=\"x1\"", StringComparison.Ordinal).Replace(">a<", ">x1<", StringComparison.Ordinal).Replace("\"start-a\"", "\"f1\"", StringComparison.Ordinal).Replace("\"a-b\"", "\"f2\"", StringComparison.Ordinal);

        Changes(_before, after).ShouldBeEmpty();
    }

    [Fact]
    public void A_way_that_leads_elsewhere_is_said_in_words() =>
        ReadingTests.InFrench(() => CompareDiagrams.Run(Given.Process(_before), Given.Process(_before.Replace("""id="b-c" name="" sourceRef="b" targetRef="c" """.TrimEnd(), """id="b-c" name="" sourceRef="a" targetRef="c" """.TrimEnd(), StringComparison.Ordinal))).Single().Text)
            .ShouldBe("Chemin modifié : de « b » à « c » mène maintenant de « a » à « c »");

    [Fact]
    public void A_choice_that_becomes_parallel_is_a_change_and_another_way_to_draw_the_same_choice_is_none()
    {
        const string Choice = """<exclusiveGateway id="g"/>""";
        var before = Given.Start + Choice + Given.Task("a") + Given.Task("b") + Given.Flow("start", "g") + Given.Flow("g", "a", "oui") + Given.Flow("g", "b", "non");

        Changes(before, before.Replace("exclusiveGateway", "parallelGateway", StringComparison.Ordinal)).ShouldContain((ChangeKind.Retyped, "g"));
        Changes(before, before.Replace("\"g\"", "\"h\"", StringComparison.Ordinal).Replace("exclusiveGateway", "parallelGateway", StringComparison.Ordinal)).ShouldBe([(ChangeKind.WayChanged, "g-a"), (ChangeKind.WayChanged, "g-b")]);
        Changes(before, before.Replace("\"g\"", "\"h\"", StringComparison.Ordinal).Replace("id=\"start\"", "id=\"begin\"", StringComparison.Ordinal).Replace("\"start\" targetRef", "\"begin\" targetRef", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Several_messages_between_the_same_ends_and_those_that_lead_nowhere_are_no_change()
    {
        static string Message(string id, string to) => $"<messageFlow id='{id}' name='{id}' sourceRef='a' targetRef='{to}'/>";
        var messages = Message("m1", "b") + Message("m2", "b") + Message("m3", "lost");
        var content = $"<collaboration id='c'><participant id='a'/><participant id='b'/>{messages}</collaboration>";
        var before = Given.Definitions(content);

        CompareDiagrams.Run(before, before).ShouldBeEmpty();
        CompareDiagrams.Run(before, Given.Definitions(content.Replace("name='m2'", "name='m4'", StringComparison.Ordinal)))
            .Select(change => change.Kind).ShouldBe([ChangeKind.WayChanged]);
        CompareDiagrams.Run(before, Given.Definitions(content.Replace("lost", "gone", StringComparison.Ordinal)))
            .Select(change => change.After).ShouldBe(["m3"]);
    }

    [Theory]
    [InlineData(40, 1)]
    [InlineData(60, 0)]
    [InlineData(4_000, 0)]
    public void Gateways_in_a_row_are_looked_through_as_far_as_anybody_reads(int count, int found)
    {
        var gateways = Enumerable.Range(0, count)
            .Select(at => $"<exclusiveGateway id='g{at}'/>" + Given.Flow(at == 0 ? "start" : "g" + (at - 1), "g" + at, "si"));
        var document = Given.Process(Given.Start + Given.End + string.Concat(gateways) + Given.Flow("g" + (count - 1), "end"));

        new FollowWays(document).Run().Count.ShouldBe(found);
    }

    private static List<(ChangeKind Kind, string? After)> Changes(string before, string after) => [.. CompareDiagrams.Run(Given.Process(before), Given.Process(after)).Select(change => (change.Kind, change.After))];
}
