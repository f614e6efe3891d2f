using System.Text.Json;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Kernel.Tests.Commitments;

public class PatternTests
{
    private static readonly CaseEvent Accepted = new()
    {
        Activity = "Accepted",
        Transition = "Wait",
        Resource = "Ann",
        Time = EventTime.On(new DateOnly(2026, 6, 1)),
        Attributes = new Dictionary<string, string> { ["impact"] = "High" },
    };

    private static readonly Dictionary<string, string> CaseAttributes = new() { ["impact"] = "Low", ["country"] = "FR" };

    [Theory]
    [InlineData("""{"activity":"Accepted"}""", true)]
    [InlineData("""{"activity":"accepted"}""", false)]
    [InlineData("""{"activity":"Accepted","transition":"Other"}""", false)]
    [InlineData("""{"activity":["Other","Accepted"]}""", true)]
    [InlineData("""[{"activity":"Other"},{"transition":"Wait"}]""", true)]
    [InlineData("""{"impact":"High"}""", true)]
    [InlineData("""{"impact":"Low"}""", false)]
    [InlineData("""{"country":"FR"}""", true)]
    [InlineData("""{"org:resource":"Ann","concept:name":"Accepted"}""", true)]
    [InlineData("""{"missing":"x"}""", false)]
    public void Matches_when_all_parts_of_an_alternative_match(string pattern, bool expected) =>
        EventPattern.FromJson(JsonDocument.Parse(pattern).RootElement, "start").Matches(Accepted, CaseAttributes).ShouldBe(expected);

    [Fact]
    public void The_first_rule_of_sources_that_matches_wins()
    {
        var sources = SourceRules.FromJson(JsonDocument.Parse("""
            {"default":"Company","rules":[{"when":{"transition":"Wait"},"source":"Provider"},{"when":{"activity":"Accepted"},"source":"Receipt"}]}
            """).RootElement);

        sources.Of(name => name == "transition" ? "Wait" : "Accepted").ShouldBe(SourceClass.Provider);
        sources.Of(name => name == "activity" ? "Accepted" : null).ShouldBe(SourceClass.Receipt);
        sources.Of(_ => null).ShouldBe(SourceClass.Company);
    }
}
