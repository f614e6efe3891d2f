namespace Pupitre.Diagrams.Tests;

/// <summary>What is said before a drawing is published.</summary>
public sealed class CheckTests
{
    [Fact]
    public void What_nothing_leads_to_is_to_be_corrected() =>
        Rules(Given.Start + Given.Task("a") + Given.Task("b") + Given.End + Given.Flow("start", "a") + Given.Flow("a", "end")).ShouldContain((FindingRule.Unreachable, "b"));

    [Fact]
    public void A_circle_without_a_way_out_never_ends() =>
        Rules(Given.Start + Given.Task("a") + Given.Task("b") + Given.Flow("start", "a") + Given.Flow("a", "b") + Given.Flow("b", "a")).ShouldContain((FindingRule.NeverEnds, "start"));

    [Fact]
    public void A_branch_that_stops_is_to_be_explained() =>
        Rules(Given.Start + Given.Task("a") + Given.Flow("start", "a")).ShouldContain((FindingRule.StopsWithoutEnd, "a"));

    [Fact]
    public void Ways_started_together_wait_for_each_other_or_are_explained()
    {
        const string Split = """<parallelGateway id="split"/><exclusiveGateway id="meet"/>""";
        var content = Given.Start + Split + Given.Task("a") + Given.Task("b") + Given.End + Given.Flow("start", "split") + Given.Flow("split", "a") + Given.Flow("split", "b") + Given.Flow("a", "meet") + Given.Flow("b", "meet") + Given.Flow("meet", "end");

        Rules(content).ShouldContain((FindingRule.UnjoinedWays, "split"));
        Rules(content.Replace("exclusiveGateway", "parallelGateway", StringComparison.Ordinal)).ShouldNotContain((FindingRule.UnjoinedWays, "split"));
        Rules(content + """<textAnnotation id="n"><text>Chacun finit de son côté</text></textAnnotation><association id="w" sourceRef="split" targetRef="n"/>""").ShouldNotContain((FindingRule.UnjoinedWays, "split"));
    }

    [Fact]
    public void A_join_after_a_choice_waits_for_ever() =>
        Rules(Given.Start + """<exclusiveGateway id="choice"/><parallelGateway id="join"/>""" + Given.Task("a") + Given.Task("b") + Given.End + Given.Flow("start", "choice") + Given.Flow("choice", "a", "oui") + Given.Flow("choice", "b", "non") + Given.Flow("a", "join") + Given.Flow("b", "join") + Given.Flow("join", "end"))
            .ShouldContain((FindingRule.WaitsForEver, "join"));

    [Fact]
    public void Ways_out_of_a_choice_say_when_but_for_the_usual_one()
    {
        var content = Given.Start + """<exclusiveGateway id="choice" default="choice-b"/>""" + Given.Task("a") + Given.Task("b") + Given.Flow("start", "choice") + Given.Flow("choice", "a") + Given.Flow("choice", "b");

        Rules(content).ShouldContain((FindingRule.UnnamedWays, "choice"));
        Rules(content.Replace("""id="choice-a" name="" """, """id="choice-a" name="urgent" """, StringComparison.Ordinal)).ShouldNotContain((FindingRule.UnnamedWays, "choice"));
    }

    [Fact]
    public void A_step_has_a_role_by_its_lane_its_performer_or_its_pool()
    {
        const string Lanes = """<laneSet id="l"><lane id="l1" name="Paie"><flowNodeRef>a</flowNodeRef></lane></laneSet>""";
        var content = Given.Start + Given.Task("a") + Given.Task("b") + Given.Flow("start", "a") + Given.Flow("a", "b");

        Rules(content).ShouldContain((FindingRule.NoRole, (string?)null));
        Rules(Lanes + content).ShouldContain((FindingRule.NoRole, "b"));
        Rules(Lanes + content).ShouldNotContain((FindingRule.NoRole, "a"));
        Rules(Lanes + content.Replace("""<task id="b" name="b"/>""", """<task id="b" name="b"><performer id="p1" name="Direction"/></task>""", StringComparison.Ordinal)).ShouldNotContain((FindingRule.NoRole, "b"));
    }

    [Fact]
    public void A_flow_that_leads_nowhere_scripts_and_outside_files_are_named_with_their_lines()
    {
        var findings = CheckDiagram.Run(Given.Process(Given.Start + "\n" + """<scriptTask id="s" name="Calculer"><script>rm()</script></scriptTask>""" + Given.Flow("start", "s") + Given.Flow("s", "lost")));

        findings.ShouldContain(finding => finding.Rule == FindingRule.Dangling && finding.Weight == FindingWeight.Correct && finding.Text.Contains("lost"));
        findings.ShouldContain(finding => finding.Rule == FindingRule.Script && finding.Line == 4);
        findings.ShouldContain(finding => finding.Rule == FindingRule.NoDrawing);
        const string Called = """<callActivity id="c" calledElement="lost:x"/><callActivity id="d" calledElement="own:x"/>""";
        var outside = CheckDiagram.Run(Given.Definitions($"""<import location="http://example.org/x.xsd"/><process id="p">{Called}</process>"""));

        outside.ShouldContain(finding => finding.Rule == FindingRule.External && finding.Line == 3);
        outside.Where(finding => finding.Rule == FindingRule.UnknownPrefix).Select(finding => finding.Element).ShouldBe(["c"]);
    }

    [Fact]
    public void Links_of_one_name_lead_on_by_as_many_ways_as_there_are_links()
    {
        static string Links(string type, string id) =>
            string.Concat(Enumerable.Range(0, 200).Select(at => $"<{type} id='{id}{at}' name='suite'><linkEventDefinition/></{type}>"));
        var document = Given.Process(Links("intermediateThrowEvent", "throw") + Links("intermediateCatchEvent", "catch"));

        var graph = new ScopeGraph(document, "p", [.. document.Elements]);

        graph.Out.Sum(ways => ways.Count).ShouldBeLessThan(400);
        graph.Reached([graph.NumberOf("throw7")!.Value], graph.Out).Count(isReached => isReached).ShouldBe(201);
    }

    [Fact]
    public void Very_many_findings_of_one_kind_are_counted() =>
        CheckDiagram.Run(Given.Process(Given.Start + Given.End + Given.Flow("start", "end") + string.Concat(Enumerable.Range(0, 500).Select(at => Given.Task("t" + at)))))
            .Count(finding => finding.Rule == FindingRule.Unreachable).ShouldBe(CheckDiagram.MaxOfOneRule + 1);

    private static List<(FindingRule Rule, string? Element)> Rules(string content) => [.. CheckDiagram.Run(Given.Process(content)).Select(finding => (finding.Rule, finding.Element))];
}
