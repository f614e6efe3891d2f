using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

public class OcelTests
{
    private const string Text = """
        {
          "eventTypes": [{"name": "Order", "attributes": []}],
          "events": [
            {"id": "e1", "type": "Order", "time": "2026-06-01T10:00:00+02:00", "attributes": [{"name": "resource", "value": "Ann"}, {"name": "amount", "value": 12.50}],
             "relationships": [{"objectId": "o1", "qualifier": "order"}, {"objectId": "i1", "qualifier": "item"}, {"objectId": "i2", "qualifier": "item"}]},
            {"id": "e2", "type": "Pack", "time": "2026-06-01T09:00:00Z", "relationships": [{"objectId": "i2", "qualifier": "item"}, {"objectId": "i2", "qualifier": "again"}]},
            {"id": "e3", "type": "Pack", "time": "2026-06-01T08:30:00Z", "relationships": [{"objectId": "i1", "qualifier": "item"}]},
            {"id": "e4", "type": "Send", "time": "soon", "relationships": [{"objectId": "i1", "qualifier": "item"}]},
            {"id": "e5", "type": "Close", "time": "2026-06-02T08:00:00Z", "relationships": [{"objectId": "o1", "qualifier": "order"}, {"objectId": "unknown", "qualifier": "?"}]}
          ],
          "objects": [
            {"id": "o1", "type": "order", "attributes": [{"name": "country", "time": "2026-01-01T00:00:00Z", "value": "DE"}, {"name": "country", "time": "2026-02-01T00:00:00Z", "value": "FR"}],
             "relationships": [{"objectId": "i1", "qualifier": "has"}]},
            {"id": "i1", "type": "item"},
            {"id": "i2", "type": "item", "attributes": []},
            {"id": "i3", "type": "item"}
          ],
          "more": {"deep": [1, [2, {"events": 3}]]}
        }
        """;

    [Fact]
    public void Each_object_of_the_type_is_a_case_with_every_event_that_is_related_to_it()
    {
        var log = Load(Text, new() { ObjectType = "item" });

        Shown(log).ShouldBe(["i1: Order, Pack", "i2: Order, Pack"]);
        log.Resources[log.EventResources[0]].ShouldBe("Ann");
        (log.LeftOut.WithoutTime, log.LeftOut.FirstLine, log.LeftOut.EmptyCases, log.LeftOut.EmptyCaseNames[0]).ShouldBe((1, 8, 1, "i3"));
    }

    [Fact]
    public void Another_type_gives_another_log_with_the_attributes_of_its_objects()
    {
        var log = Load(Text, new() { ObjectType = "order", Attributes = new HashSet<string> { "country", "amount" } });

        Shown(log).ShouldBe(["o1: Order, Close"]);
        (log.Attributes["country"].OfCase(0), log.Attributes["amount"].NumberOfEvent(0)).ShouldBe(("FR", 12.5));
        log.Guesses.ShouldContain(guess => guess.StartsWith('3'), "three events concern no order");
    }

    [Fact]
    public void Without_a_type_the_one_with_most_events_is_taken_and_said()
    {
        var log = Load(Text);

        log.CaseNames.ShouldBe(["i1", "i2"]);
        log.Guesses[0].ShouldContain("« item »");
    }

    [Fact]
    public void A_gzip_and_a_byte_order_mark_are_read_too() => EventLog.Load(new MemoryStream(Gzip("\uFEFF" + Text)), new() { ObjectType = "order" }, TestContext.Current.CancellationToken).EventCount.ShouldBe(2);

    [Theory]
    [InlineData("""{"events": [], "objects": [}""", null)]
    [InlineData("""{"events": {}, "objects": []}""", null)]
    [InlineData("""{"objects": []}""", null)]
    [InlineData("""{"events": [], "objects": []}""", null)]
    [InlineData("""{"events": [], "objects": []} more""", null)]
    [InlineData("""{"events": [], "objects": [{"id": "a", "type": "b"}]}""", "c")]
    [InlineData("{", null)]
    public void What_is_no_such_log_is_refused_in_a_sentence(string text, string? type) =>
        Should.Throw<UnreadableLog>(() => Load(text, new() { ObjectType = type })).Message.ShouldNotBeEmpty();

    [Fact]
    public void A_text_cut_anywhere_is_refused_and_never_a_defect()
    {
        for (var length = 1; length < Text.TrimEnd().Length; length++)
        {
            Should.Throw<UnreadableLog>(() => Load(Text[..length]), $"after {length} characters");
        }
    }

    [Fact]
    public void Nesting_without_end_is_refused_with_its_line()
    {
        var text = "{\n\"more\": " + new string('[', 100_000) + "}";

        Should.Throw<UnreadableLog>(() => Load(text)).Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"events": [1, "x", null, [], {"type": 5, "time": [], "relationships": {}, "attributes": 1}, {"relationships": [1, [], {"objectId": {}}, {"objectId": "a"}], "attributes": [1, {"name": [], "value": {}}]}], "objects": [1, {}, {"id": "a", "type": "t", "attributes": {}}]}""")]
    public void Values_of_another_kind_than_agreed_do_no_harm(string text) => Load(text).EventCount.ShouldBe(0);
}
